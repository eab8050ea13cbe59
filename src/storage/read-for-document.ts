import type { Table } from 'dexie';
import type { ChangeSet } from '#domain/changes/change-set';
import { rewindRecords } from '#domain/changes/rewind-records';
import type { ArchiveRecord } from '#domain/records/archive-record';
import type { RecordKind } from '#domain/records/record-base';
import { recordTable, type AppliedChangeSet, type ArchiveDatabase } from './database.ts';

/** Which state of the archive something was made from: the journal's last change set then. */
export type DataVersion = { readonly sequence: number; readonly hash: string };

const NOTHING_YET: DataVersion = { sequence: 0, hash: '' };

export type VersionedRecords = {
  /** Deleted ones too, in the order of their ids within each kind. */
  readonly records: readonly ArchiveRecord[];
  readonly version: DataVersion;
};

/** All records of some kinds as they are now, and which version that is, read in one go. */
export async function readRecordsNow(
  database: ArchiveDatabase,
  kinds: readonly RecordKind[],
): Promise<VersionedRecords> {
  const tables = kinds.map((kind) => recordTable(database, kind));
  return database.transaction('r', [...tables, database.applied], async () => {
    const lists: readonly (readonly ArchiveRecord[])[] = await Promise.all(tables.map(readInPortions));
    const head = await database.applied.get('head');
    return { records: lists.flat(), version: head ? { sequence: head.sequence, hash: head.hash } : NOTHING_YET };
  });
}

/** So few that the window does not stand still while they are made of what is stored. */
const PORTION = 1000;

/** All rows of a table, in the order of their ids. */
async function readInPortions(table: Table<ArchiveRecord, string>): Promise<ArchiveRecord[]> {
  const rows: ArchiveRecord[] = [];
  for (;;) {
    const last = rows.at(-1);
    const rest = last ? table.where(':id').above(last.id) : table.toCollection();
    const portion = await rest.limit(PORTION).toArray();
    for (const row of portion) rows.push(row);
    if (portion.length < PORTION) return rows;
  }
}

/**
 * All records of some kinds as they were at a version: the present ones, with every change since taken back. Null when
 * the archive never had that version, as one that was restored from an older backup.
 */
export async function readRecordsAsOf(
  database: ArchiveDatabase,
  kinds: readonly RecordKind[],
  version: DataVersion,
): Promise<readonly ArchiveRecord[] | null> {
  const tables = kinds.map((kind) => recordTable(database, kind));
  return database.transaction('r', [...tables, database.changeSets], async () => {
    if (!(await hadVersion(database, version))) return null;
    const since = await changeSetsSince(database, version);
    const wanted: ReadonlySet<RecordKind> = new Set(kinds);
    const changes = since.flatMap(({ changeSet }) => changeSet.changes.filter(({ after }) => wanted.has(after.kind)));
    const lists = await Promise.all(
      kinds.map(async (kind, index) => {
        const table = tables[index];
        const rows = table ? await readInPortions(table) : [];
        return rewindRecords(
          rows,
          changes.filter(({ after }) => after.kind === kind),
        );
      }),
    );
    return lists.flat();
  });
}

/** A change set, and how many of the records that it changed are of the kinds that were asked for. */
export type LaterChange = Pick<ChangeSet, 'at' | 'by' | 'action' | 'label'> & {
  readonly sequence: number;
  readonly records: number;
};

/** What has changed records of some kinds since a version, latest first; null when the archive never had it. */
export async function findChangesSince(
  database: ArchiveDatabase,
  kinds: readonly RecordKind[],
  version: DataVersion,
): Promise<readonly LaterChange[] | null> {
  if (!(await hadVersion(database, version))) return null;
  const wanted: ReadonlySet<RecordKind> = new Set(kinds);
  const since = await changeSetsSince(database, version);
  return since.map((applied) => laterChange(applied, wanted)).filter(({ records }) => records > 0);
}

/** The latest first. */
async function changeSetsSince(
  database: ArchiveDatabase,
  { sequence }: DataVersion,
): Promise<readonly AppliedChangeSet[]> {
  return (await database.changeSets.where('sequence').above(sequence).sortBy('sequence')).toReversed();
}

function laterChange({ sequence, changeSet }: AppliedChangeSet, wanted: ReadonlySet<RecordKind>): LaterChange {
  const { at, by, action, label, changes } = changeSet;
  return { sequence, at, by, action, label, records: changes.filter(({ after }) => wanted.has(after.kind)).length };
}

async function hadVersion(database: ArchiveDatabase, { sequence, hash }: DataVersion): Promise<boolean> {
  return sequence === 0 || (await database.changeSets.get(sequence))?.hash === hash;
}
