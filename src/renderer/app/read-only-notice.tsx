import { useSession } from '../archive/session-context.tsx';
import { formatRoute } from '../navigation/route.ts';
import { messages } from './messages.ts';
import styles from './shell.module.css';

/** Says above every screen that nothing can be changed, and where that is switched off. */
export function ReadOnlyNotice() {
  const { info, isReadOnly } = useSession();
  if (!isReadOnly) return null;
  const { byStart, bySetting, change } = messages.readOnly;
  return (
    <output className={styles['readOnly']}>
      {info.readOnly ? byStart : bySetting}{' '}
      {!info.readOnly && <a href={formatRoute({ screen: 'settings' })}>{change}</a>}
    </output>
  );
}
