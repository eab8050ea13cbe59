import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cutBack } from './append-line.ts';
import { lineBeginning, readJournalLine, readTrueLine } from './journal-line.ts';

export type JournalHead = { readonly sequence: number; readonly hash: string };

/** Where a line stands: `end` is behind its line break. */
export type Place = JournalHead & { readonly file: string; readonly start: number; readonly end: number };

export type Scan =
  | { readonly status: 'intact'; readonly places: readonly Place[]; readonly tornTail: string | null }
  | { readonly status: 'damaged'; readonly file: string; readonly line: number };

export type PutAside = (bytes: Uint8Array) => Promise<string>;

const FILE_NAME = /^\d{4}-\d{2}\.jsonl$/;
const LINE_BREAK = 0x0a;

/** The file that a moment's change sets go to. */
export function monthFile(moment: Date): string {
  const file = `${moment.toISOString().slice(0, 7)}.jsonl`;
  if (!FILE_NAME.test(file)) throw new Error(`The clock says ${moment.toISOString()}`);
  return file;
}

/** The journal's files that have lines, in order. An empty one is left behind when its first line failed. */
export async function listMonthFiles(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => FILE_NAME.test(name)).toSorted();
  const found = await Promise.all(names.map((name) => stat(join(folder, name))));
  return names.filter((_, index) => found[index]?.isFile() === true && found[index].size > 0);
}

/** Checks the whole chain. An unfinished last line is put aside and cut off; anything else that is wrong is damage. */
export async function scanJournal(folder: string, genesis: JournalHead, putAside: PutAside): Promise<Scan> {
  const files = await listMonthFiles(folder);
  const places: Place[] = [];
  for (const [index, file] of files.entries()) {
    const path = join(folder, file);
    const bytes = await readFile(path);
    const bad = scanLines(bytes, file, places, genesis);
    if (bad === null) continue;
    const rest = bytes.subarray(bad.start);
    const isLastLine = index === files.length - 1 && bad.end === bytes.length;
    if (!isLastLine || !isTorn(rest, places.at(-1) ?? genesis)) return { status: 'damaged', file, line: bad.line };
    const tornTail = await putAside(rest);
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
    const line = found === -1 ? null : readJournalLine(bytes.subarray(start, found), after(places.at(-1) ?? genesis));
    if (!line) return { line: number, start, end };
    places.push({ sequence: line.sequence, hash: line.hash, file, start, end });
    start = end;
  }
  return null;
}

function after(head: JournalHead): { readonly sequence: number; readonly previous: string } {
  return { sequence: head.sequence + 1, previous: head.hash };
}

/**
 * Whether a bad last line can be what a power cut left of an append. It cannot when it is a whole line out of place
 * (one before it was lost, or it is another archive's), or when a further line hangs on it for want of a line break.
 */
function isTorn(rest: Buffer, head: JournalHead): boolean {
  const line = rest.at(-1) === LINE_BREAK ? rest.subarray(0, -1) : rest;
  if (readTrueLine(line) !== null && readJournalLine(line, after(head)) === null) return false;
  return !rest.includes(lineBeginning(head.sequence + 2));
}
