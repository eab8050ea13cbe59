import { Alert, Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react';
import { LONGEST_PASSPHRASE } from '#contract/lock-contract';
import { callMain } from '../../archive/bridge.ts';
import styles from './lock-screen.module.css';
import { messages } from './messages.ts';
import { useWait } from './use-wait.ts';

type LockScreenProps = {
  /** No passphrase opens it. */
  readonly isDamaged: boolean;
  /** The passphrase encrypts the records. */
  readonly isSealed: boolean;
  /** How long no passphrase is tried, in milliseconds. */
  readonly waitMs: number;
};

type Trying = 'ready' | 'trying' | 'wrong' | 'failed' | 'opening';

/** All that is shown while the archive is locked. Main takes this page away once the passphrase is right. */
export function LockScreen({ isDamaged, isSealed, waitMs }: LockScreenProps) {
  return (
    <main className={styles['screen']}>
      <div className={styles['box']}>
        <span className={styles['seal']} aria-hidden>
          {messages.seal}
        </span>
        <h1 className={styles['title']}>{messages.title}</h1>
        {isDamaged ? <Alert type="error" showIcon title={messages.damaged} /> : <PassphraseForm waitMs={waitMs} />}
        <details className={styles['forgotten']} open={isDamaged}>
          <summary>{messages.forgotten}</summary>
          <p>{isSealed ? messages.forgottenSealed : messages.forgottenBody}</p>
        </details>
      </div>
    </main>
  );
}

function PassphraseForm({ waitMs }: { readonly waitMs: number }) {
  const [passphrase, setPassphrase] = useState('');
  const [trying, setTrying] = useState<Trying>('ready');
  const [hasCapsLock, setCapsLock] = useState(false);
  const { seconds, begin } = useWait(waitMs);
  const input = useRef<InputRef>(null);
  const isBusy = trying === 'trying' || trying === 'opening';
  const isHeld = isBusy || seconds > 0;

  useEffect(() => {
    if (!isHeld) input.current?.focus();
  }, [isHeld]);

  const unlock = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isHeld || passphrase === '') return;
    setTrying('trying');
    const answer = await callMain('lock:unlock', { passphrase }).catch(() => null);
    if (answer?.ok === true) return setTrying('opening');
    setPassphrase('');
    begin(answer?.waitMs ?? 0);
    setTrying(answer?.code === 'wrong' || answer?.code === 'waiting' ? 'wrong' : 'failed');
  };
  const notice = noticeOf(trying, seconds);
  return (
    <form className={styles['form']} onSubmit={(event) => void unlock(event)}>
      <label htmlFor="passphrase">{messages.label}</label>
      <Input.Password
        id="passphrase"
        ref={input}
        autoFocus
        autoComplete="off"
        size="large"
        maxLength={LONGEST_PASSPHRASE}
        value={passphrase}
        readOnly={isBusy}
        aria-describedby="lock-notice"
        onChange={(event) => setPassphrase(event.target.value)}
        onKeyDown={(event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))}
      />
      <Button type="primary" htmlType="submit" size="large" loading={isBusy} disabled={seconds > 0}>
        {messages.unlock}
      </Button>
      <output
        id="lock-notice"
        className={trying === 'wrong' || trying === 'failed' ? styles['wrong'] : styles['notice']}
      >
        {[notice, hasCapsLock ? messages.capsLock : ''].filter((each) => each !== '').join(' ')}
      </output>
    </form>
  );
}

function noticeOf(trying: Trying, seconds: number): string {
  const wait = seconds > 0 ? messages.wait(seconds) : '';
  switch (trying) {
    case 'opening':
      return messages.opening;
    case 'failed':
      return messages.failed;
    case 'wrong':
      return `${messages.wrong}${wait}`;
    case 'ready':
    case 'trying':
      return wait;
  }
}
