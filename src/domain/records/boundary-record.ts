import type { ArchiveRecord } from './archive-record.ts';
import type { RecordKind } from './record-base.ts';
import { RECORD_FIELDS, type RecordFields } from './record-fields.ts';
import type { BoundaryShape } from './record-shape.ts';
import { fieldsToBoundary } from './rows-field.ts';

/** A record as the command line and forms see it: bodies by name, no bookkeeping. What `add` takes and `get` gives. */
export type BoundaryRecordOf<K extends RecordKind> = { [P in K]: BoundaryShape<P, RecordFields[P]> }[K];

export function toBoundaryRecord<R extends ArchiveRecord>(record: R): BoundaryRecordOf<R['kind']> {
  const { kind, id } = record;
  const fields = fieldsToBoundary(RECORD_FIELDS[kind], record);
  return { kind, id, ...fields } as unknown as BoundaryRecordOf<R['kind']>;
}
