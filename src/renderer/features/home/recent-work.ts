import { isFindable, isLedgerRecord, type ArchiveRecord } from '#domain/records/archive-record';

/** One thing that somebody did lately: what it was, and to how many records. */
export type RecentWork = {
  readonly at: string;
  readonly by: string;
  readonly action: 'create' | 'update' | 'delete';
  /** The record that tells best what it was about. */
  readonly record: ArchiveRecord;
  readonly count: number;
};

/** What was done last, latest first, in one pass: all records that a change set touches carry the same instant. */
export function recentWork(lists: readonly (readonly ArchiveRecord[])[], most: number): readonly RecentWork[] {
  const latest: RecentWork[] = [];
  let oldest = '';
  for (const list of lists) {
    for (const record of list) {
      if (record.updatedAt < oldest) continue;
      const known = latest.findIndex(({ at, by }) => at === record.updatedAt && by === record.updatedBy);
      const work = latest[known];
      if (work) {
        latest[known] = { ...withRecord(work, record), count: work.count + 1 };
        continue;
      }
      latest.push(withRecord(null, record));
      if (latest.length <= most) continue;
      const last = latest.reduce((found, { at }, index) => (at < (latest[found]?.at ?? '') ? index : found), 0);
      latest.splice(last, 1);
      oldest = latest.reduce((found, { at }) => (at < found ? at : found), latest[0]?.at ?? '');
    }
  }
  return latest.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

function withRecord(work: RecentWork | null, record: ArchiveRecord): RecentWork {
  if (work && importance(work.record) >= importance(record)) return work;
  return { at: record.updatedAt, by: record.updatedBy, action: actionOf(record), record, count: work?.count ?? 1 };
}

/** A unit is founded along with an honour, an attachment goes with its record. */
function importance(record: ArchiveRecord): number {
  return Number(isFindable(record)) + Number(isLedgerRecord(record));
}

function actionOf({ revision, deletedAt, updatedAt }: ArchiveRecord): RecentWork['action'] {
  if (deletedAt !== null) return deletedAt === updatedAt ? 'delete' : 'update';
  return revision === 1 ? 'create' : 'update';
}
