import { Form, Input } from 'antd';
import { useId, useState } from 'react';
import { UNKNOWN_DATE } from '#domain/dates/fuzzy-date';
import type { Attachment } from '#domain/records/attachment';
import { TEXT_LIMITS } from '#domain/records/draft-fields';
import type { PhotoGroup } from '#domain/records/photo-group';
import type { RecordReference } from '#domain/records/reference-fields';
import { cleanText } from '#domain/text/clean-text';
import { groupAttachments } from '#storage/group-attachments';
import { fieldLabel } from '../../archive/field-labels.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import styles from './attachments.module.css';
import { DateField, readTypedDate } from './date-field.tsx';
import { ExifOffer, useExifDay } from './exif-offer.tsx';
import { messages } from './messages.ts';

type GroupDialogProps = {
  readonly owner: RecordReference;
  /** The group that is changed, or null for a new one. */
  readonly group: PhotoGroup | null;
  /** The photos that come into the group; for one that there is, those that are in it. */
  readonly photos: readonly Attachment[];
  readonly onSaved?: () => void;
  readonly onClose: () => void;
};

/** The texts of a group, in the order of the six elements; the time stands after the first of them. */
const TEXTS = ['event', 'place', 'people', 'background', 'photographer', 'note'] as const;
type TextField = (typeof TEXTS)[number];
const SHORT: ReadonlySet<TextField> = new Set(['place', 'photographer']);

/** Photos of one occasion, described by the six elements of a caption. */
export function GroupDialog({ owner, group, photos, onSaved, onClose }: GroupDialogProps) {
  const { archive } = useSession();
  const { perform } = useArchiveActions();
  const ids = useId();
  const [title, setTitle] = useState(group?.title ?? '');
  const [when, setWhen] = useState(group?.date.raw ?? '');
  const [texts, setTexts] = useState<Readonly<Record<TextField, string>>>(() => textsOf(group));
  const [isSaving, setSaving] = useState(false);
  const typedDate = readTypedDate(when, group?.date ?? UNKNOWN_DATE, archive.today());
  const day = useExifDay(photos[0] ?? { sha256: '', mime: '' });
  const cleanTitle = cleanText(title, 'single').text;
  const canSave = cleanTitle !== '' && typedDate.date !== null && !isSaving;

  const save = async () => {
    const { date } = typedDate;
    if (!canSave || date === null) return;
    setSaving(true);
    const clean = Object.fromEntries(
      TEXTS.map((field) => [field, cleanText(texts[field], SHORT.has(field) ? 'single' : 'many').text]),
    ) as Record<TextField, string>;
    const content = { title: cleanTitle, owner, date, ...clean };
    const edited = group && { id: group.id, revision: group.revision };
    const saved = await perform((open) => groupAttachments(open, content, edited, group ? [] : photos), {
      done: messages.group.saved(cleanTitle),
      label: cleanTitle,
      from: 'form',
    });
    setSaving(false);
    if (!saved) return;
    onSaved?.();
    onClose();
  };
  const textItem = (field: TextField) => (
    <Form.Item key={field} label={fieldLabel(field, 'photoGroup')} htmlFor={`${ids}-${field}`}>
      {SHORT.has(field) ? (
        <Input
          id={`${ids}-${field}`}
          value={texts[field]}
          maxLength={TEXT_LIMITS.phrase}
          onChange={(event) => setTexts({ ...texts, [field]: event.target.value })}
        />
      ) : (
        <Input.TextArea
          id={`${ids}-${field}`}
          rows={field === 'note' ? 1 : 2}
          value={texts[field]}
          maxLength={TEXT_LIMITS.prose}
          placeholder={field === 'people' ? messages.group.peoplePlaceholder : ''}
          onChange={(event) => setTexts({ ...texts, [field]: event.target.value })}
        />
      )}
    </Form.Item>
  );
  return (
    <Dialog
      centered
      width={640}
      title={`${group ? messages.group.editTitle : messages.group.newTitle} · ${messages.group.photos(photos.length)}`}
      okText={messages.dialog.save}
      cancelText={messages.dialog.cancel}
      okButtonProps={{ disabled: !canSave, loading: isSaving }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p className={styles['quiet']}>{messages.group.hint}</p>
      <Form layout="vertical">
        <Form.Item label={messages.group.name} htmlFor={`${ids}-title`} required>
          <Input
            id={`${ids}-title`}
            autoFocus
            value={title}
            maxLength={TEXT_LIMITS.title}
            placeholder={messages.group.namePlaceholder}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Form.Item>
        {textItem('event')}
        <div className={styles['pair']}>
          <DateField
            id={`${ids}-date`}
            label={messages.group.date}
            placeholder={messages.dialog.takenPlaceholder}
            typed={typedDate}
            offer={day !== null && when.trim() === '' ? <ExifOffer day={day} onUse={setWhen} /> : undefined}
            onChange={setWhen}
          />
          {textItem('place')}
        </div>
        {textItem('people')}
        {textItem('background')}
        <div className={styles['pair']}>
          {textItem('photographer')}
          {textItem('note')}
        </div>
      </Form>
    </Dialog>
  );
}

function textsOf(group: PhotoGroup | null): Readonly<Record<TextField, string>> {
  return Object.fromEntries(TEXTS.map((field) => [field, group?.[field] ?? ''])) as Record<TextField, string>;
}
