import { Dexie, type EntityTable } from 'dexie';
import type { ArchiveRecord } from '#domain/records/archive-record';
import { FINDABLE_KINDS } from '#domain/records/record-base';
import type { SavedSearch } from '#domain/search/saved-search';
import type { ArchiveDatabase } from './database.ts';
import { readInChunks } from './read-in-chunks.ts';

/** Those that are found, and those that are searched with the records that they belong to. */
const SEARCHED_KINDS = [...FINDABLE_KINDS, 'attachment', 'photoGroup', 'link'] as const;

type StoredIndex = {
  readonly key: 'index';
  /** Of the change set up to which the index knows the archive. */
  readonly sequence: number;
  readonly hash: string;
  readonly saved: SavedSearch<Blob>;
};

/**
 * Where the search index lies between two starts. A database of its own: it can be made anew from the records at any
 * time, and whatever happens to it must not touch them.
 */
class SearchIndexDatabase extends Dexie {
  readonly indexes!: EntityTable<StoredIndex, 'key'>;

  constructor() {
    super('rongdang-search');
    // In version 1 an index was no Blob. It is made anew.
    this.version(2)
      .stores({ indexes: 'key' })
      .upgrade((transaction) => transaction.table('indexes').clear());
  }
}

/** The stored index, or null when there is none that belongs to this archive's history. */
export async function readSearchIndex(database: ArchiveDatabase): Promise<StoredIndex | null> {
  return withIndexes(async (indexes) => {
    const stored = await indexes.get('index');
    if (!stored) return null;
    return stored.hash === (await hashAt(database, stored.sequence)) ? stored : null;
  });
}

/** Keeps an index; answers whether it was kept. Without it the next start makes it anew. */
export async function keepSearchIndex(database: ArchiveDatabase, saved: SavedSearch<Blob>): Promise<boolean> {
  const { sequence } = saved.header;
  const hash = await hashAt(database, sequence);
  if (hash === null) return false;
  const kept = await withIndexes(async (indexes) => {
    await indexes.put({ key: 'index', sequence, hash, saved });
    return true;
  });
  return kept ?? false;
}

export async function dropSearchIndex(): Promise<void> {
  await withIndexes((indexes) => indexes.clear());
}

/** Null when the store of the index cannot be used, as on a full disk. */
async function withIndexes<T>(work: (indexes: SearchIndexDatabase['indexes']) => PromiseLike<T>): Promise<T | null> {
  const store = new SearchIndexDatabase();
  try {
    return await work(store.indexes);
  } catch {
    return null;
  } finally {
    store.close();
  }
}

async function hashAt(database: ArchiveDatabase, sequence: number): Promise<string | null> {
  if (sequence === 0) return '';
  const applied = await database.changeSets.get(sequence);
  return applied?.hash ?? null;
}

/** Every record that a search has to know, deleted ones left out, in chunks. */
export async function readSearched(
  database: ArchiveDatabase,
  onChunk: (records: readonly ArchiveRecord[]) => void,
): Promise<void> {
  for (const kind of SEARCHED_KINDS) {
    for await (const rows of readInChunks(database, kind)) {
      onChunk(rows.filter((row) => row.deletedAt === null));
    }
  }
}

/** What was changed after a change set, each record as it is now, and the sequence of the last one. */
export async function readChangedSince(
  database: ArchiveDatabase,
  sequence: number,
): Promise<{ readonly records: readonly ArchiveRecord[]; readonly sequence: number }> {
  const applied = await database.changeSets.where('sequence').above(sequence).sortBy('sequence');
  const records = applied.flatMap(({ changeSet }) => changeSet.changes.map(({ after }) => after));
  return {
    records: [...new Map(records.map((record) => [record.id, record])).values()],
    sequence: applied.at(-1)?.sequence ?? sequence,
  };
}
