import { mkdir, mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHeadKeeper } from './stored-head.ts';
import { openJournal, type Journal, type JournalEntry } from './journal.ts';
import { PLAIN_LINES, type LineCodec } from './sealing/line-codec.ts';

export const ARCHIVE_ID = 'archive-of-the-tests';

export function makeTempFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'rongdang-services-'));
}

/** A journal in a folder of its own, opened as main opens it. */
export type Bench = {
  readonly folder: string;
  /** The file of the stored head, outside the folder. */
  readonly head: string;
  /** Opens the journal; `month` is what the clock says, such as 2026-11. */
  readonly open: (month?: string, archiveId?: string) => Promise<Journal>;
  /** What was put aside so far, in order. */
  readonly aside: () => readonly Buffer[];
  readonly file: (month?: string) => string;
  /** Every file of the folder, by name. */
  readonly bytes: () => Promise<Readonly<Record<string, Buffer>>>;
};

export const MONTH = '2026-11';

export async function makeBench(root: string, codec: LineCodec = PLAIN_LINES): Promise<Bench> {
  const folder = join(root, 'journal');
  await mkdir(folder, { recursive: true });
  const aside: Buffer[] = [];
  return {
    folder,
    head: join(root, 'head.json'),
    open: async (month = MONTH, archiveId = ARCHIVE_ID) =>
      openJournal({
        codec,
        folder,
        archiveId,
        now: () => new Date(`${month}-24T08:00:00.000Z`),
        keeper: await openHeadKeeper({ path: join(root, 'head.json'), archiveId, now: () => new Date(0) }),
        putAside: (bytes) => Promise.resolve(`aside-${aside.push(Buffer.from(bytes))}`),
      }),
    aside: () => aside,
    file: (month = MONTH) => join(folder, `${month}.jsonl`),
    bytes: () => readFolder(folder),
  };
}

async function readFolder(folder: string): Promise<Readonly<Record<string, Buffer>>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}

/** Appends change sets one after the other, each to the head that the one before left. */
export async function appendAll(journal: Journal, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const appended = await journal.append(headOf(journal), text);
    if (!appended.ok) throw new Error(appended.detail);
  }
}

export function headOf(journal: Journal) {
  const status = journal.status();
  if (status.status === 'damaged') throw new Error(`${status.file}:${status.line} is damaged`);
  return status.head;
}

/** Writes change sets into a fresh bench and closes the journal again. */
export async function fill(bench: Bench, texts: readonly string[], month = MONTH): Promise<void> {
  const journal = await bench.open(month);
  await appendAll(journal, texts);
  await journal.close();
}

/** Reads as storage does: until nothing more comes. */
export async function readAll(journal: Journal, after = 0): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (;;) {
    const chunk = await journal.read(entries.at(-1)?.sequence ?? after);
    if (chunk.length === 0) return entries;
    entries.push(...chunk);
  }
}

export async function readTexts(journal: Journal): Promise<readonly string[]> {
  return (await readAll(journal)).map((entry) => entry.text);
}

/** The lines of a file, with their line breaks. */
export async function readLines(path: string): Promise<readonly string[]> {
  return (await readFile(path, 'utf8')).split(/(?<=\n)/);
}

export async function writeLines(path: string, lines: readonly string[]): Promise<void> {
  await writeFile(path, lines.join(''));
}

export async function flipBit(path: string, position: number, bit = 0): Promise<void> {
  const bytes = await readFile(path);
  bytes[position] = (bytes[position] ?? 0) ^ (1 << bit);
  await writeFile(path, bytes);
}
