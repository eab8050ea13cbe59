import type { ArchiveRecord } from '../records/archive-record.ts';
import { nextRevision, type Stamp } from '../records/build-entry.ts';
import { changeOf, type Change } from './change-set.ts';

/**
 * The changes that take back a change set: records come back as they were before, as a new revision, so that history
 * only ever grows. Expects that none of the records has been changed since (`changedSince`).
 */
export function revertChanges(changes: readonly Change[], stamp: Stamp): readonly Change[] {
  return changes.toReversed().map(({ before, after }) => {
    // Undoing an addition keeps the row, marked as deleted: an id once given is never given again.
    const base = before ?? { ...after, deletedAt: stamp.at, deleteReason: null };
    return changeOf(after, { ...base, ...nextRevision({ ...base, revision: after.revision }, stamp) });
  });
}

/** Which of the changes have been followed by a later change of the same record. */
export function changedSince(
  changes: readonly Change[],
  current: (id: ArchiveRecord['id']) => ArchiveRecord | undefined,
): readonly Change[] {
  return changes.filter(({ after }) => current(after.id)?.revision !== after.revision);
}
