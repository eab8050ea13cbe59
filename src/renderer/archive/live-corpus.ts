import { FINDABLE_KINDS } from '#domain/records/record-base';
import { createSearchEngine, type SearchEngine } from '#domain/search/search-engine';
import type { LiveRecords } from './live-records.ts';

/** What can be asked of the corpus; a new object after each change of the archive. */
export type CorpusSnapshot = Pick<SearchEngine, 'search' | 'size'>;

/** Those that are found, and those that are searched with the records that they belong to. */
const SEARCHED_KINDS = [...FINDABLE_KINDS, 'attachment', 'photoGroup', 'link'] as const;

/** The search corpus of an open archive, kept in step with every change set that is committed. */
export type LiveCorpus = {
  readonly snapshot: () => CorpusSnapshot;
  /** Calls back after each change; answers how to stop. */
  readonly onChange: (listener: () => void) => () => void;
};

/** Nothing is read before the first question is asked. */
export function createLiveCorpus(records: LiveRecords): LiveCorpus {
  let corpus: SearchEngine | null = null;
  let snapshot: CorpusSnapshot | null = null;
  const listeners = new Set<() => void>();
  const fill = (): SearchEngine => {
    const filled = createSearchEngine();
    for (const kind of SEARCHED_KINDS) for (const record of records.list(kind)) filled.put(record);
    return filled;
  };
  records.onChange((changed) => {
    if (corpus === null) return;
    for (const record of changed) corpus.put(record);
    snapshot = null;
    for (const listener of listeners) listener();
  });
  return {
    snapshot: () => {
      corpus ??= fill();
      snapshot ??= { search: corpus.search, size: corpus.size };
      return snapshot;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
