import { isDailyBackupDue, isWithoutBackup } from '#domain/backup/backup-due';
import { isSecondCopyDue } from '#domain/backup/second-place-due';
import type { Archive } from '#storage/archive';
import { callMain } from './bridge.ts';
import { localDay } from './local-day.ts';
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
    // One that takes a passphrase of its own is none to rely on: it may be forgotten.
    const known = listed
      .filter(({ state, asksPassphrase }) => state !== 'missing' && !asksPassphrase)
      .map(({ madeAt, sequence }) => ({ day: localDay(new Date(madeAt)), sequence }));
    const sequence = head?.sequence ?? 0;
    const isDue = reason === 'daily' ? isDailyBackupDue(known, sequence, today()) : isWithoutBackup(known, sequence);
    if (!isDue) return null;
    const made = await makeBackup(database, reason);
    // Whatever is under way is a backup too, or a restoring that was preceded by one.
    return made.ok || made.code === 'busy' ? null : made.code;
  });
}

/**
 * Makes the day's complete backup in the second place as well, when it is there. Answers whether it was made; why it could
 * not be made; null when it was not needed.
 */
export async function copyToSecondPlaceIfDue({
  database,
  today,
}: Pick<Archive, 'database' | 'today'>): Promise<'made' | BackupFailureCode | null> {
  return navigator.locks.request('rongdang-backup', async () => {
    const place = await callMain('second-place:read', null);
    if (!place) return null;
    const { lastBackup } = place;
    const day = lastBackup && localDay(new Date(lastBackup.at));
    const known = { ...place, lastBackup: lastBackup && day ? { day, sequence: lastBackup.sequence } : null };
    const head = await database.applied.get('head');
    if (!isSecondCopyDue(known, head?.sequence ?? 0, today())) return null;
    const made = await makeBackup(database, 'second-place');
    if (made.ok) return 'made';
    // It may have been unplugged just now, or another window is at work: it is tried again.
    return made.code === 'busy' || made.code === 'missing' ? null : made.code;
  });
}
