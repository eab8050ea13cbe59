import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { appendLine, HalfLineError } from './append-line.ts';
import { formatJournalLine, genesisHash, readJournalLine } from './journal-line.ts';
import {
  cutTear,
  monthFile,
  scanJournal,
  type JournalHead,
  type Place,
  type PutAside,
  type Tear,
} from './scan-journal.ts';
import { readUnsealed, rewriteLines } from './rewrite-journal.ts';
import { readAt } from './sealing/byte-access.ts';
import type { LineCodec } from './sealing/line-codec.ts';
import type { HeadKeeper } from './stored-head.ts';
import { takeTurns } from './take-turns.ts';
import { writeFailureCode } from './write-atomically.ts';

export type JournalEntry = JournalHead & { readonly text: string };

export type JournalStatus =
  | {
      readonly status: 'intact';
      readonly head: JournalHead;
      readonly tornTail: string | null;
      /** How many acknowledged change sets the journal has lost from its end, as the stored head tells. */
      readonly missing: number;
    }
  /** A line in the middle is not what was written: nothing is read or written any more. */
  | { readonly status: 'damaged'; readonly file: string; readonly line: number };

/** A file of the journal up to a line: its beginning on the disk, or what that says when it is sealed. */
export type JournalExtent = { readonly file: string; readonly bytes: number } & (
  { readonly path: string } | { readonly read: () => AsyncGenerator<Uint8Array> }
);

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
  /** Goes on with what the journal has: what the stored head has beyond it is given up. */
  readonly acceptLoss: () => Promise<void>;
  /**
   * Has every line stand as another codec writes it, which must read those that are there. What an interruption leaves has
   * lines of both kinds; both are read, and the next call goes on.
   * @throws the operating system's error, after which every line is there as it was or as it is to be
   */
  readonly rewrite: (codec: LineCodec, onProgress: (done: number, total: number) => void) => Promise<void>;
  /** Whether every append has been answered. */
  readonly isIdle: () => boolean;
  /** Each file up to and with the line that is the head, not sealed; null when there is no such line. */
  readonly extentOf: (head: JournalHead) => readonly JournalExtent[] | null;
  readonly close: () => Promise<void>;
};

const READ_BYTES = 4 * 1024 * 1024;
/** A line break would end the line, and a lone surrogate has no bytes: it would be stored as something else. */
const NOT_ONE_LINE = /[\n\r]|\p{Surrogate}/u;

export type JournalOptions = {
  readonly folder: string;
  readonly archiveId: string;
  readonly now: () => Date;
  /** Keeps the bytes of an unfinished last line and answers where. */
  readonly putAside: PutAside;
  /** The head that is kept apart from the journal. */
  readonly keeper: HeadKeeper;
  /** How lines stand on the disk. */
  readonly codec: LineCodec;
};

/**
 * Opens the journal and checks its whole chain. An unfinished last line, which was never acknowledged, is cut off and
 * put aside; damage anywhere else is reported and stops all reading and writing. As long as acknowledged lines are
 * missing at the end, an unfinished one stays as well: it may be what is left of them.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { folder, archiveId, now, keeper, putAside } = options;
  const genesis: JournalHead = { sequence: 0, hash: genesisHash(archiveId) };
  let { codec } = options;
  const scan = await scanJournal(folder, genesis, codec);
  let places: Place[] = scan.status === 'intact' ? [...scan.places] : [];
  const head = (): JournalHead => places.at(-1) ?? genesis;
  /** Why nothing may be appended any more. */
  let ended: string | null = scan.status === 'damaged' ? `${scan.file}:${scan.line} is damaged` : null;
  const turns = takeTurns();
  const missing = (): number => Math.max(0, (keeper.stored()?.sequence ?? 0) - head().sequence);
  const tear = createCutter(folder, scan.status === 'intact' ? scan.tear : null, putAside);
  if (scan.status === 'intact' && missing() === 0) {
    await tear.cut();
    // A head that was lost, or was behind after a crash, is put right by what the journal says.
    if (places.length > 0) keeper.note(pick(head()));
  }

  async function append(expected: JournalHead, text: string): Promise<AppendResult> {
    if (ended !== null) return { ok: false, code: 'failed', detail: ended };
    if (!isSame(expected, head())) return { ok: false, code: 'out-of-step', detail: `at ${head().sequence}` };
    if (NOT_ONE_LINE.test(text)) return { ok: false, code: 'failed', detail: 'a change set must be one line of text' };
    try {
      await tear.cut();
      const { line, place } = nextLine(text, { head: head(), last: places.at(-1), month: monthFile(now()), codec });
      await appendLine(join(folder, place.file), place.start, line);
      places.push(place);
      keeper.note(pick(place));
      return { ok: true, head: pick(place) };
    } catch (error) {
      if (error instanceof HalfLineError) ended = error.message;
      const code = writeFailureCode(error instanceof HalfLineError ? error.cause : error);
      return { ok: false, code: code === 'in-use' ? 'not-writable' : code, detail: String(error) };
    }
  }

  return {
    status: () =>
      scan.status === 'damaged'
        ? { status: 'damaged', file: scan.file, line: scan.line }
        : { status: 'intact', head: pick(head()), tornTail: tear.keptAt(), missing: missing() },
    append: (expected, text) => turns.take(() => append(expected, text)),
    read: (after) =>
      scan.status === 'damaged' ? Promise.resolve([]) : readPlaces({ folder, codec, places, genesis }, after),
    extentOf: (wanted) => (scan.status === 'damaged' ? null : extentOf({ folder, codec, places, genesis }, wanted)),
    acceptLoss: async () => {
      if (scan.status === 'damaged') throw new Error('a damaged journal has more to it than a loss at its end');
      await keeper.accept(pick(head()));
    },
    rewrite: (wanted, onProgress) =>
      turns.take(async () => {
        if (ended !== null) throw new Error(ended);
        await tear.cut();
        // From now on: what a failure leaves undone is read by both, and written by the one that is wanted.
        codec = wanted;
        await rewriteLines(folder, places, codec, (next) => (places = next), onProgress);
      }),
    isIdle: turns.isIdle,
    close: async () => {
      await turns.end();
      ended ??= 'the journal is closed';
      keeper.flushNow();
    },
  };
}

