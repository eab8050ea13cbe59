import { changedSince, revertChanges } from '#domain/changes/revert-changes';
import type { Change } from '#domain/changes/change-set';
import { recordTitle } from '#domain/records/archive-record';
import { bodiesOf } from '#domain/records/record-fields';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { findRowsById } from './find-records.ts';
import { allRows } from './inspect-copy.ts';

/**
 * Takes a change set back by a new one. Refused, naming the records, when one of them has been changed since: undoing
 * would silently overwrite that later work.
 */
export async function undoChangeSet(
  archive: Archive,
  sequence: number,
  action: 'undo' | 'redo',
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const applied = await archive.database.changeSets.get(sequence);
    if (!applied) return refuse({ code: 'nothing-to-undo' });
    const { changes, label } = applied.changeSet;
    const current = await findRowsById(archive.database, changes);
    const revertible = await withoutUnitsInUse(archive, changes);
    if (revertible.length === 0) return refuse({ code: 'nothing-to-undo' });
    const touched = changedSince(revertible, (id) => current.get(id));
    if (touched.length > 0) {
      return refuse({ code: 'changed-since', titles: touched.map((change) => recordTitle(change.after)) });
    }
    const stamp = { at: archive.now(), by: archive.operator() };
    return succeed({
      action,
      label,
      changes: revertChanges(revertible, (id) => current.get(id), stamp),
      reverts: sequence,
    } as const);
  });
}

/** A unit that was founded along with an entry stays when entries outside this change set have come to refer to it. */
async function withoutUnitsInUse(archive: Archive, changes: readonly Change[]): Promise<readonly Change[]> {
  if (!changes.some((change) => change.before === null && change.after.kind === 'unit')) return changes;
  const own = new Set<string>(changes.map((change) => change.after.id));
  const others = (await allRows(archive.database)).filter((row) => row.deletedAt === null && !own.has(row.id));
  const inUse = new Set(others.flatMap((record) => bodiesOf(record).map((body) => body.unitId)));
  return changes.filter(({ before, after }) => !(before === null && after.kind === 'unit' && inUse.has(after.id)));
}
