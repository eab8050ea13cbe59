import type { Table } from 'dexie';
import * as v from 'valibot';
import {
  changeSetSchema,
  countAfter,
  NO_RECORDS,
  RECORD_FORMAT,
  type Change,
  type ChangeAction,
} from '#domain/changes/change-set';
import type { ArchiveRecord } from '#domain/records/archive-record';
import type { RecordKind } from '#domain/records/record-base';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { recordTable, type AppliedChangeSet, type AppliedHead, type ArchiveDatabase } from './database.ts';
import type { AppendFailure } from './journal-port.ts';

/** Held across all windows while a change is being saved. */
export const WRITER_LOCK = 'rongdang-writer';

export type CommitFailure =
  | { readonly code: 'conflict'; readonly current: ArchiveRecord }
  | { readonly code: 'gone'; readonly id: string }
  | { readonly code: 'id-taken'; readonly id: string }
  | { readonly code: 'changed-since'; readonly titles: readonly string[] }
  | { readonly code: 'nothing-to-undo' }
  /** Units that other records name cannot be deleted. */
  | { readonly code: 'in-use'; readonly units: readonly { readonly title: string; readonly uses: number }[] }
  /** What was to be restored is not deleted any more. */
  | { readonly code: 'not-deleted' }
  /** What was to be restored is what the record says already. */
  | { readonly code: 'same-already' }
  /** An import that would neither add nor change anything. */
  | { readonly code: 'nothing-to-import' }
  /** It would be too long for one line of the journal. */
  | { readonly code: 'too-large' }
  /** Which records an import changed is not in the history any more. */
  | { readonly code: 'history-lost' }
  | { readonly code: 'journal'; readonly failure: AppendFailure }
  /** It is in the journal and safe, but the working copy could not take it; the next start will. */
  | { readonly code: 'saved-not-shown'; readonly detail: string };

/** Name of the entry in the page's performance timeline that each commit leaves. */
const COMMIT_MEASURE = 'rongdang-commit';

const LONGEST_LABEL = 300;

/** What the journal takes as one line, in UTF-16 code units (`changeSetText` of the contract). Some 50,000 records. */
const LONGEST_CHANGE_SET = 64 * 1024 * 1024;

export type PlannedChanges = {
  readonly action: ChangeAction;
  readonly label: string;
  readonly changes: readonly Change[];
  readonly reverts?: number;
};

export type Committed = { readonly sequence: number; readonly changes: readonly Change[] };

/**
 * The one way into the archive. One writer at a time: the plan is made and checked inside the lock, then the change
 * set goes into the journal and to disk, then into the database in one transaction. What is acknowledged is safe.
 *
 * @returns what was committed, and whatever else the plan found out
 */
export async function commitChanges<P extends PlannedChanges>(
  archive: Archive,
  plan: () => Promise<Result<P, CommitFailure>>,
): Promise<Result<Committed & Omit<P, keyof PlannedChanges>, CommitFailure>> {
  return navigator.locks.request(WRITER_LOCK, async () => {
    const start = performance.now();
    const planned = await plan();
    if (!planned.ok) return planned;
    const head = await requireHead(archive.database);
    const { action, label, reverts, changes, ...found } = planned.value;
    const counts = countAfter(head.counts, changes);
    const signature = { format: RECORD_FORMAT, at: archive.now(), by: archive.operator() };
    const drawnUp = {
      ...signature,
      action,
      label: label.slice(0, LONGEST_LABEL),
      reverts: reverts ?? null,
      changes,
      counts,
    };
    // The same check that reads it back: what could not be replayed must never get into the journal.
    const changeSet = v.parse(changeSetSchema, drawnUp);

    const text = JSON.stringify(changeSet);
    if (text.length > LONGEST_CHANGE_SET) return refuse({ code: 'too-large' } as const);
    const appended = await archive.journal.append({ sequence: head.sequence, hash: head.hash }, text);
    if (!appended.ok) {
      const { code, detail } = appended;
      return refuse({ code: 'journal', failure: { code, detail } } as const);
    }
    const applied = [{ ...appended.head, changeSet }];
    try {
      // Once more before giving up: a database that was closed under us opens again, and the change set is safe anyway.
      await applyChangeSets(archive.database, head.archiveId, applied).catch(() =>
        applyChangeSets(archive.database, head.archiveId, applied),
      );
    } catch (error) {
      return refuse({ code: 'saved-not-shown', detail: String(error) } as const);
    }
    // For the benchmark: how long a change takes from its plan until it is in the journal on disk and in the database.
    performance.measure(COMMIT_MEASURE, { start });
    return succeed({ ...found, sequence: appended.head.sequence, changes });
  });
}

/** Writes change sets that are already in the journal, together with how far it has been applied. */
export async function applyChangeSets(
  database: ArchiveDatabase,
  archiveId: string,
  applied: readonly AppliedChangeSet[],
): Promise<void> {
  const last = applied.at(-1);
  if (!last) return;
  const { sequence, hash, changeSet } = last;
  const byKind = latestRecords(applied);
  const written: readonly Table[] = Array.from(byKind.keys(), (kind) => recordTable(database, kind));
  const tables = [...written, database.changeSets, database.applied];
  await database.transaction('rw', tables, async () => {
    for (const [kind, records] of byKind) await putRecords(database, kind, records);
    await database.changeSets.bulkPut([...applied]);
    await database.applied.put({ key: 'head', archiveId, sequence, hash, counts: changeSet.counts });
  });
}

/** Writes rows of one kind, inside a transaction that covers its table. */
export async function putRecords(
  database: ArchiveDatabase,
  kind: RecordKind,
  records: readonly ArchiveRecord[],
): Promise<void> {
  const table: Table<ArchiveRecord, string> = recordTable(database, kind);
  await table.bulkPut([...records]);
}

/** What the records that some change sets are about say after the last of them, by kind. */
export function latestRecords(applied: readonly AppliedChangeSet[]): ReadonlyMap<RecordKind, ArchiveRecord[]> {
  const latest = new Map(
    applied.flatMap((set) => set.changeSet.changes.map(({ after }) => [after.id, after] as const)),
  );
  return Map.groupBy(latest.values(), (record) => record.kind);
}

/** How far the database has got; every opened archive has a head, if only that of an empty journal. */
async function requireHead(database: ArchiveDatabase): Promise<AppliedHead> {
  const head = await database.applied.get('head');
  if (!head) throw new Error('The archive was used before it was opened.');
  return head;
}

export function emptyHead(archiveId: string, hash: string): AppliedHead {
  return { key: 'head', archiveId, sequence: 0, hash, counts: NO_RECORDS };
}