type Appending = {
  readonly head: JournalHead;
  readonly last: Place | undefined;
  /** The file that the clock asks for. */
  readonly month: string;
  readonly codec: LineCodec;
};

/** The line that follows, as it stands on the disk, and where. */
function nextLine(
  text: string,
  { head, last, month, codec }: Appending,
): { readonly line: Buffer; readonly place: Place } {
  const sequence = head.sequence + 1;
  const plain = formatJournalLine(head.hash, sequence, text);
  // A clock that was set back must not open an older file: order of files is order of lines.
  const file = last && last.file > month ? last.file : month;
  const start = last?.file === file ? last.end : 0;
  const line = codec.seal(plain.line, sequence);
  const end = start + line.length;
  const plainBytes = plain.line.length;
  return { line, place: { sequence, hash: plain.hash, file, start, end, isSealed: codec.isSealing, plainBytes } };
}

/** Puts an unfinished last line aside once, and remembers where. */
function createCutter(folder: string, found: Tear | null, putAside: PutAside) {
  let tear = found;
  let keptAt: string | null = null;
  return {
    cut: async () => {
      if (tear) keptAt = await cutTear(folder, tear, putAside);
      tear = null;
    },
    keptAt: () => keptAt,
  };
}

function extentOf(from: ReadFrom, { sequence, hash }: JournalHead): readonly JournalExtent[] | null {
  const { folder, places, genesis } = from;
  if ((places[sequence - 1] ?? genesis).hash !== hash) return null;
  const wanted = places.slice(0, sequence);
  return [...new Set(wanted.map(({ file }) => file))].map((file) => {
    const lines = wanted.filter((place) => place.file === file);
    const path = join(folder, file);
    if (!lines.some(({ isSealed }) => isSealed)) return { file, path, bytes: lines.at(-1)?.end ?? 0 };
    const bytes = lines.reduce((sum, { plainBytes }) => sum + plainBytes, 0);
    return { file, bytes, read: () => readUnsealed(path, lines, from.codec) };
  });
}

const isSame = (a: JournalHead, b: JournalHead) => a.sequence === b.sequence && a.hash === b.hash;

const pick = ({ sequence, hash }: JournalHead): JournalHead => ({ sequence, hash });

type ReadFrom = {
  readonly folder: string;
  readonly codec: LineCodec;
  readonly places: readonly Place[];
  readonly genesis: JournalHead;
};

async function readPlaces(
  { folder, codec, places, genesis }: ReadFrom,
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
      const buffer = await readAt(handle, place.start, place.end - place.start - 1);
      const previous = (places[index - 1] ?? genesis).hash;
      const opened = codec.open(buffer);
      const line = opened && readJournalLine(opened, { sequence: place.sequence, previous });
      if (!line) throw new Error(`${place.file} changed on disk at line ${place.sequence}`);
      entries.push({ ...pick(place), text: opened.subarray(line.textStart, -1).toString('utf8') });
      bytes += buffer.length;
    }
  } finally {
    await handle.close();
  }
  return entries;
}
