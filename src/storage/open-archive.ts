import type { Archive } from './archive.ts';
import { applyChangeSets, emptyHead } from './commit-changes.ts';
import {
  recordTable,
  recordTables,
  type AppliedChangeSet,
  type AppliedHead,
  type ArchiveDatabase,
} from './database.ts';
import type { JournalHead, JournalPort } from './journal-port.ts';
import { readChangeSet } from './read-change-set.ts';

/** What the comparison of journal and working copy found at this start, and what was done about it. */
export type Reconciliation =
  | { readonly outcome: 'new' | 'in-step' }
  | { readonly outcome: 'replayed' | 'rejournaled'; readonly changeSets: number }
  | {
      readonly outcome: 'rebuilt';
      readonly changeSets: number;
      readonly reason: RebuildReason;
      readonly asideAt: string | null;
    };

export type RebuildReason = 'empty' | 'unreadable' | 'incomplete' | 'diverged' | 'other-archive';

export type OpeningPorts = {
  readonly archiveId: string;
  readonly head: JournalHead;
  /** Empties the origin's IndexedDB from outside, for a database that does not even open. */
  readonly clearStore: () => Promise<void>;
  /** Keeps a text in the data folder that a rebuild would lose, and answers where. */
  readonly putAside: (text: string) => Promise<string>;
};

/**
 * Opens the working copy and makes it agree with the journal (docs/decisions/0001-records-live-in-indexeddb.md). An
 * empty database beside a journal that is not empty is a damaged one, never a new archive.
 */
export async function openArchive(archive: Archive, ports: OpeningPorts): Promise<Reconciliation> {
  const { database } = archive;
  if (!(await opens(database))) {
    await ports.clearStore();
    await database.open();
    return rebuild(archive, ports, 'unreadable', null);
  }
  const applied = await database.applied.get('head');
  if (!applied) {
    if (ports.head.sequence > 0) return rebuild(archive, ports, 'empty', null);
    await database.applied.put(emptyHead(ports.archiveId, ports.head.hash));
    return { outcome: 'new' };
  }
  // Only the working copy is left: the journal's folder was lost or replaced by an empty one.
  if (ports.head.sequence === 0 && applied.sequence > 0) return rejournal(archive, ports, 0);
  if (applied.archiveId !== ports.archiveId) return rebuildKeeping(archive, ports, 'other-archive');
  if (!(await countsAgree(database, applied))) return rebuild(archive, ports, 'incomplete', null);
  if (applied.sequence === ports.head.sequence) {
    return applied.hash === ports.head.hash ? { outcome: 'in-step' } : rebuildKeeping(archive, ports, 'diverged');
  }
  if (applied.sequence < ports.head.sequence) return catchUp(archive, ports, applied);
  const shared = ports.head.sequence === 0 ? null : await database.changeSets.get(ports.head.sequence);
  if (shared && shared.hash === ports.head.hash) return rejournal(archive, ports, ports.head.sequence);
  return rebuildKeeping(archive, ports, 'diverged');
}

async function opens(database: ArchiveDatabase): Promise<boolean> {
  try {
    await database.open();
    await database.applied.get('head');
    return true;
  } catch {
    database.close();
    return false;
  }
}

async function countsAgree(database: ArchiveDatabase, applied: AppliedHead): Promise<boolean> {
  const kinds = ['honor', 'plan', 'activity', 'unit'] as const;
  const counts = await Promise.all(kinds.map((kind) => recordTable(database, kind).count()));
  const changeSets = await database.changeSets.count();
  return changeSets === applied.sequence && kinds.every((kind, index) => counts[index] === applied.counts[kind]);
}

/** Replays what the journal has beyond the working copy, as after a kill between the two writes. */
async function catchUp(archive: Archive, ports: OpeningPorts, applied: AppliedHead): Promise<Reconciliation> {
  if (applied.sequence > 0) {
    const [shared] = await archive.journal.read(applied.sequence - 1);
    if (shared?.sequence !== applied.sequence || shared.hash !== applied.hash) {
      return rebuildKeeping(archive, ports, 'diverged');
    }
  }
  const changeSets = await replay(archive, ports.archiveId, applied.sequence);
  return { outcome: 'replayed', changeSets };
}

/** Applies all journal entries behind a sequence number; answers how many there were. */
async function replay(archive: Archive, archiveId: string, after: number): Promise<number> {
  let position = after;
  for await (const sets of readFrom(archive.journal, after)) {
    await applyChangeSets(archive.database, archiveId, sets);
    position = sets.at(-1)?.sequence ?? position;
  }
  return position - after;
}

async function* readFrom(journal: JournalPort, after: number): AsyncGenerator<readonly AppliedChangeSet[]> {
  let position = after;
  for (;;) {
    const entries = await journal.read(position);
    if (entries.length === 0) return;
    yield entries.map(({ sequence, hash, text }) => ({ sequence, hash, changeSet: readChangeSet(text) }));
    position = entries.at(-1)?.sequence ?? position;
  }
}

async function rebuild(
  archive: Archive,
  ports: OpeningPorts,
  reason: RebuildReason,
  asideAt: string | null,
): Promise<Reconciliation> {
  const { database } = archive;
  const tables = [...recordTables(database), database.changeSets, database.applied];
  await database.transaction('rw', tables, async () => {
    for (const table of tables) await table.clear();
  });
  const changeSets = await replay(archive, ports.archiveId, 0);
  if (changeSets === 0) await database.applied.put(emptyHead(ports.archiveId, ports.head.hash));
  return { outcome: 'rebuilt', changeSets, reason, asideAt };
}

/** Rebuilds, but first keeps the change sets that only the working copy may have. */
async function rebuildKeeping(archive: Archive, ports: OpeningPorts, reason: RebuildReason): Promise<Reconciliation> {
  const kept = await archive.database.changeSets.toArray();
  const asideAt = kept.length > 0 ? await ports.putAside(kept.map((set) => JSON.stringify(set)).join('\n')) : null;
  return rebuild(archive, ports, reason, asideAt);
}

/** Writes the change sets that only the working copy has back into the journal, in their order. */
async function rejournal(archive: Archive, ports: OpeningPorts, from: number): Promise<Reconciliation> {
  const { database, journal } = archive;
  const missing = await database.changeSets.where('sequence').above(from).sortBy('sequence');
  const rewritten: AppliedChangeSet[] = [];
  let head = ports.head;
  for (const { changeSet } of missing) {
    const appended = await journal.append(head, JSON.stringify(changeSet));
    if (!appended.ok) throw new Error(`The journal cannot be written: ${appended.detail}`);
    head = appended.head;
    rewritten.push({ ...head, changeSet });
  }
  // The chain is a new one when the journal began anew, so the working copy takes over its hashes.
  await applyChangeSets(database, ports.archiveId, rewritten);
  return { outcome: 'rejournaled', changeSets: missing.length };
}
