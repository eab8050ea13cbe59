import type { ArchiveRecord } from '../records/archive-record.ts';
import { nextRevision, type Stamp } from '../records/build-record.ts';
import { changeOf, type Change } from './change-set.ts';

/**
 * The changes that take back a change set: records come back as they were before, as a new revision, so that history
 * only ever grows. Expects that none of the records has been changed since (`changedSince`).
 *
 * @param current the present row of a record; its revision is the one that the next follows
 */
export function revertChanges(
  changes: readonly Change[],
  current: (id: ArchiveRecord['id']) => ArchiveRecord | undefined,
  stamp: Stamp,
): readonly Change[] {
  return changes.toReversed().map(({ before, after }) => {
    const present = current(after.id) ?? after;
    // Undoing an addition keeps the row, marked as deleted: an id once given is never given again.
    const base = before ?? { ...after, deletedAt: stamp.at, deleteReason: null };
    return changeOf(present, { ...base, ...nextRevision({ ...base, revision: present.revision }, stamp) });
  });
}

/**
 * Which of the changes have been followed by something else: their record no longer says what the change left it
 * saying. A later change that has itself been taken back does not count.
 */
export function changedSince(
  changes: readonly Change[],
  current: (id: ArchiveRecord['id']) => ArchiveRecord | undefined,
): readonly Change[] {
  return changes.filter(({ after }) => {
    const present = current(after.id);
    return present === undefined || !saysTheSame(present, after);
  });
}

/** Whether two revisions of a record say the same, whoever saved them and when. */
function saysTheSame(a: ArchiveRecord, b: ArchiveRecord): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
}

function contentOf(record: ArchiveRecord): object {
  const { revision: _revision, updatedAt: _at, updatedBy: _by, deletedAt, ...content } = record;
  const sorted = Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [...sorted, ['isDeleted', deletedAt !== null]];
}
