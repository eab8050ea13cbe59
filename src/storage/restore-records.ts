import { changeLabel } from '#domain/changes/change-label';
import { changeOf, type Change } from '#domain/changes/change-set';
import { recordTitle } from '#domain/records/archive-record';
import { nextRevision } from '#domain/records/build-record';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { findRowsOfIds } from './find-rows-of-ids.ts';
import { findDependents } from './find-uses.ts';
import { settleUnits } from './restore-units.ts';

/**
 * Brings deleted records back out of the bin, and with each of them what was deleted along with it. Records that
 * somebody has brought back already are passed over.
 */
export async function restoreRecords(
  archive: Archive,
  ids: readonly string[],
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const rows = await findRowsOfIds(archive.database, [...new Set(ids)]);
    const deleted = rows.filter((row) => row.deletedAt !== null);
    if (deleted.length === 0) return refuse({ code: 'not-deleted' });
    const instants = new Set(deleted.map(({ deletedAt }) => deletedAt));
    const dependents = await findDependents(
      archive.database,
      new Set<string>(deleted.map(({ id }) => id)),
      // All that one change set deletes carries the same instant.
      ({ deletedAt }) => deletedAt !== null && instants.has(deletedAt),
    );
    const stamp = { at: archive.now(), by: archive.operator() };
    const before = [...deleted, ...dependents];
    const { records, unitChanges } = await settleUnits(archive, before, stamp);
    const changes = records.map((record, index): Change => {
      const back = { ...record, ...nextRevision(record, stamp), deletedAt: null, deleteReason: null };
      return changeOf(before[index] ?? record, back);
    });
    return succeed({
      action: 'restore',
      label: changeLabel(deleted.map(recordTitle)),
      changes: [...unitChanges, ...changes],
    } as const);
  });
}
