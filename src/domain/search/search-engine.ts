import type { CharReadings } from '../pinyin/name-table.ts';
import { isFindable, type ArchiveRecord } from '../records/archive-record.ts';
import { succeed, type Result } from '../result.ts';
import { compileSearch, UNIT_KIND } from './compile-search.ts';
import { createDocumentStore, type DocumentStore } from './document-store.ts';
import { evaluateSearch } from './evaluate-search.ts';
import type { WantedReading } from './find-reading.ts';
import { packDocument, packPart } from './packed-document.ts';
import { isExactGrade } from './match-place.ts';
import { createPartStore } from './part-store.ts';
import { rankPage, type FoundInView } from './rank-matches.ts';
import { createReadingTable, type ReadingTable } from './reading-table.ts';
import { readPinyinTerm } from './reading-term.ts';
import { idOf, readFields } from './read-segment.ts';
import { toSearchDocument } from './search-document.ts';
import type { SearchExpression } from './search-expression.ts';
import { createFacetCounter, type SearchFacets, type SearchFilters } from './search-facets.ts';
import { createHitMaker, type SearchHit } from './search-hit.ts';
import { loadSearch, saveSearch, type LoadProblem, type SavedSearch, type StoredSearch } from './saved-search.ts';
import { createSearchNames, savedNames, type SearchNames } from './search-names.ts';
import { isPart, toSearchPart } from './search-part.ts';
import { measureSearch, type SearchStats } from './search-stats.ts';
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
  /** Takes recent changes into the index; happens by itself as they become many. For a time at which nobody waits. */
  readonly compact: () => void;
  readonly stats: () => SearchStats;
  /** Everything as plain data, to be stored. @param sequence the caller's count of what has been put, given back later */
  readonly save: (sequence: number) => SavedSearch;
};

export function createSearchEngine(stored?: StoredSearch): SearchEngine {
  const names = createSearchNames(stored?.names);
  const documents = createDocumentStore(stored?.documents);
  const parts = createPartStore(documents, stored?.waiting);
  const units = createUnitTable(names, documents);
  let readingTable: ReadingTable | null = null;
  const wantReading = (typed: string): WantedReading | null => {
    const term = readingTable && readPinyinTerm(typed, readingTable);
    return term && { term, units: units.matchReading(term) };
  };

  const removeDocument = (id: string) => {
    const document = documents.find(id);
    if (document === null) return;
    if (document.kind === UNIT_KIND) units.remove(id);
    documents.remove(id);
    // Should it come back, they are still its own.
    parts.keep(id, document.parts);
  };
  const unitNames = (unit: number) => namesOfUnit(documents, names, unit);
  const find = ({ expression, limit, offset = 0, isExactOnly = false, withFacets = true, ...filters }: SearchQuery) => {
    const search = compileSearch(expression, { names, isExactOnly, matchUnits: units.match, wantReading });
    const counter = createFacetCounter(filters, names, withFacets);
    const found = documents.views().map((view): FoundInView => {
      return { view, matches: counter.filter(view.segment, evaluateSearch(view, search)) };
    });
    return { search, found, counter, page: rankPage(found, wholeNumber(offset), wholeNumber(limit)) };
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
    search: (query) => {
      const { search, found, counter, page } = find(query);
      return {
        ...totalsOf(found),
        hits: page.map(createHitMaker(search, names, unitNames)),
        facets: counter.facets(),
        ids: () => new Set(found.flatMap(idsOf)),
      };
    },
    rank: (query) => {
      const { found, page } = find({ ...query, withFacets: false });
      return { ...totalsOf(found), ids: page.map(({ view, document }) => idOf(view.segment, document)) };
    },
    setReadings: (readings) => {
      readingTable = createReadingTable(readings);
    },
    compact: documents.compact,
    stats: () => measureSearch(documents),
    save: (sequence) =>
      saveSearch({ documents: documents.stored(), names: savedNames(names), waiting: [...parts.waiting()] }, sequence),
  };
}

/** The engine that was saved, with the count that it was saved with; what has been put since has to be put again. */
export function loadSearchEngine(
  saved: unknown,
): Result<{ readonly engine: SearchEngine; readonly sequence: number }, LoadProblem> {
  const loaded = loadSearch(saved);
  if (!loaded.ok) return loaded;
  return succeed({ engine: createSearchEngine(loaded.value), sequence: loaded.value.sequence });
}

/** All names of a unit by its number, its title first; none when it has no record. */
function namesOfUnit(documents: DocumentStore, names: SearchNames, unit: number): readonly string[] {
  const found = documents.locate(names.units.list[unit] ?? '');
  if (found === null || found.view.segment.values.kind[found.document] !== UNIT_KIND) return [];
  return readFields(found.view.segment, found.document)
    .filter(({ nameNumber }) => ['title', 'unitName'].includes(names.fields.list[nameNumber] ?? ''))
    .map(({ text }) => text);
}

function idsOf({ view, matches }: FoundInView): readonly string[] {
  return Array.from(matches.documents, (document) => idOf(view.segment, document));
}

function totalsOf(found: readonly FoundInView[]): Pick<SearchAnswer, 'total' | 'exactTotal'> {
  return {
    total: found.reduce((sum, { matches }) => sum + matches.documents.length, 0),
    exactTotal: found.reduce((sum, { matches }) => sum + countExact(matches.grades), 0),
  };
}

function countExact(grades: Uint16Array): number {
  let count = 0;
  for (const grade of grades) if (isExactGrade(grade)) count += 1;
  return count;
}

function wholeNumber(value: number): number {
  return value > 0 ? Math.floor(value) : 0;
}
