import { App } from 'antd';
import { useEffect } from 'react';
import { backUpIfDue } from '../../archive/automatic-backup.ts';
import { backupMessages } from '../../archive/backup-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import { messages } from './messages.ts';

/** A backup does not begin while somebody is just starting their work. */
const FIRST_LOOK_MS = 5 * 60_000;
const LOOK_AGAIN_MS = 60_000;

/** What this window has said already; the screens come and go, the window stays. */
const done = { warnedOf: '' };

/** Makes the day's backup quietly, some minutes after the start, and says once when it cannot be made. */
export function BackupWatch() {
  const { archive } = useSession();
  const { notification } = App.useApp();
  useEffect(() => {
    const look = async () => {
      if (performance.now() < FIRST_LOOK_MS) return;
      const failed = await backUpIfDue(archive, 'daily');
      if (failed === null || failed === done.warnedOf) return;
      done.warnedOf = failed;
      const description = backupMessages.notMade[failed];
      notification.warning({ key: 'backup', title: messages.warningTitle, description, duration: 0 });
    };
    // What main cannot answer now it is asked again in a minute.
    const timer = setInterval(() => void look().catch(() => undefined), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [archive, notification]);
  return null;
}
