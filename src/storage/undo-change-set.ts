import { createUndoFinder } from '#domain/changes/last-undoable';
import { changedSince, revertChanges } from '#domain/changes/revert-changes';
import type { Change } from '#domain/changes/change-set';
import { recordTitle } from '#domain/records/archive-record';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import type { ArchiveDatabase } from './database.ts';
import { findRowsById } from './find-records.ts';
import { countUses } from './find-uses.ts';

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

/** A unit that was founded along with an entry stays when records outside this change set have come to refer to it. */
async function withoutUnitsInUse({ database }: Archive, changes: readonly Change[]): Promise<readonly Change[]> {
  const founded = changes.flatMap(({ before, after }) => (before === null && after.kind === 'unit' ? [after.id] : []));
  if (founded.length === 0) return changes;
  const own = new Set<string>(changes.map(({ after }) => after.id));
  const uses = await countUses(database, new Set(founded), own);
  return changes.filter(({ before, after }) => !(before === null && after.kind === 'unit' && uses.has(after.id)));
}

/** The number of the change set that an undo without a number takes back, or null when none is left. */
export async function findLastUndoable(database: ArchiveDatabase): Promise<number | null> {
  const isUndoable = createUndoFinder();
  const head = await database.applied.get('head');
  for (let sequence = head?.sequence ?? 0; sequence > 0; sequence -= 1) {
    const applied = await database.changeSets.get(sequence);
    if (applied && isUndoable(applied)) return sequence;
  }
  return null;
}
