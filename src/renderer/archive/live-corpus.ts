import { createSearchCorpus, type SearchCorpus } from '#domain/search/search-corpus';
import { recordTables, type ArchiveDatabase } from '#storage/database';
import { watchChanges } from '#storage/watch-changes';

/** What can be asked of the corpus; a new object after each change of the archive. */
export type CorpusSnapshot = Pick<SearchCorpus, 'search' | 'size'>;

/** The search corpus of an open archive, kept in step with every change set that is committed. */
export type LiveCorpus = {
  readonly snapshot: () => CorpusSnapshot;
  /** Calls back after each change; answers how to stop. */
  readonly onChange: (listener: () => void) => () => void;
};

export async function openLiveCorpus(database: ArchiveDatabase): Promise<LiveCorpus> {
  const corpus = createSearchCorpus();
  const head = await database.applied.get('head');
  const tables = await Promise.all(recordTables(database).map((table) => table.toArray()));
  for (const record of tables.flat()) corpus.put(record);

  const takeSnapshot = (): CorpusSnapshot => ({ search: corpus.search, size: corpus.size });
  let snapshot = takeSnapshot();
  const listeners = new Set<() => void>();
  watchChanges(database, head?.sequence ?? 0, (applied) => {
    for (const { changeSet } of applied) for (const { after } of changeSet.changes) corpus.put(after);
    snapshot = takeSnapshot();
    for (const listener of listeners) listener();
  });
  return {
    snapshot: () => snapshot,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
