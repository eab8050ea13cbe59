import type { ListTable } from '#domain/list-table/list-table';
import type { FindableRecord } from '#domain/records/archive-record';
import type { FindableKind } from '#domain/records/record-base';
import type { JobReply } from './job-reply.ts';

/** A list to be made: a table, to whose rows one is added for each record that is sent. */
export type ListOutline = ListTable & {
  /** What stands in each column: the name of a field, or of what follows from several; null when no records are sent. */
  readonly fields: readonly string[] | null;
};

/** What kind of file is wanted. */
export type ListFile =
  | { readonly type: 'xlsx' }
  /** Takes the first list alone. */
  | {
      readonly type: 'docx';
      readonly creator: string;
      /** ISO 8601 calendar day. */
      readonly compiledOn: string;
      readonly numberHeading: string;
    };

/** What the window sends to the list worker: a start, records in any number of portions, an end. */
export type ListRequest =
  | {
      readonly type: 'start';
      readonly file: ListFile;
      readonly outlines: readonly ListOutline[];
      readonly kindNames: Readonly<Record<FindableKind, string>>;
      /** How many records will be sent. */
      readonly total: number;
    }
  | { readonly type: 'records'; readonly outline: number; readonly records: readonly FindableRecord[] }
  | { readonly type: 'end' };

export type ListStage = 'collect' | 'write';

export type ProducedList = {
  /** The file; its buffer is transferred. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many records it has. */
  readonly rows: number;
};

export type ListJobKind = {
  readonly request: ListRequest;
  readonly stage: ListStage;
  readonly done: ProducedList;
};
export type ListReply = JobReply<ListJobKind>;
