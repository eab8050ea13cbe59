import { Alert, Form, Input } from 'antd';
import { useState } from 'react';
import { LONGEST_PASSPHRASE, SHORTEST_PASSPHRASE } from '#contract/lock-contract';
import { Dialog } from '../../components/dialog.tsx';
import { messages } from './messages.ts';

const { seal: words } = messages;
const FIELDS = ['chosen', 'repeated'] as const;
type Field = (typeof FIELDS)[number];
type Typed = Readonly<Record<Field, string>>;

type SealDialogProps = { readonly onSeal: (passphrase: string) => void; readonly onClose: () => void };

/** Asks for the passphrase of a backup that is to be encrypted, and says before that nobody can find it again. */
export function SealDialog({ onSeal, onClose }: SealDialogProps) {
  const [typed, setTyped] = useState<Typed>({ chosen: '', repeated: '' });
  const [wrong, setWrong] = useState<Field | null>(null);
  const submit = () => {
    const problem = FIELDS.find((field) => problemOf(field, typed)) ?? null;
    setWrong(problem);
    if (!problem) onSeal(typed.chosen);
  };
  return (
    <Dialog
      title={words.title}
      width={520}
      okText={words.ok}
      cancelText={words.cancel}
      mask={{ closable: false }}
      isSubmittedByEnter
      onOk={submit}
      onCancel={onClose}
    >
      <Alert type="warning" showIcon role="note" title={words.lost} description={words.lostMore} />
      <p>{words.what}</p>
      <Form layout="vertical">
        {FIELDS.map((field) => (
          <Form.Item
            key={field}
            label={words.fields[field]}
            htmlFor={`seal-${field}`}
            validateStatus={wrong === field ? 'error' : ''}
            help={wrong === field && <span role="alert">{words.problems[field]}</span>}
            extra={field === 'chosen' && words.length}
          >
            <Input.Password
              id={`seal-${field}`}
              autoComplete="off"
              maxLength={LONGEST_PASSPHRASE}
              value={typed[field]}
              onChange={({ target }) => setTyped({ ...typed, [field]: target.value })}
            />
          </Form.Item>
        ))}
      </Form>
    </Dialog>
  );
}

function problemOf(field: Field, { chosen, repeated }: Typed): boolean {
  return field === 'chosen' ? chosen.length < SHORTEST_PASSPHRASE : repeated !== chosen;
}
