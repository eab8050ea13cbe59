import type { Change } from '#domain/changes/change-set';
import type { ArchiveRecord, RecordOf } from '#domain/records/archive-record';
import { RECORD_KINDS, type RecordKind } from '#domain/records/record-base';
import { refuse, succeed, type Result } from '#domain/result';
import { recordTable, type ArchiveDatabase } from './database.ts';

/** A record of any kind that has not been deleted, or null. */
export async function findRecord(database: ArchiveDatabase, id: string): Promise<ArchiveRecord | null> {
  const row = await findRow(database, id);
  return row?.deletedAt === null ? row : null;
}

/** The row of that id, deleted or not. */
export async function findRow(database: ArchiveDatabase, id: string): Promise<ArchiveRecord | null> {
  const rows = await Promise.all(RECORD_KINDS.map((kind) => recordTable(database, kind).get(id)));
  return rows.find((row) => row !== undefined) ?? null;
}

/**
 * What a new record with a given id would follow: nothing, or the deleted record of that id and kind, which it brings
 * back. Refused when the id is in use, since an id once given never stands for anything else.
 */
export async function findReplaceable<K extends RecordKind>(
  database: ArchiveDatabase,
  draft: { readonly kind: K; readonly id?: string | undefined },
): Promise<Result<RecordOf<K> | null, { readonly code: 'id-taken'; readonly id: string }>> {
  const row = draft.id === undefined ? null : await findRow(database, draft.id);
  if (row === null) return succeed(null);
  const isReplaceable = row.deletedAt !== null && row.kind === draft.kind;
  return isReplaceable ? succeed(row as unknown as RecordOf<K>) : refuse({ code: 'id-taken', id: row.id });
}

/** All records of a kind that have not been deleted, in no particular order. */
export async function listRecords<K extends RecordKind>(
  database: ArchiveDatabase,
  kind: K,
): Promise<readonly RecordOf<K>[]> {
  const rows = await recordTable(database, kind).toArray();
  return rows.filter((row) => row.deletedAt === null);
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
