import { Alert, App, Form, Input } from 'antd';
import { useState } from 'react';
import { LONGEST_PASSPHRASE, SHORTEST_PASSPHRASE, type LockAnswer } from '#contract/lock-contract';
import { changeLock } from '../../archive/lock-state.ts';
import { Dialog } from '../../components/dialog.tsx';
import { messages } from './messages.ts';
import styles from './settings-screen.module.css';

export type PassphraseChange = 'set' | 'change' | 'remove';

const { passphrase: words } = messages;
type Field = 'present' | 'chosen' | 'repeated';
type Typed = Readonly<Record<Field, string>>;

const FIELDS: Readonly<Record<PassphraseChange, readonly Field[]>> = {
  set: ['chosen', 'repeated'],
  change: ['present', 'chosen', 'repeated'],
  remove: ['present'],
};

type PassphraseDialogProps = { readonly change: PassphraseChange; readonly onClose: () => void };

/** Sets, changes or removes the passphrase, and says before that what it does and does not protect. */
export function PassphraseDialog({ change, onClose }: PassphraseDialogProps) {
  const { message } = App.useApp();
  const [typed, setTyped] = useState<Typed>({ present: '', chosen: '', repeated: '' });
  const [problem, setProblem] = useState<{ readonly field: Field; readonly text: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const fields = FIELDS[change];

  const submit = async () => {
    const wrong = fields.flatMap((field) => problemOf(field, typed)).at(0) ?? null;
    setProblem(wrong);
    if (wrong || isBusy) return;
    setBusy(true);
    const answer = await send(change, typed).catch(() => null);
    setBusy(false);
    if (answer?.ok === true) {
      void message.success(words.done[change]);
      onClose();
      return;
    }
    setProblem({ field: fields[0] ?? 'present', text: refusalText(answer) });
  };
  return (
    <Dialog
      width={520}
      title={words.titles[change]}
      okText={words.ok[change]}
      cancelText={words.cancel}
      confirmLoading={isBusy}
      isSubmittedByEnter
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Explanation change={change} />
      <Form layout="vertical">
        {fields.map((field) => {
          const isWrong = problem?.field === field;
          return (
            <Form.Item
              key={field}
              label={words.fields[field]}
              htmlFor={`passphrase-${field}`}
              validateStatus={isWrong ? 'error' : ''}
              help={isWrong && <span role="alert">{problem.text}</span>}
              extra={field === 'chosen' && words.length}
            >
              <Input.Password
                id={`passphrase-${field}`}
                autoComplete="off"
                maxLength={LONGEST_PASSPHRASE}
                value={typed[field]}
                onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
              />
            </Form.Item>
          );
        })}
      </Form>
    </Dialog>
  );
}

function Explanation({ change }: { readonly change: PassphraseChange }) {
  if (change === 'remove') return <p>{words.removing}</p>;
  const lines = (
    <ul className={styles['warnings']}>
      {words.warnings.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return <Alert className={styles['warning'] ?? ''} type="warning" title={words.warningTitle} description={lines} />;
}

function problemOf(field: Field, { present, chosen, repeated }: Typed): { field: Field; text: string }[] {
  switch (field) {
    case 'present':
      return present === '' ? [{ field, text: words.missing }] : [];
    case 'chosen':
      return chosen.length < SHORTEST_PASSPHRASE ? [{ field, text: words.tooShort }] : [];
    case 'repeated':
      return repeated === chosen ? [] : [{ field, text: words.different }];
  }
}

async function send(change: PassphraseChange, { present, chosen }: Typed): Promise<LockAnswer> {
  if (change === 'remove') return changeLock('lock:remove', { present });
  return changeLock('lock:set', { present: change === 'set' ? null : present, passphrase: chosen });
}

function refusalText(answer: LockAnswer | null): string {
  if (!answer || answer.ok) return words.failed;
  const seconds = Math.ceil(answer.waitMs / 1000);
  if (answer.code === 'wrong') return words.wrong(seconds);
  return answer.code === 'waiting' ? words.waiting(seconds) : words.failed;
}
