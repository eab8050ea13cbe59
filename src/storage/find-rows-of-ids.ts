import type { ArchiveRecord } from '#domain/records/archive-record';
import { RECORD_KINDS } from '#domain/records/record-base';
import { recordTable, type ArchiveDatabase } from './database.ts';

/** The rows of the given ids, deleted or not, in the order of the ids; ids that no record has are left out. */
export async function findRowsOfIds(
  database: ArchiveDatabase,
  ids: readonly string[],
): Promise<readonly ArchiveRecord[]> {
  const found = new Map<string, ArchiveRecord>();
  // Ids do not tell their kind. Most records that are asked for together are of one kind, so few are asked for twice.
  for (const kind of RECORD_KINDS) {
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length === 0) break;
    for (const row of await recordTable(database, kind).bulkGet([...missing])) if (row) found.set(row.id, row);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}
