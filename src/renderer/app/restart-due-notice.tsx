import { Button } from 'antd';
import { callMain } from '../archive/bridge.ts';
import { useLockState } from '../archive/lock-state.ts';
import { messages } from './messages.ts';
import styles from './shell.module.css';

const { restartDue: words } = messages;

/** Says above every screen that the working copy from before records were encrypted goes with the next start only. */
export function RestartDueNotice() {
  const state = useLockState();
  if (state?.isRestartDue !== true) return null;
  const restart = async () => {
    // What is not saved is asked about, in each window.
    if (await callMain('window:let-go', null)) await callMain('app:restart', null);
  };
  return (
    <output className={styles['lockRemoved']}>
      <strong>{words.title}</strong>
      {words.body}{' '}
      <Button type="link" size="small" onClick={() => void restart()}>
        {words.restart}
      </Button>
    </output>
  );
}
