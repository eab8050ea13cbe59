import { LONGEST_PASSPHRASE, SHORTEST_PASSPHRASE } from '#contract/lock-contract';
import { NO_KEYS, type PackageKeys } from '#services/backup/package-source';
import type { ParsedArguments } from '#services/parse-arguments';
import { readSecret } from './command-passphrase.ts';
import type { CommandError } from './command-run.ts';
import { messages } from './messages.ts';

const COMMANDS: ReadonlySet<string> = new Set(['backup', 'verify', 'restore', 'rehearse']);
const WHERE = '--backup-passphrase-file';

/**
 * What a command opens sealed backups with, or seals its own with. `--backup-key-file -` is how a rehearsal hands the key of an
 * opened package to the process that looks at it: by standard input, and without asking for the passphrase again.
 */
export async function readCommandKeys({ name, options }: ParsedArguments): Promise<PackageKeys | CommandError> {
  if (!COMMANDS.has(name) || options['help'] === true) return NO_KEYS;
  if (options['backup-passphrase'] !== undefined) {
    return { code: 'bad-option', message: messages.backupPassphrase.notInCommand, where: '--backup-passphrase' };
  }
  const key = name === 'restore' ? await readSecret(options, 'backup-key-file') : null;
  if (key !== null) return typeof key === 'string' ? { ...NO_KEYS, keyOf: keyOfText(key) } : key;
  const passphrase = await readSecret(options, 'backup-passphrase-file');
  if (passphrase !== null && typeof passphrase !== 'string') return passphrase;
  const isChosen = name === 'backup' && passphrase !== null;
  if (isChosen && (passphrase.length < SHORTEST_PASSPHRASE || passphrase.length > LONGEST_PASSPHRASE)) {
    const message = messages.backupPassphrase.length(SHORTEST_PASSPHRASE, LONGEST_PASSPHRASE);
    return { code: 'bad-passphrase', message, where: WHERE };
  }
  return { ...NO_KEYS, passphrase };
}

/** Whatever a file says of its key: a wrong one opens no chunk of it. */
function keyOfText(text: string): PackageKeys['keyOf'] {
  const key = /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, 'hex') : null;
  return () => Promise.resolve(key);
}
