import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { genesisHash, readJournalLine } from './journal-line.ts';
import { isSealedLine } from './sealing/line-codec.ts';
import { listMonthFiles } from './scan-journal.ts';
import { createAtomically, errorCode, writeAtomically } from './write-atomically.ts';

/** Where things are in a data folder. */
export type DataFolder = {
  readonly root: string;
  readonly archiveId: string;
  readonly journal: string;
  readonly aside: string;
  readonly settings: string;
  readonly windowState: string;
  /** How far the journal has got, kept apart from it. */
  readonly storedHead: string;
  /** Whether a session is open on the folder, and how those before have ended. */
  readonly session: string;
};

/** The browser profile, and with it the working copy: inside the data folder, so that two archives never share one. */
export function profileFolder(root: string): string {
  return join(root, 'profile');
}

/**
 * Makes a folder ready to hold an archive and proves that it can be written.
 * @throws the operating system's error when it cannot, and an error when the folder has a journal of unknown archive
 */
export async function prepareDataFolder(root: string): Promise<DataFolder> {
  const folder = {
    root,
    journal: join(root, 'journal'),
    aside: join(root, 'set-aside'),
    settings: join(root, 'settings.json'),
    windowState: join(root, 'window.json'),
    storedHead: join(root, 'head.json'),
    session: join(root, 'session.json'),
  };
  await mkdir(folder.journal, { recursive: true });
  const probe = join(root, '.write-probe');
  await writeAtomically(probe, '');
  // Another start of the program may have removed it already.
  await rm(probe, { force: true });
  return { ...folder, archiveId: await readOrFoundArchiveId(join(root, 'archive.json'), folder.journal) };
}

/** The folder has a journal, but nothing tells which archive it belongs to, so its chain cannot be checked. */
export class UnknownArchiveError extends Error {
  override readonly name = 'UnknownArchiveError';
}

/**
 * The journal's chain begins with this id, so an archive that has a journal is never given another one: its records
 * could not be read any more. The id is kept twice, and either file restores the other.
 */
async function readOrFoundArchiveId(path: string, journal: string): Promise<string> {
  const copyPath = join(journal, 'archive.json');
  const [known, copied] = [await readArchiveId(path), await readArchiveId(copyPath)];
  const candidates = [known, copied].filter((id) => id !== null);
  const [monthFile] = await listMonthFiles(journal);
  // A journal copied in from elsewhere brings its own id along; its first line tells which of two it belongs to.
  const fitting = monthFile && known !== copied ? await findFittingId(join(journal, monthFile), candidates) : null;
  const id = fitting ?? candidates[0];
  if (id !== undefined) {
    if (known !== id) await writeAtomically(path, describeArchive(id));
    if (copied !== id) await writeAtomically(copyPath, describeArchive(id));
    return id;
  }
  if (monthFile) {
    throw new UnknownArchiveError(`${path} and ${copyPath} are missing or damaged although there is a journal`);
  }
  await createAtomically(path, describeArchive(randomUUID()));
  // Two starts at the same moment must agree on one id, so what the file says now counts.
  const founded = await readArchiveId(path);
  if (founded === null) throw new UnknownArchiveError(`${path} is damaged`);
  await writeAtomically(copyPath, describeArchive(founded));
  return founded;
}

/** @param candidates the folder's own id, then the one beside the journal, as far as they are known */
async function findFittingId(firstMonthFile: string, candidates: readonly string[]): Promise<string | null> {
  const bytes = await readFile(firstMonthFile);
  const end = bytes.indexOf(0x0a);
  const line = end === -1 ? bytes : bytes.subarray(0, end);
  // What is sealed tells nothing before there is a key; the id that lies beside it came with it.
  if (isSealedLine(line)) return candidates.at(-1) ?? null;
  const fits = (id: string) => readJournalLine(line, { sequence: 1, previous: genesisHash(id) }) !== null;
  return candidates.find(fits) ?? null;
}

/** What `archive.json` says of an archive. */
export function describeArchive(archiveId: string): string {
  return `${JSON.stringify({ archiveId, about: '荣档 Rongdang archive' }, null, 2)}\n`;
}

/** Null when the file is missing or damaged; a failure to read is no reason to found a new archive over an old one. */
async function readArchiveId(path: string): Promise<string | null> {
  const known = parseOrNull(await readTextIfThere(path));
  return typeof known === 'object' && known !== null && 'archiveId' in known && typeof known.archiveId === 'string'
    ? known.archiveId
    : null;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A file's text, empty when there is none. @throws the operating system's error when it is there and cannot be read */
export function readTextIfThere(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  });
}

/** A JSON file's value, or null when it is missing or damaged: for what can be made anew, never for records. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}

export async function writeJson(path: string, value: unknown): Promise<void> {
  await writeAtomically(path, `${JSON.stringify(value, null, 2)}\n`);
}
