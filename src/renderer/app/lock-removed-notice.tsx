import { App, Button } from 'antd';
import { changeLock, useLockState } from '../archive/lock-state.ts';
import { useSession } from '../archive/session-context.tsx';
import { formatRoute } from '../navigation/route.ts';
import { messages } from './messages.ts';
import styles from './shell.module.css';

const { lockRemoved: words } = messages;

/** Says above every screen that somebody has taken the passphrase away, until another is set or none is wanted. */
export function LockRemovedNotice() {
  const { message } = App.useApp();
  const { info } = useSession();
  const state = useLockState();
  if (state?.wasRemoved !== true) return null;
  const accept = async () => {
    const answer = await changeLock('lock:accept-removal', null).catch(() => null);
    if (answer?.ok !== true) void message.error(words.notKept);
  };
  return (
    <div role="alert" className={styles['lockRemoved']}>
      <strong>{words.title}</strong>
      {words.body} <a href={formatRoute({ screen: 'settings' })}>{words.setAnew}</a>{' '}
      <Button type="link" size="small" disabled={info.readOnly} onClick={() => void accept()}>
        {words.accept}
      </Button>
    </div>
  );
}
