import type { Archive } from './archive.ts';
import { applyChangeSets, emptyHead } from './commit-changes.ts';
import { compareInFull, type OnCompared } from './compare-in-full.ts';
import type { AppliedHead } from './database.ts';
import { findRowsOfIds } from './find-rows-of-ids.ts';
import { inspectCopy, type CopyState } from './inspect-copy.ts';
import { JournalBehindError } from './journal-behind-error.ts';
import type { JournalHead } from './journal-port.ts';
import { readJournal } from './read-journal.ts';
import { assertNotNewer } from './read-change-set.ts';
import { rebuildFromJournal } from './rebuild-from-journal.ts';
import { settleDifferences } from './settle-differences.ts';

/** What the comparison of journal and working copy found at this start, and what was done about it. */
export type Reconciliation =
  | { readonly outcome: 'new' | 'in-step' }
  | { readonly outcome: 'replayed' | 'rejournaled'; readonly changeSets: number }
  /** The working copy was made anew; `asideAt` is where what only the old one may have held is kept. */
  | {
      readonly outcome: 'rebuilt';
      readonly changeSets: number;
      readonly reason: RebuildReason;
      readonly asideAt: string | null;
    }
  /** There was no journal and no whole history any more: the rows that were left have begun a new one. */
  | { readonly outcome: 'salvaged'; readonly records: number; readonly asideAt: string };

export type RebuildReason = 'empty' | 'unreadable' | 'incomplete' | 'diverged' | 'different';

export type OpeningPorts = {
  readonly archiveId: string;
  readonly head: JournalHead;
  /** How many acknowledged change sets have gone from the journal's end. */
  readonly missing: number;
  /** The last session did not end in order: the working copy is compared in full. */
  readonly isDoubtful: boolean;
  readonly onCompared: OnCompared;
  /** Gives up what is missing from the journal's end, when the rows that are left begin a new one. */
  readonly acceptLoss: () => Promise<void>;
  /** Keeps a copy of the database's files, then empties the store from outside; answers where the copy is. */
  readonly clearStore: () => Promise<string | null>;
  /** Keeps a text in the data folder that would otherwise be lost, and answers where. */
  readonly putAside: (text: string) => Promise<string>;
};

/**
 * Opens the working copy and makes it agree with the journal (docs/decisions/0001-records-live-in-indexeddb.md). An
 * empty database beside a journal that is not empty is a damaged one, never a new archive; and nothing that the
 * journal may not hold is ever cleared without being kept.
 *
 * @throws JournalBehindError when acknowledged change sets are missing from the journal that the working copy has not
 *   got either; nothing has been written then
 */
export async function openArchive(archive: Archive, ports: OpeningPorts): Promise<Reconciliation> {
  try {
    const found = await reconcile(archive, ports);
    if (!ports.isDoubtful || (found.outcome !== 'in-step' && found.outcome !== 'replayed')) return found;
    return (await rebuildWhereDifferent(archive, ports)) ?? found;
  } catch (error) {
    if (!isReadFault(error) || ports.head.sequence === 0 || ports.missing > 0) throw error;
  }
  // It opened, but what is in it cannot be read.
  archive.database.close();
  const asideAt = await ports.clearStore();
  await archive.database.open();
  const changeSets = await rebuildFromJournal(archive, ports.archiveId, ports.head);
  return { outcome: 'rebuilt', changeSets, reason: 'unreadable', asideAt };
}

/** How Chromium names what damage in its files does to a reading. */
const READ_FAULTS: ReadonlySet<string> = new Set(['UnknownError', 'NotReadableError', 'DataError']);

function isReadFault(error: unknown): boolean {
  return error instanceof Error && READ_FAULTS.has(error.name);
}

