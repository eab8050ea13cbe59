import { App } from 'antd';
import { useEffect } from 'react';
import { backUpIfDue } from '../../archive/automatic-backup.ts';
import { callMain } from '../../archive/bridge.ts';
import { backupMessages } from '../../archive/backup-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import { messages } from './messages.ts';

/** A backup does not begin while somebody is just starting their work. */
const FIRST_LOOK_MS = 5 * 60_000;
const LOOK_AGAIN_MS = 60_000;

/** What this window has said already; the screens come and go, the window stays. */
const done = { warnedOf: '', hasToldOfUpgrade: false };

/**
 * Makes the day's backup and the month's rehearsal quietly, some minutes after the start, and says when one of them has
 * failed, or the backup before an upgrade.
 */
export function BackupWatch() {
  const { archive } = useSession();
  const { notification } = App.useApp();
  useEffect(() => {
    const tell = async () => {
      const failed = await callMain('backups:upgrade-failure', null);
      if (failed === null || done.hasToldOfUpgrade) return;
      done.hasToldOfUpgrade = true;
      const description = `${backupMessages.notMade[failed]}${messages.upgradeAgain}`;
      notification.warning({ key: 'upgrade-backup', title: messages.upgradeTitle, description, duration: 0 });
    };
    void tell().catch(() => undefined);
  }, [notification]);
  useEffect(() => {
    const look = async () => {
      if (performance.now() < FIRST_LOOK_MS) return;
      const failed = await backUpIfDue(archive, 'daily');
      if (failed !== null && failed !== done.warnedOf) {
        done.warnedOf = failed;
        const description = backupMessages.notMade[failed];
        notification.warning({ key: 'backup', title: messages.warningTitle, description, duration: 0 });
      }
      const rehearsed = await callMain('backup:rehearse-if-due', null);
      if (rehearsed === null || rehearsed.isGood) return;
      const description = messages.rehearsalFailed(rehearsed.path);
      notification.error({ key: 'rehearsal', title: messages.rehearsalTitle, description, duration: 0 });
    };
    // What main cannot answer now it is asked again in a minute.
    const timer = setInterval(() => void look().catch(() => undefined), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [archive, notification]);
  return null;
}
