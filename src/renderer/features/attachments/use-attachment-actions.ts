import { App } from 'antd';
import { useMemo } from 'react';
import type { Attachment } from '#domain/records/attachment';
import type { AttachmentRole } from '#domain/vocabulary/attachment-terms';
import { changeAttachments, type AttachmentEdit, type AttachmentFields } from '#storage/change-attachments';
import { deleteRecords } from '#storage/delete-records';
import { callMain } from '../../archive/bridge.ts';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useDialogs } from '../../hooks/use-dialogs.ts';
import { messages } from './messages.ts';
import { moveEdits } from './order-attachments.ts';

const LONGEST_SUGGESTION = 150;
const COPY_SECONDS = 6;

export type AttachmentActions = ReturnType<typeof useAttachmentActions>;

/** Everything that is done with an attachment that is there; each is told, and can be undone. */
export function useAttachmentActions() {
  const { perform } = useArchiveActions();
  const { message } = App.useApp();
  const dialogs = useDialogs();
  return useMemo(() => {
    const change = async (edits: readonly AttachmentEdit[], done: string, label: string) =>
      (await perform((archive) => changeAttachments(archive, edits), { done, label })) !== null;
    const edit = ({ id, revision, name }: Attachment, fields: Partial<AttachmentFields>, done: string) =>
      change([{ id, revision, fields }], done, name);
    return {
      setRole: (attachment: Attachment, role: AttachmentRole) =>
        edit(attachment, { role }, messages.roleChanged(attachment.name, role)),
      describe: (attachment: Attachment, fields: Partial<AttachmentFields>) =>
        edit(attachment, fields, messages.changed(fields.name ?? attachment.name)),
      turn: (attachment: Attachment, by: number) => {
        const rotation = ((attachment.rotation ?? 0) + by + 360) % 360;
        return edit(attachment, { rotation }, messages.viewer.turned(attachment.name));
      },
      takeOut: (attachment: Attachment) => edit(attachment, { photoGroup: null }, messages.takenOut(attachment.name)),
      move: async (list: readonly Attachment[], id: string, to: number) => {
        const edits = moveEdits(list, id, to);
        const label = list.find((each) => each.id === id)?.name ?? '';
        if (edits.length > 0) await change(edits, messages.moved, label);
      },
      remove: async ({ id, name }: Attachment) => {
        const said = { done: messages.removed(name), label: name };
        await perform((archive) => deleteRecords(archive, [id]), said);
      },
      saveCopy: async ({ sha256, name }: Attachment) => {
        const suggestedName = shorten(name) || sha256;
        const saved = await callMain('attachments:save-copy', { sha256, suggestedName });
        if (saved.ok && saved.intact) {
          void message.success({ content: messages.savedCopy(saved.path), duration: COPY_SECONDS });
        } else if (saved.ok)
          dialogs.warning({ title: messages.actions.save, content: messages.savedDamaged(saved.path) });
        else if (saved.code !== 'cancelled') void message.error(messages.saveFailed[saved.code]);
      },
    };
  }, [perform, message, dialogs]);
}

/** A suggested name keeps its end, where the type of the file is. */
function shorten(name: string): string {
  if (name.length <= LONGEST_SUGGESTION) return name;
  const extension = /\.[^.\s]{1,10}$/u.exec(name)?.[0] ?? '';
  return `${name.slice(0, LONGEST_SUGGESTION - extension.length).replace(/[\uD800-\uDBFF]$/, '')}${extension}`;
}
