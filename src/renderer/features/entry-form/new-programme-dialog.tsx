import { Form } from 'antd';
import { useRef, useState } from 'react';
import type { RecordOf } from '#domain/records/archive-record';
import type { DraftProblem } from '#domain/records/draft-problem';
import { readRecordDraft } from '#domain/records/record-draft';
import { LEVELS } from '#domain/vocabulary/levels';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ADD_NAMES } from '../../components/kind-names.ts';
import { ChoiceField, CountField, TextField } from './fields.tsx';
import type { FormHandle } from './form-handle.ts';
import { emptyForm, type FormValues } from './form-values.ts';
import { messages } from './messages.ts';
import { BodiesField } from './names-field.tsx';
import styles from './entry-form.module.css';

type NewProgrammeDialogProps = {
  /** The form that it is added from. */
  readonly form: FormHandle;
  readonly title: string;
  readonly onAdded: (programme: RecordOf<'programme'>) => void;
  readonly onClose: () => void;
};

/** Adds an award programme without leaving the form in which its name was typed. */
export function NewProgrammeDialog({ form: around, title, onAdded, onClose }: NewProgrammeDialogProps) {
  const { saveRecord } = useArchiveActions();
  const [initial] = useState<FormValues>(() => ({
    ...emptyForm('programme'),
    title,
    hosts: around.values['awardedBy'],
    level: around.values['level'],
  }));
  const [values, setValues] = useState(initial);
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const busy = useRef(false);
  const form: FormHandle = {
    ...around,
    kind: 'programme',
    idPrefix: 'programme',
    values,
    initial,
    problems,
    carried: new Set(),
    setUnconfirmed: () => undefined,
    set: (field, value) => {
      setValues((present) => ({ ...present, [field]: value }));
      setProblems((present) => present.filter((problem) => !problem.field.startsWith(field)));
    },
  };
  const save = async () => {
    if (busy.current) return;
    const read = readRecordDraft('programme', values, around.today);
    if (!read.ok) return setProblems(read.error);
    busy.current = true;
    setSaving(true);
    const saved = await saveRecord(read.value, null);
    busy.current = false;
    setSaving(false);
    if (saved) onAdded(saved.record);
  };
  return (
    <Dialog
      isSubmittedByEnter
      title={ADD_NAMES.programme}
      okText={messages.save}
      cancelText={messages.cancel}
      confirmLoading={isSaving}
      mask={{ closable: false }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form component={false} layout="vertical" disabled={isSaving}>
        <div className={styles['fields']}>
          <div className={styles['wide']}>
            <TextField form={form} name="title" required />
          </div>
          <div className={styles['wide']}>
            <BodiesField form={form} name="hosts" />
          </div>
          <ChoiceField form={form} name="level" choices={LEVELS} nothing={messages.noLevel} />
          <CountField form={form} name="cycleYears" />
        </div>
      </Form>
    </Dialog>
  );
}
