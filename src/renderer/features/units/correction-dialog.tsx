import { Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { parseFuzzyDate } from '#domain/dates/parse-fuzzy-date';
import { recordTitle } from '#domain/records/archive-record';
import type { UnitChange } from '#domain/records/unit-change';
import { correctUnitChange } from '#storage/change-unit';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useNavigation, useUnsaved } from '../../navigation/navigation.tsx';
import { DateInputField } from './date-input-field.tsx';
import { messages } from './messages.ts';
import type { DateInput } from './unit-form-values.ts';
import styles from './units.module.css';

type CorrectionDialogProps = { readonly change: UnitChange; readonly onClose: () => void };

/** Corrects when a change took place, and by which document. */
export function CorrectionDialog({ change, onClose }: CorrectionDialogProps) {
  const { archive } = useSession();
  const { perform } = useArchiveActions();
  const { leave, setUnsaved } = useNavigation();
  const [initial] = useState({ date: change.date as DateInput, basis: change.basis, note: change.note });
  const [form, setForm] = useState(initial);
  const [hasNoDate, setHasNoDate] = useState(false);
  const busy = useRef(false);
  useUnsaved(JSON.stringify(form) !== JSON.stringify(initial));
  const set = (part: Partial<typeof form>) => {
    setForm((present) => ({ ...present, ...part }));
    setHasNoDate(false);
  };
  const save = async () => {
    if (busy.current) return;
    const read = typeof form.date === 'string' ? parseFuzzyDate(form.date, { today: archive.today() }) : null;
    const date = typeof form.date === 'string' ? (read?.ok ? read.value.date : null) : form.date;
    if (date?.start === null || date === null) return setHasNoDate(true);
    busy.current = true;
    const edited = { id: change.id, revision: change.revision };
    const correction = { date, basis: form.basis.trim(), note: form.note.trim() };
    const said = { done: messages.change.corrected, label: recordTitle(change), from: 'form' } as const;
    const saved = await perform((open) => correctUnitChange(open, edited, correction), said);
    busy.current = false;
    if (!saved) return;
    setUnsaved(false);
    onClose();
  };
  return (
    <Dialog
      width={560}
      title={messages.change.correctTitle}
      okText={messages.save}
      cancelText={messages.cancel}
      mask={{ closable: false }}
      onOk={() => void save()}
      onCancel={() => leave(onClose)}
    >
      <p className={styles['intro']}>{messages.change.correctHint}</p>
      <Form component={false} layout="vertical">
        <Form.Item label={messages.change.date} htmlFor="change-date" required>
          <DateInputField
            id="change-date"
            label={messages.change.date}
            value={form.date}
            problem={hasNoDate ? messages.change.problem({ code: 'date-required' }) : undefined}
            onChange={(date) => set({ date })}
          />
        </Form.Item>
        <Form.Item label={messages.change.basis} htmlFor="change-basis">
          <Input id="change-basis" value={form.basis} onChange={(event) => set({ basis: event.target.value })} />
        </Form.Item>
        <Form.Item label={messages.change.note} htmlFor="change-note">
          <Input.TextArea
            id="change-note"
            rows={2}
            value={form.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
