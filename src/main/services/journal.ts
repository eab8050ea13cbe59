import { open, readFile, readdir, truncate, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { formatJournalLine, genesisHash, readJournalLine } from './journal-line.ts';
import { syncFolder, writeFailureCode } from './write-atomically.ts';

export type JournalHead = { readonly sequence: number; readonly hash: string };
export type JournalEntry = JournalHead & { readonly text: string };

export type JournalStatus =
  | { readonly status: 'intact'; readonly head: JournalHead; readonly tornTail: string | null }
  /** A line in the middle is not what was written: nothing is read or written any more. */
  | { readonly status: 'damaged'; readonly file: string; readonly line: number };

export type AppendResult =
  | { readonly ok: true; readonly head: JournalHead }
  | {
      readonly ok: false;
      readonly code: 'out-of-step' | 'no-space' | 'not-writable' | 'failed';
      readonly detail: string;
    };

/** The archive's truth: every change set ever made, one line each, appended and flushed to disk, never rewritten. */
export type Journal = {
  readonly status: () => JournalStatus;
  readonly append: (expected: JournalHead, text: string) => Promise<AppendResult>;
  /** Entries behind a sequence number, in order, about READ_BYTES at a time. */
  readonly read: (after: number) => Promise<readonly JournalEntry[]>;
  readonly close: () => Promise<void>;
};

type Place = JournalHead & { readonly file: string; readonly start: number; readonly end: number };

const READ_BYTES = 4 * 1024 * 1024;
const FILE_NAME = /^\d{4}-\d{2}\.jsonl$/;

export type JournalOptions = {
  readonly folder: string;
  readonly archiveId: string;
  readonly now: () => Date;
  /** Keeps the bytes of an unfinished last line and answers where. */
  readonly putAside: (bytes: Uint8Array) => Promise<string>;
};

/**
 * Opens the journal and checks its whole chain. An unfinished last line, which was never acknowledged, is cut off and
 * put aside; damage anywhere else is reported and stops all reading and writing.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { folder, archiveId, now } = options;
  const genesis: JournalHead = { sequence: 0, hash: genesisHash(archiveId) };
  const scan = await scanFiles(folder, genesis, options.putAside);
  const places: Place[] = scan.status === 'intact' ? [...scan.places] : [];
  const tornTail = scan.status === 'intact' ? scan.tornTail : null;
  const head = (): JournalHead => places.at(-1) ?? genesis;
  let current: { readonly file: string; readonly handle: FileHandle } | null = null;
  let broken: string | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  async function fileFor(month: string): Promise<{ readonly file: string; readonly handle: FileHandle }> {
    // A clock that was set back must not open an older file: order of files is order of lines.
    const last = places.at(-1)?.file ?? '';
    const file = month > last ? month : last;
    if (current?.file === file) return current;
    await current?.handle.close();
    current = { file, handle: await open(join(folder, file), 'a') };
    await syncFolder(folder);
    return current;
  }

  async function append(expected: JournalHead, text: string): Promise<AppendResult> {
    if (scan.status === 'damaged') return { ok: false, code: 'failed', detail: `${scan.file}:${scan.line} is damaged` };
    if (broken !== null) return { ok: false, code: 'failed', detail: broken };
    const { sequence, hash } = head();
    if (expected.sequence !== sequence || expected.hash !== hash) {
      return { ok: false, code: 'out-of-step', detail: `the journal is at ${sequence}, not ${expected.sequence}` };
    }
    if (/[\n\r]/.test(text)) return { ok: false, code: 'failed', detail: 'a change set must be one line' };
    const next = formatJournalLine(hash, sequence + 1, text);
    try {
      const { file, handle } = await fileFor(`${now().toISOString().slice(0, 7)}.jsonl`);
      const start = (await handle.stat()).size;
      await writeWhole(handle, next.line, start, join(folder, file), (detail) => (broken = detail));
      places.push({ sequence: sequence + 1, hash: next.hash, file, start, end: start + next.line.length });
      return { ok: true, head: { sequence: sequence + 1, hash: next.hash } };
    } catch (error) {
      const code = writeFailureCode(error);
      return { ok: false, code: code === 'in-use' ? 'not-writable' : code, detail: String(error) };
    }
  }

  return {
    status: () => (scan.status === 'damaged' ? scan : { status: 'intact', head: pick(head()), tornTail }),
    append: (expected, text) => {
      const result = queue.then(() => append(expected, text));
      queue = result;
      return result;
    },
    read: (after) => (scan.status === 'damaged' ? Promise.resolve([]) : readPlaces(folder, places, genesis, after)),
    close: async () => {
      await queue;
      await current?.handle.close();
      current = null;
    },
  };
}

const pick = ({ sequence, hash }: JournalHead): JournalHead => ({ sequence, hash });

/** Appends and flushes; after a failure the file is cut back, so that the next line never follows half a line. */
async function writeWhole(
  handle: FileHandle,
  line: Buffer,
  start: number,
  path: string,
  giveUp: (detail: string) => void,
): Promise<void> {
  try {
    await handle.appendFile(line);
    await handle.sync();
  } catch (error) {
    await truncate(path, start).catch((again: unknown) => giveUp(`${String(error)}; ${String(again)}`));
    throw error;
  }
}

async function readPlaces(
  folder: string,
  places: readonly Place[],
  genesis: JournalHead,
  after: number,
): Promise<readonly JournalEntry[]> {
  const first = places[after];
  if (!first) return [];
  const entries: JournalEntry[] = [];
  const handle = await open(join(folder, first.file), 'r');
  try {
    let bytes = 0;
    for (let index = after; index < places.length && bytes < READ_BYTES; index += 1) {
      const place = places[index];
      if (!place || place.file !== first.file) break;
      const buffer = Buffer.alloc(place.end - place.start - 1);
      await handle.read(buffer, 0, buffer.length, place.start);
      const previous = (places[index - 1] ?? genesis).hash;
      const line = readJournalLine(buffer, { sequence: place.sequence, previous });
      if (!line) throw new Error(`${place.file} changed on disk at line ${place.sequence}`);
      entries.push({ ...pick(place), text: buffer.subarray(line.textStart, -1).toString('utf8') });
      bytes += buffer.length;
    }
  } finally {
    await handle.close();
  }
  return entries;
}

type Scan =
  | { readonly status: 'intact'; readonly places: readonly Place[]; readonly tornTail: string | null }
  | { readonly status: 'damaged'; readonly file: string; readonly line: number };

const LINE_BREAK = 0x0a;

async function scanFiles(folder: string, genesis: JournalHead, putAside: JournalOptions['putAside']): Promise<Scan> {
  const files = (await readdir(folder)).filter((name) => FILE_NAME.test(name)).toSorted();
  const places: Place[] = [];
  for (const [index, file] of files.entries()) {
    const path = join(folder, file);
    const bytes = await readFile(path);
    const bad = scanLines(bytes, file, places, genesis);
    if (bad === null) continue;
    const isLastLine = index === files.length - 1 && bad.end >= bytes.length;
    if (!isLastLine) return { status: 'damaged', file, line: bad.line };
    const tornTail = await putAside(bytes.subarray(bad.start));
    await cutBack(path, bad.start);
    return { status: 'intact', places, tornTail };
  }
  return { status: 'intact', places, tornTail: null };
}

type BadLine = { readonly line: number; readonly start: number; readonly end: number };

/** Adds a file's good lines to `places`, and answers the first bad one. A line without its break was not finished. */
function scanLines(bytes: Buffer, file: string, places: Place[], genesis: JournalHead): BadLine | null {
  let start = 0;
  for (let number = 1; start < bytes.length; number += 1) {
    const found = bytes.indexOf(LINE_BREAK, start);
    const end = found === -1 ? bytes.length : found + 1;
    const last = places.at(-1) ?? genesis;
    const expected = { sequence: last.sequence + 1, previous: last.hash };
    const line = found === -1 ? null : readJournalLine(bytes.subarray(start, found), expected);
    if (!line) return { line: number, start, end };
    places.push({ sequence: line.sequence, hash: line.hash, file, start, end });
    start = end;
  }
  return null;
}

async function cutBack(path: string, length: number): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.truncate(length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
