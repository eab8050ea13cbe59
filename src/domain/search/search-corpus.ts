import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import type { ArchiveRecord } from '../records/archive-record.ts';
import type { RecordId, FindableKind } from '../records/record-base.ts';
import { createFacetCounter, type SearchFacets, type SearchFilters } from './search-facets.ts';
import type { SearchDocument } from './search-document.ts';
import { normalizedFields, readSearchTerms, scoreRow, type SearchRow } from './search-row.ts';
import { createSearchRowStore } from './search-row-store.ts';
import { findHighlights, makeSnippet, type Highlight, type Snippet } from './search-snippet.ts';

export type SearchQuery = SearchFilters & {
  /** Words apart by spaces must all be found, each within one field. Empty text lists every record. */
  readonly text: string;
  readonly limit: number;
  readonly offset?: number;
};

export type SearchHit = {
  readonly id: RecordId;
  readonly kind: FindableKind;
  readonly title: string;
  readonly titleHighlights: readonly Highlight[];
  /** Null for a unit. */
  readonly date: FuzzyDate | null;
  /** The bodies and persons as printed. */
  readonly units: readonly string[];
  readonly snippet: Snippet;
  readonly score: number;
};

export type SearchResult = {
  /** Of all hits, not only of those shown. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
  readonly facets: SearchFacets;
  /** The ids of all that were found, for a list that shows them in an order of its own; drawn up only when asked for. */
  readonly ids: () => ReadonlySet<string>;
};

/** Finds records of all kinds by any part of their text. */
export type SearchCorpus = {
  /** Adds a record or replaces the one with its id; a deleted record goes out of sight. */
  readonly put: (record: ArchiveRecord) => void;
  readonly remove: (id: string) => void;
  readonly size: () => number;
  readonly search: (query: SearchQuery) => SearchResult;
};

/** A corpus that scans every record: exact, and fast enough up to about 10,000 of them. */
export function createSearchCorpus(): SearchCorpus {
  const store = createSearchRowStore();

  const search = ({ text, limit, offset = 0, ...filters }: SearchQuery): SearchResult => {
    const terms = readSearchTerms(text);
    const words = terms.map((term) => term.text);
    const rows = store.rows();
    const counter = createFacetCounter(filters, store.unitIds);
    // There are few scores: within each the order of the rows, most recent first, stays.
    const byScore = new Map<number, SearchRow[]>();
    for (const row of rows) {
      const score = scoreRow(row, terms);
      if (score === null || !counter.admit(row)) continue;
      const equals = byScore.get(score);
      if (equals === undefined) byScore.set(score, [row]);
      else equals.push(row);
    }
    const ranked = [...byScore].toSorted(([a], [b]) => b - a);
    const page = takePage(ranked, wholeNumber(offset), wholeNumber(limit));
    const hits = page.flatMap(({ row, score }) => {
      const document = store.documentOf(row.id);
      return document === null ? [] : [toHit(document, row, words, score)];
    });
    return {
      total: ranked.reduce((sum, [, equals]) => sum + equals.length, 0),
      hits,
      facets: counter.facets(),
      ids: () => new Set(ranked.flatMap(([, equals]) => equals.map((row) => row.id))),
    };
  };
  return { put: store.put, remove: store.remove, size: store.size, search };
}

type ScoredRow = { readonly row: SearchRow; readonly score: number };

function takePage(
  ranked: readonly (readonly [score: number, rows: readonly SearchRow[]])[],
  offset: number,
  limit: number,
): readonly ScoredRow[] {
  const page: ScoredRow[] = [];
  let skip = offset;
  for (const [score, rows] of ranked) {
    const taken = rows.slice(skip, skip + limit - page.length);
    skip = Math.max(0, skip - rows.length);
    page.push(...taken.map((row) => ({ row, score })));
  }
  return page;
}

function toHit(document: SearchDocument, row: SearchRow, terms: readonly string[], score: number): SearchHit {
  const { id, kind, title, date, units } = document;
  return {
    id,
    kind,
    title,
    titleHighlights: findHighlights(title, terms),
    date,
    units,
    snippet: makeSnippet(document, normalizedFields(row), terms),
    score,
  };
}

function wholeNumber(value: number): number {
  return value > 0 ? Math.floor(value) : 0;
}
