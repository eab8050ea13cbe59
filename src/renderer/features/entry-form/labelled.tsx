import { Form, Tag } from 'antd';
import type { ReactNode } from 'react';
import { fieldLabel } from '../../archive/field-labels.ts';
import { describeProblem, problemHint } from '../../archive/problem-messages.ts';
import { fieldId, type FormHandle } from './form-handle.ts';
import { messages } from './messages.ts';
import styles from './entry-form.module.css';

type LabelledProps = {
  readonly form: FormHandle;
  readonly name: string;
  readonly help?: ReactNode;
  readonly required?: boolean;
  /** Stands behind the label. */
  readonly beside?: ReactNode;
  /** Several inputs stand under the label, each with a name of its own. */
  readonly isGroup?: boolean;
  readonly children: ReactNode;
};

/** Label, input, and below it what is wrong or how it was understood. */
export function Labelled({ form, name, help, required, beside, isGroup, children }: LabelledProps) {
  const problem = form.problems.find(({ field }) => field === name || field.startsWith(`${name}[`));
  const text = fieldLabel(name, form.kind);
  const label = (
    <>
      {text}
      {form.carried.has(name) && <Tag className={styles['carried'] ?? ''}>{messages.carried}</Tag>}
    </>
  );
  const item = (
    <Form.Item
      label={label}
      {...(isGroup ? {} : { htmlFor: fieldId(form, name) })}
      required={required ?? false}
      validateStatus={problem ? 'error' : ''}
      help={problem ? (isGroup ? describeProblem(problem) : problemHint(problem)) : help}
    >
      {children}
    </Form.Item>
  );
  if (!isGroup && beside === undefined) return item;
  return (
    <div className={styles['group']} {...(isGroup ? { role: 'group', 'aria-label': text } : {})}>
      {beside !== undefined && <div className={styles['beside']}>{beside}</div>}
      {item}
    </div>
  );
}
