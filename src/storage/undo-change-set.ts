import { changedSince, revertChanges } from '#domain/changes/revert-changes';
import { recordTitle } from '#domain/records/archive-record';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { findRowsById } from './find-records.ts';

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
    const touched = changedSince(changes, (id) => current.get(id));
    if (touched.length > 0) {
      return refuse({ code: 'changed-since', titles: touched.map((change) => recordTitle(change.after)) });
    }
    const stamp = { at: archive.now(), by: archive.operator() };
    return succeed({
      action,
      label,
      changes: revertChanges(changes, (id) => current.get(id), stamp),
      reverts: sequence,
    } as const);
  });
}
