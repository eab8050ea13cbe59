import type { ArchiveRecord } from '#domain/records/archive-record';
import type { SavedSearch, LoadProblem } from '#domain/search/saved-search';
import type { SearchAnswer, SearchQuery } from '#domain/search/search-engine';
import type { SearchStats } from '#domain/search/search-stats';
import type { WorkerAnswer } from './worker-answer.ts';

/** A search, and whether the ids of all that is found are wanted beside the hits of the page. */
export type SearchQuestion = SearchQuery & { readonly withIds?: boolean | undefined };

export type FoundRecords = SearchAnswer & {
  /** Of all that was found; empty unless asked for. */
  readonly ids: readonly string[];
  /** How long the search itself took, in milliseconds. */
  readonly tookMs: number;
};

/** What the window asks of the search worker; it is answered in the order in which it is asked. */
export type SearchTask =
  /** Goes on from a stored index. */
  | { readonly type: 'load'; readonly saved: SavedSearch<Blob> }
  /** Takes records as they are now. */
  | { readonly type: 'put'; readonly records: readonly ArchiveRecord[] }
  /** Gets everything ready, so that the first search does not have to. */
  | { readonly type: 'prepare' }
  | { readonly type: 'search'; readonly question: SearchQuestion }
  /** Hands over the index to be stored; `sequence` is that of the last change set it knows. */
  | { readonly type: 'save'; readonly sequence: number }
  | { readonly type: 'stats' };

export type SearchReplies = {
  /** The sequence that it was stored with, or why it cannot be used. */
  readonly load: { readonly sequence: number } | { readonly problem: LoadProblem };
  readonly put: null;
  readonly prepare: null;
  readonly search: FoundRecords;
  readonly save: SavedSearch<Blob>;
  readonly stats: SearchStats;
};

export type SearchRequest = SearchTask & { readonly id: number };
export type SearchReply = WorkerAnswer<SearchReplies[keyof SearchReplies]>;
