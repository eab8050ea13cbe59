import { changeLabel } from '#domain/changes/change-label';
import { changeOf, type Change } from '#domain/changes/change-set';
import type { Attachment } from '#domain/records/attachment';
import { nextRevision, type Stamp } from '#domain/records/build-record';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { recordTable } from './database.ts';

/** What a person may say of an attachment; its bytes and where it belongs stay what they are. */
export type AttachmentFields = Pick<
  Attachment,
  'name' | 'role' | 'position' | 'rotation' | 'takenAt' | 'photoGroup' | 'caption' | 'note'
>;

export type AttachmentEdit = {
  readonly id: string;
  /** The revision that the person had before them. */
  readonly revision: number;
  readonly fields: Partial<AttachmentFields>;
};

/** Changes attachments as one change set, all or none; one that somebody else has changed meanwhile refuses the whole. */
export async function changeAttachments(
  archive: Archive,
  edits: readonly AttachmentEdit[],
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const stamp = { at: archive.now(), by: archive.operator() };
    const planned = await planAttachmentEdits(archive, edits, stamp);
    if (!planned.ok) return planned;
    const changes = planned.value;
    if (changes.length === 0) return refuse({ code: 'same-already' });
    const label = changeLabel(changes.map(({ after }) => (after.kind === 'attachment' ? after.name : '')));
    return succeed({ action: changes.length > 1 ? 'batch' : 'update', label, changes } as const);
  });
}

/** The changes that some edits are, inside the lock. */
export async function planAttachmentEdits(
  { database }: Archive,
  edits: readonly AttachmentEdit[],
  stamp: Stamp,
): Promise<Result<readonly Change[], CommitFailure>> {
  const rows = await recordTable(database, 'attachment').bulkGet(edits.map(({ id }) => id));
  const changes: Change[] = [];
  for (const [index, { id, revision, fields }] of edits.entries()) {
    const before = rows[index];
    if (before?.deletedAt !== null) return refuse({ code: 'gone', id });
    if (before.revision !== revision) return refuse({ code: 'conflict', current: before });
    if (isSame(before, fields)) continue;
    changes.push(changeOf(before, { ...before, ...fields, ...nextRevision(before, stamp) }));
  }
  return succeed(changes);
}

function isSame(before: Attachment, fields: Partial<AttachmentFields>): boolean {
  const wanted = { ...before, ...fields };
  return JSON.stringify(wanted) === JSON.stringify(before);
}
