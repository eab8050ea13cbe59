import { DEPENDENT_KINDS, mentionsOf, ownersOf } from '#domain/changes/record-ties';
import type { ArchiveRecord } from '#domain/records/archive-record';
import { RECORD_KINDS, type RecordKind } from '#domain/records/record-base';
import { recordTable, type ArchiveDatabase } from './database.ts';

/** How many rows are held in memory at once while a whole table is looked through. */
const CHUNK = 2000;

/** Records that belong to others and were or would be deleted along with them: links, attachments, photo groups, filing. */
export async function findDependents(
  database: ArchiveDatabase,
  owners: ReadonlySet<string>,
  isWanted: (record: ArchiveRecord) => boolean,
): Promise<readonly ArchiveRecord[]> {
  const found: ArchiveRecord[] = [];
  for (const kind of DEPENDENT_KINDS) {
    for await (const row of rowsOf(database, kind)) {
      if (!owners.has(row.id) && isWanted(row) && ownersOf(row).some((id) => owners.has(id))) found.push(row);
    }
  }
  return found;
}

/** How many records that are not deleted name each of the given ones; those in `besides` do not count. */
export async function countUses(
  database: ArchiveDatabase,
  ids: ReadonlySet<string>,
  besides: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> {
  const uses = new Map<string, number>();
  for (const kind of RECORD_KINDS) {
    for await (const row of rowsOf(database, kind)) {
      if (row.deletedAt !== null || besides.has(row.id)) continue;
      for (const id of mentionsOf(row)) if (ids.has(id)) uses.set(id, (uses.get(id) ?? 0) + 1);
    }
  }
  return uses;
}

async function* rowsOf(database: ArchiveDatabase, kind: RecordKind): AsyncGenerator<ArchiveRecord> {
  let last = '';
  for (;;) {
    const chunk: readonly ArchiveRecord[] = await recordTable(database, kind)
      .where(':id')
      .above(last)
      .limit(CHUNK)
      .toArray();
    yield* chunk;
    if (chunk.length < CHUNK) return;
    last = chunk.at(-1)?.id ?? last;
  }
}
