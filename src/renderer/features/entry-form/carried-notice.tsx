import { Alert, Button } from 'antd';
import { fieldLabel } from '../../archive/field-labels.ts';
import type { FormHandle } from './form-handle.ts';
import { emptyForm, type FormValues } from './form-values.ts';
import { messages } from './messages.ts';
import styles from './entry-form.module.css';

type CarriedNoticeProps = {
  readonly form: FormHandle;
  /** Called with what stands in the form without what was taken over. */
  readonly onClear: (values: FormValues) => void;
};

/** Says what a new form has taken over from the record before, and lets go of it. */
export function CarriedNotice({ form, onClear }: CarriedNoticeProps) {
  const names = [...form.carried];
  if (names.length === 0) return null;
  const clear = () => {
    const empty = emptyForm(form.kind);
    onClear({ ...form.values, ...Object.fromEntries(names.map((name) => [name, empty[name]])) });
  };
  return (
    <Alert
      className={styles['notice'] ?? ''}
      type="info"
      title={messages.kept.carriedOver(names.map((name) => fieldLabel(name, form.kind)))}
      action={
        <Button size="small" onClick={clear}>
          {messages.kept.clear}
        </Button>
      }
    />
  );
}
