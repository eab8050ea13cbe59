import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { LONGEST_PASSPHRASE } from '#contract/lock-contract';
import { messages } from './messages.ts';

type UnlockFormProps = {
  /** The one that was typed before is another one. */
  readonly isWrong: boolean;
  readonly isBusy: boolean;
  readonly onSubmit: (passphrase: string) => void;
};

/** Asks for the passphrase of an encrypted backup. */
export function UnlockForm({ isWrong, isBusy, onSubmit }: UnlockFormProps) {
  const { unlock: words } = messages;
  const [typed, setTyped] = useState('');
  return (
    <Form layout="vertical" onFinish={() => onSubmit(typed)}>
      <p>{words.why}</p>
      <Form.Item
        label={words.passphrase}
        htmlFor="backup-passphrase"
        validateStatus={isWrong ? 'error' : ''}
        help={isWrong && <span role="alert">{words.wrong}</span>}
      >
        <Input.Password
          id="backup-passphrase"
          autoComplete="off"
          autoFocus
          maxLength={LONGEST_PASSPHRASE}
          disabled={isBusy}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" disabled={isBusy || typed === ''}>
        {words.open}
      </Button>
    </Form>
  );
}
