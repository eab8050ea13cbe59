import type { ArchiveDatabase } from '#storage/database';
import { formatBytes } from '../../archive/attach-messages.ts';
import { backupMessages } from '../../archive/backup-messages.ts';
import { makeBackup } from '../../archive/make-backup.ts';
import { messages } from './messages.ts';

/** How a piece of work has ended. */
export type Outcome = { readonly type: 'success' | 'info' | 'error'; readonly text: string };

/** Makes a complete backup where the person says, or in the second place, and says how it went. */
export async function backUp(database: ArchiveDatabase, reason: 'asked' | 'second-place'): Promise<Outcome> {
  const made = await makeBackup(database, reason);
  if (!made.ok) {
    if (made.code === 'cancelled') return { type: 'info', text: backupMessages.notMade.cancelled };
    const isAway = made.code === 'missing' && reason === 'second-place';
    return { type: 'error', text: isAway ? messages.second.away : backupMessages.notMade[made.code] };
  }
  if (!('path' in made)) throw new Error('A backup was begun and not written.');
  const damage = made.damagedAttachments.length;
  const text = messages.backups.made(made.path, formatBytes(made.bytes), made.files);
  return { type: 'success', text: damage > 0 ? `${text}${backupMessages.damagedAttachments(damage)}` : text };
}
