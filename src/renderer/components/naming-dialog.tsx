import { Form, Input } from 'antd';
import { useState } from 'react';
import { isComposing } from '../hooks/is-composing.ts';
import { Dialog } from './dialog.tsx';

type NamingDialogProps = {
  readonly words: {
    readonly title: string;
    readonly label: string;
    readonly hint: string;
    readonly ok: string;
    readonly cancel: string;
  };
  /** What it is called until now. */
  readonly name: string;
  /** How many characters it may have; 60 when not said. */
  readonly longest?: number;
  readonly onName: (name: string) => Promise<void>;
  readonly onClose: () => void;
};

const INPUT_ID = 'naming-dialog-name';

/** Asks what something is to be called; a name has to have something in it. */
export function NamingDialog({ words, name: first, longest = 60, onName, onClose }: NamingDialogProps) {
  const [name, setName] = useState(first);
  const trimmed = name.trim();
  const finish = () => {
    if (trimmed !== '') void onName(trimmed);
  };
  return (
    <Dialog
      width={420}
      title={words.title}
      okText={words.ok}
      cancelText={words.cancel}
      okButtonProps={{ disabled: trimmed === '' }}
      onOk={finish}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={words.label} htmlFor={INPUT_ID}>
          <Input
            id={INPUT_ID}
            autoFocus
            autoComplete="off"
            maxLength={longest}
            placeholder={words.hint}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
              event.preventDefault();
              finish();
            }}
          />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
