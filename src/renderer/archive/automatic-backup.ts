import { isDailyBackupDue, isWithoutBackup } from '#domain/backup/backup-due';
import type { Archive } from '#storage/archive';
import { callMain } from './bridge.ts';
import { makeBackup, type BackupFailureCode } from './make-backup.ts';

/**
 * Makes the data folder's own backup of the day, or the one before an import, unless a backup holds everything. Answers
 * why it could not be made; null when it was made or not needed. One window makes it for all of them.
 */
export async function backUpIfDue(
  { database, today }: Pick<Archive, 'database' | 'today'>,
  reason: 'daily' | 'before-import',
): Promise<BackupFailureCode | null> {
  return navigator.locks.request('rongdang-backup', async () => {
    const head = await database.applied.get('head');
    const listed = await callMain('backups:list', null);
    const known = listed
      .filter(({ state }) => state !== 'missing')
      .map(({ madeAt, sequence }) => ({ day: localDay(new Date(madeAt)), sequence }));
    const sequence = head?.sequence ?? 0;
    const isDue = reason === 'daily' ? isDailyBackupDue(known, sequence, today()) : isWithoutBackup(known, sequence);
    if (!isDue) return null;
    const made = await makeBackup(database, reason);
    // Whatever is under way is a backup too, or a restoring that was preceded by one.
    return made.ok || made.code === 'busy' ? null : made.code;
  });
}

function localDay(moment: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;
}
