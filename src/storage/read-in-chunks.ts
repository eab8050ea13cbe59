import type { RecordOf } from '#domain/records/archive-record';
import type { RecordKind } from '#domain/records/record-base';
import { recordTable, type ArchiveDatabase } from './database.ts';

/** How many readings are under way, so that the database is never idle. */
const READINGS = 3;

/**
 * All rows of a table in the order of their keys, at most `size` in a chunk. The next chunks are asked for ahead; all of
 * them at once would stand in the memory of the database's process together, which does not give it back.
 *
 * Rows that are added meanwhile may be missing, as with any reading in several transactions.
 */
export async function* readInChunks<K extends RecordKind>(
  database: ArchiveDatabase,
  kind: K,
  size: number,
): AsyncGenerator<readonly RecordOf<K>[]> {
  const table = recordTable(database, kind);
  const starts = await findChunkStarts(database, table.name, size);
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
 * Every `size`-th key of a table. A cursor walks over the keys between them where they are stored. Asked for, each would
 * come into the page as a string of the browser's own, and it is those that make the engine's collection of garbage
 * stand still: 40 ms for 100,000 of them, some seconds after the start, while somebody scrolls.
 */
function findChunkStarts(database: ArchiveDatabase, table: string, size: number): Promise<readonly string[]> {
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
      cursor.advance(size);
    });
  });
}
