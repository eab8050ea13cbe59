import { Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { LONGEST_PASSPHRASE } from '#contract/lock-contract';
import { messages } from './messages.ts';
import styles from './safety.module.css';

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
  const input = useRef<InputRef>(null);
  // A field that was switched off meanwhile has lost the focus; typing again replaces what was wrong.
  useEffect(() => {
    if (!isBusy) input.current?.focus({ cursor: 'all' });
  }, [isBusy]);
  return (
    <Form className={styles['unlock'] ?? ''} layout="vertical" onFinish={() => onSubmit(typed)}>
      <p className={styles['why']}>{words.why}</p>
      <Form.Item
        label={words.passphrase}
        htmlFor="backup-passphrase"
        validateStatus={isWrong ? 'error' : ''}
        help={isWrong && <span role="alert">{words.wrong}</span>}
        className={styles['passphrase'] ?? ''}
      >
        <Input.Password
          id="backup-passphrase"
          autoComplete="off"
          ref={input}
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
