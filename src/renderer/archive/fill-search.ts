import type { ArchiveDatabase } from '#storage/database';
import { readChangedSince, readSearched, readSearchIndex } from '#storage/search-index-store';
import type { SearchWorkerPort } from '../jobs/start-search-worker.ts';

/** How the index came to be: stored before, or made anew from the records because none that fits was there. */
export type SearchOrigin = 'stored' | 'made';

export type FilledSearch = {
  readonly origin: SearchOrigin;
  /** The change set up to which the stored index knew the archive; 0 when it was made anew. */
  readonly keptAt: number;
  /** The change set up to which it knows the archive now. */
  readonly sequence: number;
};

/** Has a fresh worker know the archive: by the stored index and what was changed since, else by all records. */
export async function fillSearch(
  database: ArchiveDatabase,
  worker: SearchWorkerPort,
  mayBeStored: boolean,
): Promise<FilledSearch> {
  const stored = mayBeStored ? await readSearchIndex(database) : null;
  const loaded = stored && (await worker.ask({ type: 'load', saved: stored.saved }));
  if (loaded && 'sequence' in loaded) {
    const { sequence: keptAt } = loaded;
    const sequence = await catchUp(database, worker, keptAt);
    await worker.ask({ type: 'prepare' });
    return { origin: 'stored', keptAt, sequence };
  }
  const head = await database.applied.get('head');
  const asked: Promise<null>[] = [];
  await readSearched(database, (records) => asked.push(worker.ask({ type: 'put', records })));
  await Promise.all(asked);
  // What was changed meanwhile may have been read in its old form.
  const sequence = await catchUp(database, worker, head?.sequence ?? 0);
  await worker.ask({ type: 'prepare' });
  return { origin: 'made', keptAt: 0, sequence };
}

async function catchUp(database: ArchiveDatabase, worker: SearchWorkerPort, from: number): Promise<number> {
  const { records, sequence } = await readChangedSince(database, from);
  if (records.length > 0) await worker.ask({ type: 'put', records });
  return sequence;
}
