import { app } from 'electron';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { LARGEST_SOURCE, type Command } from '#contract/archive-contract';
import type { OfferedFile, Offers } from '#services/attachment-offers';
import type { ParsedArguments } from '#services/parse-arguments';
import { messages } from './messages.ts';

/** npm runs scripts in the project's folder and leaves the caller's in INIT_CWD; paths are meant from there. */
export function fromCallersFolder(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

export type CommandError = { readonly code: string; readonly message: string; readonly where: string | null };

/** Ends a command that never reached the page: one JSON object on stdout, or a line on stderr. */
export async function refuseCommand(json: boolean, error: CommandError, exitCode: 1 | 2): Promise<void> {
  const answer = json ? `${JSON.stringify({ ok: false, error })}\n` : '';
  await endCommand(exitCode, answer, json ? '' : `${error.message}\n`);
}

/** Writes out everything before the process ends; a pipe may take it in pieces. */
export async function endCommand(exitCode: 0 | 1 | 2, stdout: string, stderr: string): Promise<void> {
  await Promise.all([write(process.stdout, stdout), write(process.stderr, stderr)]);
  app.exit(exitCode);
}

const PROGRESS_STEP = 10;
/** Shorter work needs no telling. */
const WORTH_TELLING = 32 * 1024 * 1024;

/** Tells on stderr how far long work is, in tens of a hundred; in a window nobody reads that. */
export function announceProgress(isCommand: boolean): (done: number, total: number) => void {
  let told = 0;
  return (done, total) => {
    const step = total === 0 ? 0 : Math.floor((done / total) * (100 / PROGRESS_STEP)) * PROGRESS_STEP;
    if (step !== told && isCommand && total >= WORTH_TELLING) process.stderr.write(`${messages.progress(step)}\n`);
    told = step;
  };
}

function write(stream: NodeJS.WriteStream, content: string): Promise<void> {
  return new Promise((done) => {
    if (content === '') done();
    else stream.write(content, () => done());
  });
}

/** The option that names a file to be read for a command; to others than `search`, --from is the begin of a time. */
function inputOptionOf(command: string): 'file' | 'from' | 'template' {
  if (command === 'export') return 'template';
  return command === 'search' ? 'from' : 'file';
}

/**
 * Completes a command with the text of its --file or --from and the files that it attaches. Answers an error instead when one of
 * them cannot be read.
 */
export async function readCommand(parsed: ParsedArguments, offers: Offers): Promise<Command | CommandError> {
  const { name, options } = parsed;
  const inputOption = inputOptionOf(name);
  for (const option of ['data', 'out', 'into', inputOption]) {
    if (options[option] === true) {
      return { code: 'bad-option', message: messages.missingOptionValue(option), where: `--${option}` };
    }
  }
  const files = await offerAttached(parsed, offers);
  if ('code' in files) return files;
  const source = await readSource(parsed);
  if (source && 'code' in source) return source;
  const file = options[inputOption];
  const command = {
    name,
    arguments: [...parsed.arguments],
    options: { ...options },
    json: options['json'] === true,
    files: [...files],
    source,
  };
  if (typeof file !== 'string') return { ...command, input: null };
  try {
    const input = file === '-' ? await text(process.stdin) : await readFile(fromCallersFolder(file), 'utf8');
    return { ...command, input };
  } catch (error) {
    return {
      code: 'unreadable-file',
      message: messages.missingCommandInput(file, String(error)),
      where: `--${inputOption}`,
    };
  }
}

/** `attach ID FILE…`: the page is given tokens, as for files that are dropped into a window. */
async function offerAttached(
  { name, arguments: words, options }: ParsedArguments,
  offers: Offers,
): Promise<readonly OfferedFile[] | CommandError> {
  if (name !== 'attach' || options['help'] === true) return [];
  const files: OfferedFile[] = [];
  for (const path of words.slice(1)) {
    const offered = await offers.offerPath(fromCallersFolder(path));
    if (!offered.ok) {
      const message = messages.unreadableAttachment(path, offered.detail);
      return { code: 'unreadable-file', message, where: path };
    }
    files.push(offered.file);
  }
  return files;
}

/** `import FILE`: the bytes of the file, so that the page needs no path. */
async function readSource({
  name,
  arguments: words,
  options,
}: ParsedArguments): Promise<Command['source'] | CommandError> {
  const [file] = words;
  if (name !== 'import' || options['help'] === true || file === undefined) return null;
  const path = fromCallersFolder(file);
  try {
    const { size } = await stat(path);
    if (size > LARGEST_SOURCE) return { code: 'file-too-large', message: messages.sourceTooLarge(file), where: file };
    return { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    return { code: 'unreadable-file', message: messages.missingCommandInput(file, String(error)), where: file };
  }
}
