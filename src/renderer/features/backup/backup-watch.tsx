import { App } from 'antd';
import { useEffect } from 'react';
import { backUpIfDue, copyToSecondPlaceIfDue } from '../../archive/automatic-backup.ts';
import { callMain } from '../../archive/bridge.ts';
import { backupMessages } from '../../archive/backup-messages.ts';
import { useSession } from '../../archive/session-context.tsx';
import { messages } from './messages.ts';

/** A backup does not begin while somebody is just starting their work. */
const FIRST_LOOK_MS = 5 * 60_000;
const LOOK_AGAIN_MS = 60_000;

/** What this window has said already; the screens come and go, the window stays. */
const done = { warnedOf: '', warnedOfCopy: '', hasToldOfUpgrade: false };

type Archive = ReturnType<typeof useSession>['archive'];
type Notices = ReturnType<typeof App.useApp>['notification'];

/**
 * Makes the day's backup quietly, some minutes after the start, then the one in the second place when that is there, then
 * the month's rehearsal; says once when one of them has failed, or the backup before an upgrade.
 */
export function BackupWatch() {
  const { archive } = useSession();
  const { notification } = App.useApp();
  useEffect(() => {
    void tellOfUpgrade(notification).catch(() => undefined);
  }, [notification]);
  useEffect(() => {
    const look = async () => {
      if (performance.now() < FIRST_LOOK_MS) return;
      await makeDaily(archive, notification);
      await copyToSecondPlace(archive, notification);
      await rehearse(notification);
    };
    // What main cannot answer now it is asked again in a minute.
    const timer = setInterval(() => void look().catch(() => undefined), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [archive, notification]);
  return null;
}

async function tellOfUpgrade(notification: Notices): Promise<void> {
  const failed = await callMain('backups:upgrade-failure', null);
  if (failed === null || done.hasToldOfUpgrade) return;
  done.hasToldOfUpgrade = true;
  const description = `${backupMessages.notMade[failed]}${messages.upgradeAgain}`;
  notification.warning({ key: 'upgrade-backup', title: messages.upgradeTitle, description, duration: 0 });
}

async function makeDaily(archive: Archive, notification: Notices): Promise<void> {
  const failed = await backUpIfDue(archive, 'daily');
  if (failed === null || failed === done.warnedOf) return;
  done.warnedOf = failed;
  const description = backupMessages.notMade[failed];
  notification.warning({ key: 'backup', title: messages.warningTitle, description, duration: 0 });
}

async function copyToSecondPlace(archive: Archive, notification: Notices): Promise<void> {
  const copied = await copyToSecondPlaceIfDue(archive);
  if (copied === null || copied === done.warnedOfCopy) return;
  if (copied === 'made') {
    notification.success({ key: 'second-copy', title: messages.copied, duration: 8 });
    return;
  }
  done.warnedOfCopy = copied;
  const description = backupMessages.notMade[copied];
  notification.warning({ key: 'second-copy', title: messages.notCopiedTitle, description, duration: 0 });
}

async function rehearse(notification: Notices): Promise<void> {
  const rehearsed = await callMain('backup:rehearse-if-due', null);
  if (rehearsed === null || rehearsed.isGood) return;
  const description = messages.rehearsalFailed(rehearsed.path);
  notification.error({ key: 'rehearsal', title: messages.rehearsalTitle, description, duration: 0 });
}
