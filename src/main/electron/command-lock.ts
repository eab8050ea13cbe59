import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import type { ArchiveLock } from '#services/archive-lock';
import type { ParsedArguments } from '#services/parse-arguments';
import { readSecret } from './command-passphrase.ts';
import type { CommandError } from './command-run.ts';
import { messages } from './messages.ts';

const VARIABLE = 'RONGDANG_PASSPHRASE';
const WHERE = '--passphrase-file';

/**
 * Opens a locked archive for a command, with the passphrase from a file, standard input or the environment: what stands in
 * the command itself can be read by every account of the computer. Answers why it stays shut, or null.
 */
export async function unlockForCommand(lock: ArchiveLock, parsed: ParsedArguments): Promise<CommandError | null> {
  const given = process.env[VARIABLE] ?? null;
  // What the program starts has no need of it.
  Reflect.deleteProperty(process.env, VARIABLE);
  const { options } = parsed;
  if (options['passphrase'] !== undefined) {
    return { code: 'bad-option', message: messages.lock.notInCommand, where: '--passphrase' };
  }
  const { isLocked, isDamaged, wasRemoved } = lock.state();
  if (wasRemoved) process.stderr.write(`${messages.lock.removed}\n`);
  if (!isLocked) return null;
  if (isDamaged) return { code: 'lock-damaged', message: messages.lock.damaged, where: '--data' };
  const passphrase = (await readSecret(options, 'passphrase-file')) ?? given;
  if (passphrase === null) return { code: 'passphrase-required', message: messages.lock.required, where: WHERE };
  if (typeof passphrase !== 'string') return passphrase;
  return tryPassphrase(lock, passphrase);
}

async function tryPassphrase(lock: ArchiveLock, passphrase: string): Promise<CommandError | null> {
  // A command that was refused for being early would begin its wait anew each time, and never get in.
  const { waitMs } = lock.state();
  if (waitMs > 0) {
    process.stderr.write(`${messages.lock.waiting(Math.ceil(waitMs / 1000))}\n`);
    await wait(waitMs);
  }
  const answer = await lock.unlock(passphrase);
  if (answer.ok) return null;
  return { code: 'wrong-passphrase', message: messages.lock.wrong(Math.ceil(answer.waitMs / 1000)), where: WHERE };
}
