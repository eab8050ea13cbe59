import type { ArchiveRecord } from '../records/archive-record.ts';
import type { Change } from './change-set.ts';

/**
 * Records as they were before some changes, in the order of their ids: what was changed as it was, what was new then is
 * not there.
 *
 * @param changes every change since then, the latest first
 */
export function rewindRecords(records: readonly ArchiveRecord[], changes: readonly Change[]): readonly ArchiveRecord[] {
  const before = new Map(records.map((record) => [String(record.id), record]));
  for (const change of changes) {
    if (change.before === null) before.delete(change.after.id);
    else before.set(change.before.id, change.before);
  }
  return [...before.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
