import { Dexie } from 'dexie';
import { compareInFull, type FullComparison } from './compare-in-full.ts';
import type { ArchiveDatabase } from './database.ts';
import { inspectCopy } from './inspect-copy.ts';
import type { JournalHead, JournalPort } from './journal-port.ts';
import { DEXIE_VERSION_FACTOR } from './read-change-set.ts';

/** The journal that a working copy is held against: null when its chain does not hold. */
export type JournalAsFound = { readonly archiveId: string; readonly head: JournalHead } | null;

export type CopyCheck =
  /** There is nothing in it, and nothing in the journal. */
  | { readonly state: 'empty' }
  /** There is none, although the journal is not empty; the next start makes it. */
  | { readonly state: 'missing' }
  | { readonly state: 'unreadable'; readonly detail: string }
  /** Another version of the program wrote it, or it is not where the journal is: the next start brings them together. */
  | { readonly state: 'older-version' | 'newer-version' }
  | { readonly state: 'behind' | 'ahead' | 'other-archive' | 'diverged'; readonly sequence: number }
  /** The journal is damaged. `isSound`: without a gap, and with as many rows as it says. */
  | { readonly state: 'alone'; readonly records: number; readonly changeSets: number; readonly isSound: boolean }
  | ({ readonly state: 'compared' } & FullComparison);

/** Holds the working copy against the journal in full, and changes neither. */
export async function verifyCopy(
  database: ArchiveDatabase,
  journal: JournalPort,
  found: JournalAsFound,
): Promise<CopyCheck> {
  const stored = (await indexedDB.databases()).find(({ name }) => name === database.name);
  if (!stored || !(await Dexie.exists(database.name))) return noCopy(found);
  const version = (stored.version ?? 0) / DEXIE_VERSION_FACTOR;
  // Opening an older one would convert it.
  if (version < database.verno) return { state: 'older-version' };
  if (version > database.verno) return { state: 'newer-version' };
  try {
    await database.open();
    return await check(database, journal, found);
  } catch (error) {
    return { state: 'unreadable', detail: String(error) };
  }
}

async function check(database: ArchiveDatabase, journal: JournalPort, found: JournalAsFound): Promise<CopyCheck> {
  const { applied, rows, changeSets, isSound } = await inspectCopy(database);
  if (found === null) return { state: 'alone', records: rows, changeSets, isSound };
  if (rows === 0 && changeSets === 0) return noCopy(found);
  const sequence = applied?.sequence ?? 0;
  if (applied && applied.archiveId !== found.archiveId) return { state: 'other-archive', sequence };
  if (sequence < found.head.sequence) return { state: 'behind', sequence };
  if (sequence > found.head.sequence) return { state: 'ahead', sequence };
  if (applied?.hash !== found.head.hash) return { state: 'diverged', sequence };
  return { state: 'compared', ...(await compareInFull(database, journal)) };
}

function noCopy(found: JournalAsFound): CopyCheck {
  return { state: found === null || found.head.sequence > 0 ? 'missing' : 'empty' };
}
