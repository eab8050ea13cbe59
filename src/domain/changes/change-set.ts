import * as v from 'valibot';
import { archiveRecordSchema, type RecordOf } from '../records/archive-record.ts';
import { RECORD_KINDS, type RecordKind } from '../records/record-base.ts';

/**
 * The version of the record shapes inside a change set. It goes up together with the database's version, and
 * migrations bring older change sets to the present shape when they are replayed.
 */
export const RECORD_FORMAT = 3;

const CHANGE_ACTIONS = [
  'create',
  'update',
  'delete',
  'restore',
  'batch',
  'paste',
  'merge',
  'attach',
  'file',
  'undo',
  'redo',
  'load-sample',
  'import',
  'salvage',
] as const;
export type ChangeAction = (typeof CHANGE_ACTIONS)[number];

const changeSchema = v.pipe(
  v.strictObject({ before: v.nullable(archiveRecordSchema), after: archiveRecordSchema }),
  v.readonly(),
);
/** One record before and after. `before` null: it is new. Nothing is ever removed: a deleted record is marked so. */
export type Change = v.InferOutput<typeof changeSchema>;

const countsSchema = v.strictObject(v.entriesFromList(RECORD_KINDS, v.pipe(v.number(), v.integer(), v.minValue(0))));
/** How many rows of each kind the archive holds, deleted ones included. */
export type RecordCounts = Readonly<Record<RecordKind, number>>;

export const NO_RECORDS = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, 0])) as RecordCounts;

export const changeSetSchema = v.pipe(
  v.strictObject({
    format: v.pipe(v.number(), v.integer(), v.minValue(1)),
    at: v.pipe(v.string(), v.isoTimestamp()),
    by: v.string(),
    action: v.picklist(CHANGE_ACTIONS),
    /** The title of what was changed, for the message that offers to undo it. */
    label: v.string(),
    /** The journal number of the change set that this one takes back, for undo and redo. */
    reverts: v.nullable(v.number()),
    changes: v.pipe(v.array(changeSchema), v.readonly()),
    /** Counts after the change: a database that disagrees is damaged. */
    counts: countsSchema,
  }),
  v.readonly(),
);
/** Who changed what and when: the unit of saving, of the journal and of undo. */
export type ChangeSet = v.InferOutput<typeof changeSetSchema>;

/** The counts after some changes have been made to an archive with these counts. */
export function countAfter(counts: RecordCounts, changes: readonly Change[]): RecordCounts {
  const next = { ...counts };
  for (const change of changes) {
    if (change.before === null) next[change.after.kind] += 1;
  }
  return next;
}

export function changeOf<K extends RecordKind>(before: RecordOf<K> | null, after: RecordOf<K>): Change {
  return { before, after } as unknown as Change;
}
