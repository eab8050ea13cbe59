import { changeOf, countAfter, NO_RECORDS, RECORD_FORMAT, type ChangeSet } from '#domain/changes/change-set';
import type { Archive } from './archive.ts';
import type { AppliedChangeSet } from './database.ts';
import { allRows, leadingChangeSets, type CopyState } from './inspect-copy.ts';
import { JournalBehindError } from './journal-behind-error.ts';
import type { JournalHead } from './journal-port.ts';
import type { OpeningPorts, Reconciliation } from './open-archive.ts';
import { readWholeJournal } from './read-journal.ts';
import { rebuildFromJournal } from './rebuild-from-journal.ts';

/**
 * Settles a working copy that does not simply follow the journal. What the two say is compared change set by change
 * set; whichever has more of the same history completes the other, and what fits neither is kept aside.
 *
 * @throws JournalBehindError when neither has what the journal is known to have had
 */
export async function settleDifferences(
  archive: Archive,
  ports: OpeningPorts,
  copy: CopyState,
): Promise<Reconciliation> {
  const ours = await leadingChangeSets(archive.database);
  const journal = await readWholeJournal(archive.journal);
  const shared = countShared(ours, journal);
  const known = ports.head.sequence + ports.missing;

  if (shared === journal.length && ours.length > 0 && isWholeHistory(ours, copy)) {
    if (ours.length < known) throw new JournalBehindError(known - ours.length);
    const missing = ours.slice(shared).map(({ changeSet }) => changeSet);
    await appendAll(archive, ports.head, missing);
    const changeSets = await rebuildFromJournal(archive, ports.archiveId, ports.head);
    if (missing.length > 0) return { outcome: 'rejournaled', changeSets: missing.length };
    return { outcome: 'rebuilt', changeSets, reason: 'incomplete', asideAt: null };
  }
  if (ports.missing > 0 && journal.length > 0) throw new JournalBehindError(ports.missing);
  if (shared === copy.changeSets && shared > 0) {
    const changeSets = await rebuildFromJournal(archive, ports.archiveId, ports.head);
    return { outcome: 'rebuilt', changeSets, reason: 'incomplete', asideAt: null };
  }
  const asideAt = await ports.putAside(await everythingAsText(archive));
  if (journal.length === 0) return salvage(archive, ports, asideAt);
  const changeSets = await rebuildFromJournal(archive, ports.archiveId, ports.head);
  return { outcome: 'rebuilt', changeSets, reason: 'diverged', asideAt };
}

/** No change set is missing, and nothing says that there were more. */
function isWholeHistory(ours: readonly AppliedChangeSet[], { applied, changeSets }: CopyState): boolean {
  return ours.length === changeSets && (applied === null || applied.sequence === ours.length);
}

/** How many change sets, from the first on, say the same in both; hashes differ when a journal began anew. */
function countShared(ours: readonly AppliedChangeSet[], journal: readonly AppliedChangeSet[]): number {
  const most = Math.min(ours.length, journal.length);
  for (let index = 0; index < most; index += 1) {
    if (inOneOrder(ours[index]?.changeSet) !== inOneOrder(journal[index]?.changeSet)) return index;
  }
  return most;
}

/** JSON with its keys sorted: reading a journal changes their order, not what they say. */
function inOneOrder(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

async function appendAll({ journal }: Archive, from: JournalHead, changeSets: readonly ChangeSet[]): Promise<void> {
  let head = from;
  for (const changeSet of changeSets) {
    const appended = await journal.append(head, JSON.stringify(changeSet));
    if (!appended.ok) throw new Error(`The journal cannot be written: ${appended.detail}`);
    head = appended.head;
  }
}

/** Begins a new journal with the rows that are left, when neither the journal nor their history is. */
async function salvage(archive: Archive, ports: OpeningPorts, asideAt: string): Promise<Reconciliation> {
  if (ports.missing > 0) await ports.acceptLoss();
  const rows = await allRows(archive.database);
  const changes = rows.map((row) => changeOf(null, row));
  const changeSet: ChangeSet = {
    format: RECORD_FORMAT,
    at: archive.now(),
    by: archive.operator(),
    action: 'salvage',
    label: '',
    reverts: null,
    changes,
    counts: countAfter(NO_RECORDS, changes),
  };
  await appendAll(archive, ports.head, rows.length > 0 ? [changeSet] : []);
  await rebuildFromJournal(archive, ports.archiveId, ports.head);
  return { outcome: 'salvaged', records: rows.length, asideAt };
}

/** Rows and change sets, one JSON line each. */
async function everythingAsText({ database }: Archive): Promise<string> {
  const rows = await allRows(database);
  const changeSets = await database.changeSets.toArray();
  return [...rows.map((row) => ({ row })), ...changeSets].map((line) => JSON.stringify(line)).join('\n');
}
