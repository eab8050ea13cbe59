import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import type { ParsedArguments } from '#services/parse-arguments';
import { fromCallersFolder, type CommandError } from './command-run.ts';
import { messages } from './messages.ts';

/** All that may be `-`. */
const INPUT_OPTIONS = ['file', 'from', 'passphrase-file', 'backup-passphrase-file'];

/**
 * What stands in the file that an option names, or in standard input, without the line break at its end; null when the
 * option is not there. What stands in a command itself can be read by every account of the computer.
 */
export async function readSecret(
  options: ParsedArguments['options'],
  option: 'passphrase-file' | 'backup-passphrase-file',
): Promise<string | CommandError | null> {
  const file = options[option];
  const where = `--${option}`;
  if (file === undefined) return null;
  if (file === true) return { code: 'bad-option', message: messages.missingOptionValue(option), where };
  if (file === '-' && INPUT_OPTIONS.filter((each) => options[each] === '-').length > 1) {
    return { code: 'bad-option', message: messages.lock.inputTwice, where };
  }
  try {
    const content = file === '-' ? await text(process.stdin) : await readFile(fromCallersFolder(file), 'utf8');
    return content.replace(/^\ufeff/, '').replace(/\r?\n$/, '');
  } catch (error) {
    return { code: 'unreadable-file', message: messages.lock.unreadable(file, String(error)), where };
  }
}
