import { useMemo, useSyncExternalStore } from 'react';
import type { SearchQuery, SearchResult } from '#domain/search/search-engine';
import type { LiveCorpus } from '../archive/live-corpus.ts';

/** Searches the corpus, and again whenever the archive changes. */
export function useCorpusSearch(live: LiveCorpus, query: SearchQuery): SearchResult {
  const corpus = useSyncExternalStore(live.onChange, live.snapshot);
  // Queries are made anew at every rendering; their text tells whether anything is different.
  const key = JSON.stringify(query);
  return useMemo(() => corpus.search(JSON.parse(key) as SearchQuery), [corpus, key]);
}
