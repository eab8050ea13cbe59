import type { ArchiveDatabase } from '#storage/database';
import { formatBytes } from '../../archive/attach-messages.ts';
import { backupMessages } from '../../archive/backup-messages.ts';
import { makeBackup } from '../../archive/make-backup.ts';
import { messages } from './messages.ts';

/** How a piece of work has ended. */
export type Outcome = { readonly type: 'success' | 'info' | 'error'; readonly text: string };

/** Makes a complete backup where the person says, encrypted by a passphrase if there is one, or in the second place, and says how it went. */
export async function backUp(
  database: ArchiveDatabase,
  reason: 'asked' | 'second-place',
  passphrase: string | null = null,
): Promise<Outcome> {
  const made = await makeBackup(database, reason, passphrase);
  if (!made.ok) {
    const { second } = messages;
    const said = reason === 'second-place' ? { missing: second.away, cancelled: second.cancelled } : {};
    const words = { ...backupMessages.notMade, ...said };
    return { type: made.code === 'cancelled' ? 'info' : 'error', text: words[made.code] };
  }
  if (!('path' in made)) throw new Error('A backup was begun and not written.');
  const { path, bytes, files, pool, isSealed, damagedAttachments } = made;
  const damage = damagedAttachments.length;
  const text = [
    messages.backups.made(path, formatBytes(bytes), files),
    ...(isSealed ? [messages.seal.made] : []),
    ...(pool ? [backupMessages.pool(pool.copied, formatBytes(pool.copiedBytes), pool.known)] : []),
    ...(damage > 0 ? [backupMessages.damagedAttachments(damage)] : []),
  ];
  return { type: 'success', text: text.join('') };
}
