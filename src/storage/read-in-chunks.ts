import type { RecordOf } from '#domain/records/archive-record';
import type { RecordKind } from '#domain/records/record-base';
import { recordTable, type ArchiveDatabase } from './database.ts';

/** Rows in a chunk. */
const CHUNK = 2000;
/** How many readings are under way, so that the database is never idle. */
const READINGS = 3;

/**
 * All rows of a table in the order of their keys, in chunks. The next chunks are asked for ahead; all of
 * them at once would stand in the memory of the database's process together, which does not give it back.
 *
 * Rows that are added meanwhile may be missing, as with any reading in several transactions.
 */
export async function* readInChunks<K extends RecordKind>(
  database: ArchiveDatabase,
  kind: K,
): AsyncGenerator<readonly RecordOf<K>[]> {
  const table = recordTable(database, kind);
  const starts = await findChunkStarts(database, table.name);
  const read = (index: number): PromiseLike<readonly RecordOf<K>[]> => {
    const [start, end] = [starts[index], starts[index + 1]];
    if (start === undefined) return Promise.resolve([]);
    const range = end === undefined ? table.where(':id').aboveOrEqual(start) : table.where(':id').between(start, end);
    return range.toArray();
  };
  const ahead = Array.from({ length: READINGS }, (_, index) => read(index));
  for (let index = 0; index < starts.length; index += 1) {
    const chunk = ahead.shift();
    ahead.push(read(index + READINGS));
    if (chunk) yield await chunk;
  }
}

/**
 * The first key of each chunk. A cursor walks over the keys between them where they are stored. Asked for, each would come
 * into the page as a string of the browser's own, and a row that is asked for by itself as a request: things that the
 * engine's collector clears one by one, some seconds after the start, while somebody scrolls.
 */
function findChunkStarts(database: ArchiveDatabase, table: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const starts: string[] = [];
    const walk = database.backendDB().transaction(table).objectStore(table).openKeyCursor();
    walk.addEventListener('error', () => reject(walk.error ?? new Error(`No keys of ${table}`)));
    walk.addEventListener('success', () => {
      const cursor = walk.result;
      if (!cursor) {
        resolve(starts);
        return;
      }
      if (typeof cursor.key === 'string') starts.push(cursor.key);
      cursor.advance(CHUNK);
    });
  });
}
