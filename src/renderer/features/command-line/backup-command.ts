import type { Command } from '#contract/archive-contract';
import { refuse, succeed } from '#domain/result';
import { formatBytes } from '../../archive/attach-messages.ts';
import { backupMessages } from '../../archive/backup-messages.ts';
import { callMain } from '../../archive/bridge.ts';
import { makeBackup } from '../../archive/make-backup.ts';
import { backupCommandMessages as messages } from './backup-messages.ts';
import { optionText, type CommandDefinition, type Refusal, type UnopenedCommandDefinition } from './command.ts';
import { BACKUP_PASSPHRASE } from './package-commands.ts';

/**
 * `backup [--out FILE | --to DIR]`: a complete package in one file, encrypted by the passphrase that main has read, or one in a
 * folder where packages share their attachments; without either, one without attachments among the data folder's own.
 */
export const backup: CommandDefinition = {
  options: ['out', 'to', BACKUP_PASSPHRASE],
  arguments: 0,
  run: async (command, { archive }) => {
    const isShared = optionText(command, 'to') !== null;
    const isFile = optionText(command, 'out') !== null;
    if (isShared && isFile) return refuse({ code: 'bad-option', message: messages.oneTarget, where: '--to' });
    const refused = await refuseSealing(command);
    if (refused) return refuse(refused);
    const made = await makeBackup(archive.database, 'asked');
    if (!made.ok) {
      const where = isFile ? '--out' : isShared ? '--to' : null;
      const said = isShared ? { missing: messages.away, cancelled: messages.cancelledInPlace } : {};
      return refuse({ code: made.code, message: { ...backupMessages.notMade, ...said }[made.code], where });
    }
    if (!('path' in made)) throw new Error('A backup was begun and not written.');
    const { path, bytes, files, attachments, isSealed, damagedAttachments, removed, pool } = made;
    const isComplete = attachments !== 'left-out';
    const lines = [
      messages.made(path, formatBytes(bytes), isComplete),
      ...(isSealed ? [messages.sealed] : []),
      ...(isComplete ? [] : [messages.withoutAttachments]),
      ...(pool ? [backupMessages.pool(pool.copied, formatBytes(pool.copiedBytes), pool.known)] : []),
      ...(damagedAttachments.length > 0 ? [backupMessages.damagedAttachments(damagedAttachments.length)] : []),
      ...(removed.length > 0 ? [messages.removed(removed.length)] : []),
    ];
    return succeed({
      json: {
        ok: true,
        file: path,
        bytes,
        files,
        attachments,
        isSealed,
        damagedAttachments,
        removed,
        ...(pool && { pool }),
      },
      text: lines.join('\n'),
    });
  },
};

/** The data folder's own backups are opened by the program without asking, and no encrypted one is called a zip file. */
async function refuseSealing(command: Command): Promise<Refusal | null> {
  const hasPassphrase = optionText(command, BACKUP_PASSPHRASE) !== null;
  const where = `--${BACKUP_PASSPHRASE}`;
  const out = optionText(command, 'out');
  // Without one of its own it is encrypted as the archive is.
  if (!hasPassphrase && (out === null || !(await callMain('lock:state', null)).isSealed)) return null;
  if (out === null) return { code: 'bad-option', message: messages.sealedNeedsOut, where };
  return /\.zip$/i.test(out) ? { code: 'bad-option', message: messages.sealedIsNoZip, where: '--out' } : null;
}

/** `backups`: the packages that this archive has made or rehearsed, the latest first. */
export const backups: UnopenedCommandDefinition = {
  options: [],
  arguments: 0,
  runUnopened: async () => {
    const listed = await callMain('backups:list', null);
    const lines = listed.map(
      ({ path, bytes, madeAt, reason, state, isSealed }) =>
        `${backupMessages.madeAt(madeAt)}  ${backupMessages.state[state]}${isSealed ? messages.isSealed : ''}  ${backupMessages.reason(reason)}  ${formatBytes(bytes)}  ${path}`,
    );
    return succeed({ json: { ok: true, backups: listed }, text: lines.join('\n') || messages.none });
  },
};
