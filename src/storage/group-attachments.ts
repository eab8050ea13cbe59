import { changeOf, type Change } from '#domain/changes/change-set';
import { firstRevision, nextRevision, type Stamp } from '#domain/records/build-record';
import type { PhotoGroup } from '#domain/records/photo-group';
import type { RecordId } from '#domain/records/record-base';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { planAttachmentEdits, type AttachmentEdit } from './change-attachments.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { recordTable } from './database.ts';
import type { EditedRevision } from './save-record.ts';

/** What is said of photos of one occasion. */
export type PhotoGroupContent = Pick<
  PhotoGroup,
  'title' | 'owner' | 'event' | 'date' | 'place' | 'people' | 'background' | 'photographer' | 'note'
>;

/** An attachment as the person had it before them. */
export type SeenAttachment = { readonly id: string; readonly revision: number };

/**
 * Saves a photo group and puts photos into it, as one change set.
 *
 * @param edited the group that is changed, or null for a new one
 * @param photos those that come into it; the ones that are in it stay
 */
export async function groupAttachments(
  archive: Archive,
  content: PhotoGroupContent,
  edited: EditedRevision | null,
  photos: readonly SeenAttachment[],
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const stamp = { at: archive.now(), by: archive.operator() };
    const before = edited ? await findGroup(archive, edited) : succeed(null);
    if (!before.ok) return before;
    const group = buildGroup(content, before.value, stamp, archive.newId);
    const photoGroup = { printed: group.title, id: group.id };
    // A group by another name is called so on its photos too.
    const isRenamed = before.value !== null && before.value.title !== group.title;
    const renamed = isRenamed ? await photosOf(archive, group.id) : [];
    const edits = [...photos, ...renamed].map(({ id, revision }) => ({ id, revision, fields: { photoGroup } }));
    const planned = await planAttachmentEdits(archive, withoutRepeated(edits), stamp);
    if (!planned.ok) return planned;
    const changes: readonly Change[] = [changeOf(before.value, group), ...planned.value];
    const action = before.value === null ? 'create' : changes.length > 1 ? 'batch' : 'update';
    return succeed({ action, label: group.title, changes } as const);
  });
}

/** Dissolves a group: its photos stay, and what was said of the group goes into the bin. */
export async function ungroupAttachments(
  archive: Archive,
  edited: EditedRevision,
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const stamp = { at: archive.now(), by: archive.operator() };
    const found = await findGroup(archive, edited);
    if (!found.ok) return found;
    const group = found.value;
    const edits = (await photosOf(archive, group.id)).map(({ id, revision }) => ({
      id,
      revision,
      fields: { photoGroup: null },
    }));
    const planned = await planAttachmentEdits(archive, edits, stamp);
    if (!planned.ok) return planned;
    const deletion = { ...group, ...nextRevision(group, stamp), deletedAt: stamp.at };
    return succeed({
      action: 'delete',
      label: group.title,
      changes: [changeOf(group, deletion), ...planned.value],
    } as const);
  });
}

async function findGroup(
  { database }: Archive,
  { id, revision }: EditedRevision,
): Promise<Result<PhotoGroup, CommitFailure>> {
  const current = await recordTable(database, 'photoGroup').get(id);
  if (current?.deletedAt !== null) return refuse({ code: 'gone', id });
  return current.revision === revision ? succeed(current) : refuse({ code: 'conflict', current });
}

async function photosOf({ database }: Archive, groupId: string): Promise<readonly SeenAttachment[]> {
  const table = recordTable(database, 'attachment');
  return table.filter(({ deletedAt, photoGroup }) => deletedAt === null && photoGroup?.id === groupId).toArray();
}

function withoutRepeated(edits: readonly AttachmentEdit[]): readonly AttachmentEdit[] {
  return [...new Map(edits.map((edit) => [edit.id, edit])).values()];
}

function buildGroup(
  content: PhotoGroupContent,
  before: PhotoGroup | null,
  stamp: Stamp,
  newId: () => string,
): PhotoGroup {
  const identity = before
    ? { id: before.id, ...nextRevision(before, stamp) }
    : { id: newId() as RecordId, ...firstRevision(stamp) };
  return { kind: 'photoGroup', ...content, ...identity };
}
