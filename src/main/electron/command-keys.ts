import { LONGEST_PASSPHRASE, SHORTEST_PASSPHRASE } from '#contract/lock-contract';
import { NO_KEYS, type PackageKeys } from '#services/backup/package-source';
import type { ParsedArguments } from '#services/parse-arguments';
import { readSecret } from './command-passphrase.ts';
import type { CommandError } from './command-run.ts';
import { messages } from './messages.ts';

const COMMANDS: ReadonlySet<string> = new Set(['backup', 'verify', 'restore', 'rehearse']);
const WHERE = '--backup-passphrase-file';

/** What a command opens sealed backups with, or seals its own with, besides the archive's own key. */
export async function readCommandKeys({ name, options }: ParsedArguments): Promise<PackageKeys | CommandError> {
  if (!COMMANDS.has(name) || options['help'] === true) return NO_KEYS;
  if (options['backup-passphrase'] !== undefined) {
    return { code: 'bad-option', message: messages.backupPassphrase.notInCommand, where: '--backup-passphrase' };
  }
  const passphrase = await readSecret(options, 'backup-passphrase-file');
  if (passphrase !== null && typeof passphrase !== 'string') return passphrase;
  const isChosen = name === 'backup' && passphrase !== null;
  if (isChosen && (passphrase.length < SHORTEST_PASSPHRASE || passphrase.length > LONGEST_PASSPHRASE)) {
    const message = messages.backupPassphrase.length(SHORTEST_PASSPHRASE, LONGEST_PASSPHRASE);
    return { code: 'bad-passphrase', message, where: WHERE };
  }
  return { ...NO_KEYS, passphrase };
}
