import type { CharReadings } from '../pinyin/name-table.ts';
import { isFindable, type ArchiveRecord } from '../records/archive-record.ts';
import { succeed, type Result } from '../result.ts';
import { UNIT_KIND } from './compile-search.ts';
import { createDocumentStore, type StoreLimits } from './document-store.ts';
import type { NearMatches } from './near-matches.ts';
import { packDocument, packPart } from './packed-document.ts';
import { createPartStore } from './part-store.ts';
import { toSearchDocument } from './search-document.ts';
import type { SearchExpression } from './search-expression.ts';
import type { SearchFacets, SearchFilters } from './search-facets.ts';
import type { SearchHit } from './search-hit.ts';
import { loadSearch, saveSearch, type LoadProblem, type SavedSearch, type StoredSearch } from './saved-search.ts';
import { createSearchNames, savedNames } from './search-names.ts';
import { isPart, toSearchPart } from './search-part.ts';
import { measureSearch, type SearchStats } from './search-stats.ts';
import { createSearcher } from './searcher.ts';
import { createUnitTable } from './unit-table.ts';

export type SearchQuery = SearchFilters & {
  readonly expression: SearchExpression;
  readonly limit: number;
  readonly offset?: number | undefined;
  /** Leaves out what is found only when blanks, punctuation and traditional characters do not matter. */
  readonly isExactOnly?: boolean | undefined;
  /** Whether near matches are wanted when nothing is found otherwise. */
  readonly withNear?: boolean | undefined;
  /** False leaves the facets empty and saves counting them. */
  readonly withFacets?: boolean | undefined;
};

/** What a search found, as plain data. */
export type SearchAnswer = {
  /** Of all hits, not only of those shown. */
  readonly total: number;
  /** Of those, how many are found as typed; they come before all others. */
  readonly exactTotal: number;
  readonly hits: readonly SearchHit[];
  readonly facets: SearchFacets;
  /** What is found if something has been typed wrongly; null unless asked for, nothing is found otherwise, and this is. */
  readonly near: NearMatches | null;
};

export type SearchResult = SearchAnswer & {
  /** The ids of all that were found, for a list that shows them in an order of its own; drawn up only when asked for. */
  readonly ids: () => ReadonlySet<string>;
};

/** What a search found, by ids alone. */
export type RankedAnswer = Pick<SearchAnswer, 'total' | 'exactTotal'> & {
  /** Of the page, best first. */
  readonly ids: readonly string[];
};

/** Finds records of all kinds by any part of their text. */
export type SearchEngine = {
  /**
   * Adds a record or replaces the one with its id; a deleted record goes out of sight. An attachment, a group of photos
   * or a link is not found itself but changes what its owners are found by. Other kinds are ignored.
   */
  readonly put: (record: ArchiveRecord) => void;
  readonly remove: (id: string) => void;
  readonly size: () => number;
  readonly search: (query: SearchQuery) => SearchResult;
  /** The same without anything to show, for those who have the records. */
  readonly rank: (query: SearchQuery) => RankedAnswer;
  /** From now on terms are found by pinyin as well. */
  readonly setReadings: (readings: CharReadings) => void;
  /**
   * Does a little of putting the index in order, some milliseconds long, when there have been enough changes. For whoever
   * has nothing else to do; what is found is the same whether or not it is done.
   *
   * @returns whether more is to be done
   */
  readonly tidy: () => boolean;
  /** Puts the index in order at once: seconds for 100,000 records. For when all records have been put. */
  readonly compact: () => void;
  readonly stats: () => SearchStats;
  /** Everything as plain data, to be stored. @param sequence the caller's count of what has been put, given back later */
  readonly save: (sequence: number) => SavedSearch;
};

/** @param limits when an index is put in order, other than usual */
export function createSearchEngine(stored?: StoredSearch, limits?: StoreLimits): SearchEngine {
  const names = createSearchNames(stored?.names);
  const documents = createDocumentStore(stored?.documents, limits);
  const parts = createPartStore(documents, stored?.waiting);
  const units = createUnitTable(names, documents);
  const searcher = createSearcher(documents, names, units);

  const removeDocument = (id: string) => {
    const document = documents.find(id);
    if (document === null) return;
    if (document.kind === UNIT_KIND) units.remove(id);
    documents.remove(id);
    // Should it come back, they are still its own.
    parts.keep(id, document.parts);
  };
  return {
    put: (record) => {
      if (isPart(record)) {
        const part = toSearchPart(record);
        if (record.deletedAt === null) parts.put(packPart(part, names), part.ownerIds);
        else parts.remove(part.id);
      } else if (isFindable(record)) {
        if (record.deletedAt !== null) return removeDocument(record.id);
        const document = packDocument(toSearchDocument(record), parts.take(record.id), names);
        documents.put(document);
        if (record.kind === 'unit') units.put(document);
      }
    },
    remove: (id) => {
      parts.remove(id);
      removeDocument(id);
    },
    size: documents.size,
    ...searcher,
    tidy: documents.tidy,
    compact: documents.compact,
    stats: () => measureSearch(documents),
    save: (sequence) =>
      saveSearch({ documents: documents.stored(), names: savedNames(names), waiting: [...parts.waiting()] }, sequence),
  };
}

/** The engine that was saved, with the count that it was saved with; what has been put since has to be put again. */
export function loadSearchEngine(
  saved: unknown,
  limits?: StoreLimits,
): Result<{ readonly engine: SearchEngine; readonly sequence: number }, LoadProblem> {
  const loaded = loadSearch(saved);
  if (!loaded.ok) return loaded;
  return succeed({ engine: createSearchEngine(loaded.value, limits), sequence: loaded.value.sequence });
}