async function reconcile(archive: Archive, ports: OpeningPorts): Promise<Reconciliation> {
  const cleared = await openDatabase(archive, ports);
  if (cleared) {
    const changeSets = await rebuildFromJournal(archive, ports.archiveId, ports.head);
    return { outcome: 'rebuilt', changeSets, reason: 'unreadable', asideAt: cleared.asideAt };
  }
  await assertNotNewer(archive.database);
  const copy = await inspectCopy(archive.database);
  if (copy.applied === null && copy.rows === 0 && copy.changeSets === 0) return beginOrRebuild(archive, ports);
  const quick = ports.missing === 0 ? await followJournal(archive, ports, copy) : null;
  return quick ?? settleDifferences(archive, ports, copy);
}

/** The working copy was emptied; where it was put aside, unless it was in memory alone. */
type Cleared = { readonly asideAt: string | null };

/**
 * Answers null when the database opened. One that does not open is put aside and emptied, but only when there is a
 * journal to rebuild it from; otherwise the error is passed on and nothing is touched.
 */
async function openDatabase({ database }: Archive, ports: OpeningPorts): Promise<Cleared | null> {
  try {
    await database.open();
    await database.applied.get('head');
    return null;
  } catch (error) {
    database.close();
    if (ports.missing > 0) throw new JournalBehindError(ports.missing);
    if (ports.head.sequence === 0) throw error;
  }
  const asideAt = await ports.clearStore();
  await database.open();
  return { asideAt };
}

async function beginOrRebuild(archive: Archive, ports: OpeningPorts): Promise<Reconciliation> {
  if (ports.missing > 0) throw new JournalBehindError(ports.missing);
  if (ports.head.sequence === 0) {
    await archive.database.applied.put(emptyHead(ports.archiveId, ports.head.hash));
    return { outcome: 'new' };
  }
  const changeSets = await rebuildFromJournal(archive, ports.archiveId, ports.head);
  return { outcome: 'rebuilt', changeSets, reason: 'empty', asideAt: null };
}

/** The usual start: the copy is sound, of this archive, and where the journal is or behind it. Null when it is not. */
async function followJournal(
  archive: Archive,
  { archiveId, head }: OpeningPorts,
  { applied, isSound }: CopyState,
): Promise<Reconciliation | null> {
  if (!applied || !isSound || applied.archiveId !== archiveId || applied.sequence > head.sequence) return null;
  if (applied.sequence === head.sequence) return applied.hash === head.hash ? { outcome: 'in-step' } : null;
  if (!(await isInJournal(archive, applied))) return null;
  const changeSets = await catchUp(archive, archiveId, applied.sequence);
  return { outcome: 'replayed', changeSets };
}

/** After an unclean exit: null when every row says what the journal says, else made anew; wrong rows are kept aside. */
async function rebuildWhereDifferent(archive: Archive, ports: OpeningPorts): Promise<Reconciliation | null> {
  const { wrongRecords, wrongChangeSets } = await compareInFull(archive.database, archive.journal, ports.onCompared);
  if (wrongRecords.length === 0 && wrongChangeSets === 0) return null;
  const rows = await findRowsOfIds(
    archive.database,
    wrongRecords.map(({ id }) => id),
  );
  const asideAt = rows.length === 0 ? null : await ports.putAside(rows.map((row) => JSON.stringify(row)).join('\n'));
  const changeSets = await rebuildFromJournal(archive, ports.archiveId, ports.head);
  return { outcome: 'rebuilt', changeSets, reason: 'different', asideAt };
}

/** Whether the journal's line of that number is the one that was applied last. */
async function isInJournal({ journal }: Archive, { sequence, hash }: AppliedHead): Promise<boolean> {
  if (sequence === 0) return true;
  const [line] = await journal.read(sequence - 1);
  return line?.sequence === sequence && line.hash === hash;
}

/** Replays what the journal has beyond the working copy, as after a kill between the two writes. */
async function catchUp(archive: Archive, archiveId: string, after: number): Promise<number> {
  let applied = 0;
  for await (const changeSets of readJournal(archive.journal, after)) {
    await applyChangeSets(archive.database, archiveId, changeSets);
    applied += changeSets.length;
  }
  return applied;
}
