import type { Change } from '#domain/changes/change-set';
import type { ArchiveRecord, RecordOf } from '#domain/records/archive-record';
import { RECORD_KINDS, type RecordKind } from '#domain/records/record-base';
import { recordTable, type ArchiveDatabase } from './database.ts';

/** A record of any kind that has not been deleted, or null. */
export async function findRecord(database: ArchiveDatabase, id: string): Promise<ArchiveRecord | null> {
  for (const kind of RECORD_KINDS) {
    const record = await recordTable(database, kind).get(id);
    if (record) return record.deletedAt === null ? record : null;
  }
  return null;
}

/** All records of a kind that have not been deleted, in no particular order. */
export async function listRecords<K extends RecordKind>(
  database: ArchiveDatabase,
  kind: K,
): Promise<readonly RecordOf<K>[]> {
  const rows = await recordTable(database, kind).toArray();
  return rows.filter((row): row is RecordOf<K> => row.deletedAt === null);
}

/** The present rows of the records that some changes are about, deleted ones included. */
export async function findRowsById(
  database: ArchiveDatabase,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, ArchiveRecord>> {
  const rows = new Map<string, ArchiveRecord>();
  for (const [kind, ofKind] of Map.groupBy(changes, (change) => change.after.kind)) {
    const found = await recordTable(database, kind).bulkGet(ofKind.map((change) => change.after.id));
    for (const record of found) if (record) rows.set(record.id, record);
  }
  return rows;
}
