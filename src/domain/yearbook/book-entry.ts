import type { Entry, RecordOf } from '../records/archive-record.ts';

/** What stands in a yearbook with a bookmark of its own. */
export type BookEntry = Entry | RecordOf<'practice'>;
