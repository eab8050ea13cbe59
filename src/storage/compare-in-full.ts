import { RECORD_FORMAT, type ChangeSet } from '#domain/changes/change-set';
import { isSameValue } from '#domain/changes/same-value';
import type { ArchiveRecord } from '#domain/records/archive-record';
import { RECORD_KINDS, type RecordKind } from '#domain/records/record-base';
import { recordTable, type ArchiveDatabase } from './database.ts';
import type { JournalEntry, JournalPort } from './journal-port.ts';
import { readChangeSet } from './read-change-set.ts';

/** Told as the comparison goes on: how many rows and change sets have been compared, of how many. */
export type OnCompared = (done: number, total: number) => void;

export type FullComparison = {
  readonly records: number;
  readonly changeSets: number;
  /** Rows that do not say what the journal says: changed, missing, or there without having been written. */
  readonly wrongRecords: readonly WrongRecord[];
  /** How many change sets of the history are not those of the journal; undo would bring back something else. */
  readonly wrongChangeSets: number;
};

export type WrongRecord = {
  readonly what: 'changed' | 'missing' | 'unexpected';
  readonly kind: RecordKind;
  readonly id: string;
};

const CHUNK = 1000;

/**
 * Compares every row and every change set of the working copy, deleted ones included, with what the journal says. Reads
 * only. The window can be painted between the pieces. The copy must be where the journal is.
 */
export async function compareInFull(
  database: ArchiveDatabase,
  journal: JournalPort,
  onCompared: OnCompared = () => undefined,
): Promise<FullComparison> {
  const [changeSets, ...counts] = await Promise.all([
    database.changeSets.count(),
    ...RECORD_KINDS.map((kind) => recordTable(database, kind).count()),
  ]);
  const total = changeSets + counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  const count = async (compared: number) => {
    done += compared;
    onCompared(done, total);
    await nextFrame();
  };
  const expected = new Map<string, ArchiveRecord>();
  const history = await compareHistory(database, journal, expected, count);
  const wrongRecords: WrongRecord[] = [];
  for (const kind of RECORD_KINDS) wrongRecords.push(...(await compareRows(database, kind, expected, count)));
  for (const { id, kind } of expected.values()) wrongRecords.push({ what: 'missing', kind, id });
  return { records: total - changeSets, changeSets: history.changeSets, wrongChangeSets: history.wrong, wrongRecords };
}

/** Compares the change sets one by one, and gathers what each record says after the last of them. */
async function compareHistory(
  database: ArchiveDatabase,
  journal: JournalPort,
  expected: Map<string, ArchiveRecord>,
  count: (compared: number) => Promise<void>,
): Promise<{ readonly changeSets: number; readonly wrong: number }> {
  let position = 0;
  let wrong = 0;
  for (;;) {
    const entries = await journal.read(position);
    if (entries.length === 0) break;
    const held = await database.changeSets.bulkGet(entries.map(({ sequence }) => sequence));
    for (const [index, entry] of entries.entries()) {
      const changeSet = readTrusted(entry);
      for (const { after } of changeSet.changes) expected.set(after.id, after);
      const ours = held[index];
      if (ours?.hash !== entry.hash || !isSameValue(ours.changeSet, changeSet)) wrong += 1;
    }
    position = entries.at(-1)?.sequence ?? position;
    await count(entries.length);
  }
  const beyond = await database.changeSets.where('sequence').above(position).count();
  return { changeSets: position, wrong: wrong + beyond };
}

/** The hash says that the text is what was written, and what was written was checked; only an older one is converted. */
function readTrusted({ text }: JournalEntry): ChangeSet {
  const changeSet = JSON.parse(text) as ChangeSet;
  return changeSet.format === RECORD_FORMAT ? changeSet : readChangeSet(text);
}

/** Takes out of `expected` what has its row. */
async function compareRows(
  database: ArchiveDatabase,
  kind: RecordKind,
  expected: Map<string, ArchiveRecord>,
  count: (compared: number) => Promise<void>,
): Promise<readonly WrongRecord[]> {
  const table = recordTable(database, kind);
  const ids = await table.toCollection().primaryKeys();
  const wrong: WrongRecord[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    const rows = await table.bulkGet(ids.slice(start, start + CHUNK));
    for (const [index, row] of rows.entries()) {
      const id = ids[start + index] ?? '';
      const record = expected.get(id);
      if (record?.kind !== kind) wrong.push({ what: 'unexpected', kind, id });
      else {
        expected.delete(id);
        if (!isSameValue(row, record)) wrong.push({ what: 'changed', kind, id });
      }
    }
    await count(rows.length);
  }
  return wrong;
}

/** Lets the window paint and answer; a timer would be slowed down in a window that is not shown. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
