import { Alert } from 'antd';
import { useState } from 'react';
import { SHORTEST_PASSPHRASE } from '#contract/lock-contract';
import { Dialog } from '../../components/dialog.tsx';
import { PassphraseFields } from '../../components/passphrase-fields.tsx';
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
      <PassphraseFields
        name="seal"
        fields={FIELDS}
        labels={words.fields}
        hints={{ chosen: words.length }}
        typed={typed}
        problem={wrong && { field: wrong, text: words.problems[wrong] }}
        onType={(field, text) => setTyped({ ...typed, [field]: text })}
      />
    </Dialog>
  );
}

function problemOf(field: Field, { chosen, repeated }: Typed): boolean {
  return field === 'chosen' ? chosen.length < SHORTEST_PASSPHRASE : repeated !== chosen;
}
