import { Form, Input } from 'antd';
import { useId, useState } from 'react';
import type { Attachment } from '#domain/records/attachment';
import { TEXT_LIMITS } from '#domain/records/draft-fields';
import { cleanText } from '#domain/text/clean-text';
import { useSession } from '../../archive/session-context.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { isComposing } from '../../hooks/is-composing.ts';
import { DateField, readTypedDate } from './date-field.tsx';
import { ExifOffer, useExifDay } from './exif-offer.tsx';
import { isPhoto } from './file-kind.ts';
import { messages } from './messages.ts';
import type { AttachmentActions } from './use-attachment-actions.ts';

type AttachmentDialogProps = {
  readonly attachment: Attachment;
  readonly actions: AttachmentActions;
  readonly onClose: () => void;
};

/** What an attachment is called, what it shows and when it was taken. */
export function AttachmentDialog({ attachment, actions, onClose }: AttachmentDialogProps) {
  const { archive } = useSession();
  const { dialog } = messages;
  const ids = useId();
  const [name, setName] = useState(attachment.name);
  const [caption, setCaption] = useState(attachment.caption);
  const [taken, setTaken] = useState(attachment.takenAt.raw);
  const [note, setNote] = useState(attachment.note);
  const [isSaving, setSaving] = useState(false);
  const typedDate = readTypedDate(taken, attachment.takenAt, archive.today());
  const day = useExifDay(attachment);
  const cleanName = cleanText(name, 'single').text;
  const canSave = cleanName !== '' && typedDate.date !== null && !isSaving;

  const save = async () => {
    if (!canSave || typedDate.date === null) return;
    const fields = {
      name: cleanName,
      caption: cleanText(caption, 'single').text,
      takenAt: typedDate.date,
      note: cleanText(note, 'many').text,
    };
    const isSame = Object.entries(fields).every(
      ([key, value]) => JSON.stringify(value) === JSON.stringify(attachment[key as keyof typeof fields]),
    );
    if (isSame) return onClose();
    setSaving(true);
    const isDone = await actions.describe(attachment, fields);
    setSaving(false);
    if (isDone) onClose();
  };
  const saveOnEnter = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && !isComposing(event.nativeEvent)) void save();
  };
  const offer =
    day !== null && taken.trim() === '' ? <ExifOffer day={day} onUse={(each) => setTaken(each)} /> : undefined;
  return (
    <Dialog
      title={dialog.title}
      okText={dialog.save}
      cancelText={dialog.cancel}
      okButtonProps={{ disabled: !canSave, loading: isSaving }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item
          label={dialog.name}
          htmlFor={`${ids}-name`}
          {...(cleanName === '' ? { validateStatus: 'error' as const, help: dialog.nameNeeded } : {})}
        >
          <Input
            id={`${ids}-name`}
            value={name}
            maxLength={TEXT_LIMITS.title}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={saveOnEnter}
          />
        </Form.Item>
        <Form.Item label={dialog.caption} htmlFor={`${ids}-caption`}>
          <Input
            id={`${ids}-caption`}
            autoFocus
            value={caption}
            maxLength={TEXT_LIMITS.title}
            placeholder={dialog.captionPlaceholder}
            onChange={(event) => setCaption(event.target.value)}
            onKeyDown={saveOnEnter}
          />
        </Form.Item>
        {isPhoto(attachment.mime) && (
          <DateField
            id={`${ids}-taken`}
            label={dialog.taken}
            placeholder={dialog.takenPlaceholder}
            typed={typedDate}
            offer={offer}
            onChange={setTaken}
          />
        )}
        <Form.Item label={dialog.note} htmlFor={`${ids}-note`}>
          <Input.TextArea
            id={`${ids}-note`}
            rows={2}
            value={note}
            maxLength={TEXT_LIMITS.prose}
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
