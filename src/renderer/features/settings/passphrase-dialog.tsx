import { Alert, App, Radio } from 'antd';
import { useState } from 'react';
import { SHORTEST_PASSPHRASE, type LockAnswer } from '#contract/lock-contract';
import { changeLock } from '../../archive/lock-state.ts';
import { Dialog } from '../../components/dialog.tsx';
import { PassphraseFields } from '../../components/passphrase-fields.tsx';
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

type PassphraseDialogProps = {
  readonly change: PassphraseChange;
  /** Whether the present passphrase encrypts the records. */
  readonly isSealed: boolean;
  readonly onClose: () => void;
};

/** Sets, changes or removes the passphrase, and says before that what it does and does not protect. */
export function PassphraseDialog({ change, isSealed, onClose }: PassphraseDialogProps) {
  const { message } = App.useApp();
  const [typed, setTyped] = useState<Typed>({ present: '', chosen: '', repeated: '' });
  // Whoever wants a passphrase expects that nobody reads the records without it.
  const [encrypts, setEncrypts] = useState(change === 'set' || isSealed);
  const [problem, setProblem] = useState<{ readonly field: Field; readonly text: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const fields = FIELDS[change];

  const submit = async () => {
    const wrong = fields.flatMap((field) => problemOf(field, typed)).at(0) ?? null;
    setProblem(wrong);
    if (wrong || isBusy) return;
    setBusy(true);
    const answer = await send(change, typed, encrypts).catch(() => null);
    setBusy(false);
    if (answer?.ok === true) {
      void message.success(doneText(change, { encrypts, isSealed }));
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
      {change === 'remove' ? (
        <p>{isSealed ? words.removingSealed : words.removing}</p>
      ) : (
        <Reach encrypts={encrypts} onChange={setEncrypts} />
      )}
      <PassphraseFields
        name="passphrase"
        fields={fields}
        labels={words.fields}
        hints={{ chosen: words.length }}
        typed={typed}
        problem={problem}
        onType={(field, text) => setTyped({ ...typed, [field]: text })}
      />
    </Dialog>
  );
}

type ReachProps = { readonly encrypts: boolean; readonly onChange: (encrypts: boolean) => void };

/** What the passphrase is to protect, and what that means. */
function Reach({ encrypts, onChange }: ReachProps) {
  const lines = (
    <ul className={styles['warnings']}>
      {words.warnings[encrypts ? 'encrypting' : 'locking'].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return (
    <>
      <Radio.Group
        className={styles['reach'] ?? ''}
        aria-label={words.reach.label}
        value={encrypts}
        onChange={(event) => onChange(event.target.value === true)}
        options={[
          { value: true, label: words.reach.encrypting },
          { value: false, label: words.reach.locking },
        ]}
      />
      <Alert className={styles['warning'] ?? ''} type="warning" title={words.warningTitle} description={lines} />
    </>
  );
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

async function send(change: PassphraseChange, { present, chosen }: Typed, encrypts: boolean): Promise<LockAnswer> {
  if (change === 'remove') return changeLock('lock:remove', { present });
  return changeLock('lock:set', { present: change === 'set' ? null : present, passphrase: chosen, encrypts });
}

function doneText(
  change: PassphraseChange,
  { encrypts, isSealed }: { readonly encrypts: boolean; readonly isSealed: boolean },
): string {
  if (change === 'remove') return isSealed ? words.done.removeSealed : words.done.remove;
  if (encrypts && !isSealed) return words.done.encrypt;
  return !encrypts && isSealed ? words.done.decrypt : words.done[change];
}

function refusalText(answer: LockAnswer | null): string {
  if (!answer || answer.ok) return words.failed;
  const seconds = Math.ceil(answer.waitMs / 1000);
  if (answer.code === 'wrong') return words.wrong(seconds);
  if (answer.code === 'unfinished') return words.unfinished;
  return answer.code === 'waiting' ? words.waiting(seconds) : words.failed;
}
