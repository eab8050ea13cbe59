import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cutBack } from './append-line.ts';
import { lineBeginning, readJournalLine, readTrueLine } from './journal-line.ts';
import { isSealedLine, isWholeSealedLine, sealedBeginning, type LineCodec } from './sealing/line-codec.ts';

export type JournalHead = { readonly sequence: number; readonly hash: string };

/** Where a line stands: `end` is behind its line break. */
export type Place = JournalHead & {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly isSealed: boolean;
  /** How long it is when it is not sealed, with its break. */
  readonly plainBytes: number;
};

export type Scan =
  | { readonly status: 'intact'; readonly places: readonly Place[]; readonly tear: Tear | null }
  /** `places`: how many lines before it hold. */
  | { readonly status: 'damaged'; readonly file: string; readonly line: number; readonly places: number };

/** An unfinished last line: where it begins, and its bytes. */
export type Tear = { readonly file: string; readonly start: number; readonly bytes: Buffer };

export type PutAside = (bytes: Uint8Array) => Promise<string>;

const FILE_NAME = /^\d{4}-\d{2}\.jsonl$/;
const LINE_BREAK = 0x0a;
const PIECE_BYTES = 1024 * 1024;

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

/** Checks the whole chain and changes nothing. An unfinished last line is a tear; anything else that is wrong is damage. */
export async function scanJournal(
  folder: string,
  genesis: JournalHead,
  codec: LineCodec,
  pieceBytes = PIECE_BYTES,
): Promise<Scan> {
  const files = await listMonthFiles(folder);
  const places: Place[] = [];
  for (const [index, file] of files.entries()) {
    const path = join(folder, file);
    const bad = await scanFile(readPieces(path, pieceBytes), { file, genesis, codec }, places);
    if (bad === null) continue;
    const { line, start, rest } = bad;
    const isLastLine = index === files.length - 1 && rest !== null;
    if (!isLastLine || !isTorn(rest, places.at(-1) ?? genesis)) {
      return { status: 'damaged', file, line, places: places.length };
    }
    return { status: 'intact', places, tear: { file, start, bytes: rest } };
  }
  return { status: 'intact', places, tear: null };
}

/** Puts an unfinished last line aside, then cuts it off; answers where it is kept. */
export async function cutTear(folder: string, { file, start, bytes }: Tear, putAside: PutAside): Promise<string> {
  const kept = await putAside(bytes);
  await cutBack(join(folder, file), start);
  return kept;
}

/** `rest` are the bytes of the line when nothing stands behind it in its file, else null. */
type BadLine = { readonly line: number; readonly start: number; readonly rest: Buffer | null };

/**
 * Adds a file's good lines to `places`, and answers the first bad one. A line without its break was not finished. Read
 * piece by piece: a journal of years would stay in memory as a whole.
 */
async function scanFile(
  pieces: AsyncIterable<Buffer>,
  { file, genesis, codec }: { readonly file: string; readonly genesis: JournalHead; readonly codec: LineCodec },
  places: Place[],
): Promise<BadLine | null> {
  let number = 1;
  let start = 0;
  let unfinished: Buffer[] = [];
  /** A bad line with a break, which is only known to be the last one when nothing follows. */
  let bad: BadLine | null = null;
  for await (const piece of pieces) {
    if (bad) return { ...bad, rest: null };
    let from = 0;
    for (let found = piece.indexOf(LINE_BREAK); found !== -1 && !bad; found = piece.indexOf(LINE_BREAK, from)) {
      const bytes = Buffer.concat([...unfinished, piece.subarray(from, found)]);
      unfinished = [];
      from = found + 1;
      const end = start + bytes.length + 1;
      const opened = codec.open(bytes);
      const line = opened && readJournalLine(opened, after(places.at(-1) ?? genesis));
      if (line) {
        const { sequence, hash } = line;
        const plainBytes = opened.length + 1;
        places.push({ sequence, hash, file, start, end, isSealed: isSealedLine(bytes), plainBytes });
        start = end;
        number += 1;
      } else {
        const isLast = from === piece.length;
        bad = { line: number, start, rest: isLast ? Buffer.concat([bytes, Buffer.of(LINE_BREAK)]) : null };
      }
    }
    if (bad?.rest === null) return bad;
    if (from < piece.length) unfinished.push(Buffer.from(piece.subarray(from)));
  }
  if (bad || unfinished.length === 0) return bad;
  return { line: number, start, rest: Buffer.concat(unfinished) };
}

/** The bytes of a file in order; each piece holds good until the next is asked for. */
async function* readPieces(path: string, bytes: number): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r');
  try {
    const piece = Buffer.alloc(bytes);
    for (;;) {
      const { bytesRead } = await handle.read(piece, 0, piece.length);
      if (bytesRead === 0) return;
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
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
  // One that was sealed by another key says nothing: cutting it off would be throwing away what is not understood.
  if (isWholeSealedLine(line)) return false;
  if (readTrueLine(line) !== null && readJournalLine(line, after(head)) === null) return false;
  return !rest.includes(lineBeginning(head.sequence + 2)) && !rest.includes(sealedBeginning(head.sequence + 2));
}
