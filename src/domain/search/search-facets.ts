import { FINDABLE_KINDS, type FindableKind } from '../records/record-base.ts';
import { LEVELS, type Level } from '../vocabulary/levels.ts';
import { WORKS } from '../vocabulary/works.ts';
import { testKinds, testLevels, testUnit, testYears, yearOf, type ColumnTest } from './compile-search.ts';
import type { Matches } from './matches.ts';
import { workBits } from './packed-document.ts';
import type { NameList, SearchNames } from './search-names.ts';
import type { Segment } from './search-segment.ts';

/** What narrows a search besides what it asks for. A list that is empty or left out does not narrow it. */
export type SearchFilters = {
  readonly kinds?: readonly FindableKind[] | undefined;
  /** Any day of the record's date falls into it. */
  readonly year?: number | undefined;
  readonly levels?: readonly Level[] | undefined;
  /** The entries that refer to this unit. */
  readonly unitId?: string | undefined;
  /** Any of the works. */
  readonly works?: readonly string[] | undefined;
  readonly series?: readonly string[] | undefined;
  /** What has become of the record; see `recordStatus`. */
  readonly statuses?: readonly string[] | undefined;
};

export type FacetCount<T> = { readonly value: T; readonly count: number };

/** How many records each choice would show, given the search and all other filters. Choices that show none are left out. */
export type SearchFacets = {
  /** In the order of FINDABLE_KINDS. */
  readonly kinds: readonly FacetCount<FindableKind>[];
  /** Latest first. A record of several years counts in each, as the filter does. */
  readonly years: readonly FacetCount<number>[];
  /** In the order of LEVELS. */
  readonly levels: readonly FacetCount<Level>[];
  /** By unit id, the most frequent first. */
  readonly units: readonly FacetCount<string>[];
  /** In the order of WORKS. A record of several works counts in each. */
  readonly works: readonly FacetCount<string>[];
  /** The most frequent first. */
  readonly series: readonly FacetCount<string>[];
  readonly statuses: readonly FacetCount<string>[];
};

export const NO_FACETS: SearchFacets = {
  kinds: [],
  years: [],
  levels: [],
  units: [],
  works: [],
  series: [],
  statuses: [],
};

/** Counts a document of a segment. */
type Count = (segment: Segment, document: number) => void;
type Facet<T> = { readonly count: Count; readonly counts: () => readonly FacetCount<T>[] };
type Facets = { readonly [K in keyof SearchFacets]: Facet<SearchFacets[K][number]['value']> };
type FacetName = keyof SearchFacets;

export type FacetCounter = {
  /** Leaves the matches that pass every filter, and counts each for the facets whose other filters it passes. */
  readonly filter: (segment: Segment, matches: Matches) => Matches;
  readonly facets: () => SearchFacets;
};

export function createFacetCounter(filters: SearchFilters, names: SearchNames, isCounted: boolean): FacetCounter {
  const tests = compileFilters(filters, names);
  const facets = createFacets(names);
  const counts = Object.values<Facet<unknown>>(facets).map(({ count }) => count);
  /** The one filter that a document does not pass, null when it passes all, or undefined when it fails several. */
  const failedFilter = (segment: Segment, document: number): FacetName | null | undefined => {
    let failed: FacetName | null = null;
    for (const [name, test] of tests) {
      if (test(segment, document)) continue;
      if (failed !== null) return undefined;
      failed = name;
    }
    return failed;
  };
  return {
    filter: (segment, { documents, grades }) => {
      if (tests.length === 0) {
        if (isCounted) for (const count of counts) for (const document of documents) count(segment, document);
        return { documents, grades };
      }
      const passing = new Uint32Array(documents.length);
      const passingGrades = new Uint16Array(documents.length);
      let passed = 0;
      for (let at = 0; at < documents.length; at += 1) {
        const document = documents[at] as number;
        const failed = failedFilter(segment, document);
        if (failed === undefined) continue;
        if (failed !== null) {
          if (isCounted) facets[failed].count(segment, document);
          continue;
        }
        if (isCounted) for (const count of counts) count(segment, document);
        passing[passed] = document;
        passingGrades[passed] = grades[at] as number;
        passed += 1;
      }
      return { documents: passing.subarray(0, passed), grades: passingGrades.subarray(0, passed) };
    },
    facets: () => {
      if (!isCounted) return NO_FACETS;
      const counted = Object.entries<Facet<unknown>>(facets).map(([name, facet]) => [name, facet.counts()]);
      return Object.fromEntries(counted) as SearchFacets;
    },
  };
}

function compileFilters(filters: SearchFilters, names: SearchNames): readonly (readonly [FacetName, ColumnTest])[] {
  const tests: (readonly [FacetName, ColumnTest])[] = [];
  const { kinds = [], year, levels = [], unitId, works = [], series = [], statuses = [] } = filters;
  if (kinds.length > 0) tests.push(['kinds', testKinds(kinds.map((kind) => FINDABLE_KINDS.indexOf(kind)))]);
  if (year !== undefined) tests.push(['years', testYears(year, year)]);
  if (levels.length > 0) tests.push(['levels', testLevels(levels.map((level) => LEVELS.indexOf(level) + 1))]);
  if (unitId !== undefined) tests.push(['units', testUnit(names.units.find(unitId))]);
  if (works.length > 0) {
    const bits = workBits(works, names.works.find);
    tests.push(['works', ({ values }, document) => ((values.works[document] as number) & bits) !== 0]);
  }
  if (series.length > 0) tests.push(['series', testNames('series', numbersOf(names.series, series))]);
  if (statuses.length > 0) tests.push(['statuses', testNames('status', numbersOf(names.statuses, statuses))]);
  return tests;
}

function testNames(column: 'series' | 'status', numbers: ReadonlySet<number>): ColumnTest {
  return ({ values }, document) => numbers.has(values[column][document] as number);
}

/** As they stand in columns; a name that no document has is in none. */
function numbersOf(list: NameList, names: readonly string[]): ReadonlySet<number> {
  return new Set(names.map((name) => list.find(name) + 1).filter((number) => number > 0));
}

function createFacets(names: SearchNames): Facets {
  return {
    kinds: createColumnFacet(FINDABLE_KINDS, ({ values }) => values.kind, 0, inOrder),
    years: createYearFacet(),
    levels: createColumnFacet(LEVELS, ({ values }) => values.level, 1, inOrder),
    units: createUnitFacet(names.units.list),
    works: createWorkFacet(names.works.list),
    series: createColumnFacet(names.series.list, ({ values }) => values.series, 1, mostFrequentFirst),
    statuses: createColumnFacet(names.statuses.list, ({ values }) => values.status, 1, mostFrequentFirst),
  };
}

type Order = <T extends string>(counts: readonly FacetCount<T>[]) => readonly FacetCount<T>[];

function createColumnFacet<T extends string>(
  list: readonly T[],
  columnOf: (segment: Segment) => Uint8Array | Uint16Array | Uint32Array,
  /** What the column adds to a place in the list. */
  offset: number,
  order: Order,
): Facet<T> {
  const counts = new Uint32Array(list.length + offset);
  return {
    count: (segment, document) => {
      const value = columnOf(segment)[document] as number;
      counts[value] = (counts[value] as number) + 1;
    },
    counts: () => order(countsOf(list, counts.subarray(offset))),
  };
}

function createUnitFacet(list: readonly string[]): Facet<string> {
  const counts = new Uint32Array(list.length);
  return {
    count: ({ ranges, starts }, document) => {
      const end = starts.units[document + 1] as number;
      for (let at = starts.units[document] as number; at < end; at += 1) {
        const unit = ranges.units[at] as number;
        counts[unit] = (counts[unit] as number) + 1;
      }
    },
    counts: () => mostFrequentFirst(countsOf(list, counts)),
  };
}

function createWorkFacet(list: readonly string[]): Facet<string> {
  const counts = new Uint32Array(list.length);
  return {
    count: ({ values }, document) => {
      for (let bits = values.works[document] as number; bits !== 0; bits &= bits - 1) {
        const work = 31 - Math.clz32(bits & -bits);
        counts[work] = (counts[work] as number) + 1;
      }
    },
    counts: () => {
      const place = ({ value }: FacetCount<string>) => (WORKS as readonly string[]).indexOf(value);
      return countsOf(list, counts).toSorted((a, b) => place(a) - place(b));
    },
  };
}

function createYearFacet(): Facet<number> {
  const counts = new Map<number, number>();
  return {
    count: ({ values }, document) => {
      const startDay = values.startDay[document] as number;
      if (startDay === 0) return;
      const last = yearOf(values.endDay[document] as number);
      for (let year = yearOf(startDay); year <= last; year += 1) counts.set(year, (counts.get(year) ?? 0) + 1);
    },
    counts: () =>
      Array.from(counts, ([value, count]): FacetCount<number> => ({ value, count })).toSorted(
        (a, b) => b.value - a.value,
      ),
  };
}

function countsOf<T extends string>(list: readonly T[], counts: Uint32Array): readonly FacetCount<T>[] {
  return list
    .map((value, place): FacetCount<T> => ({ value, count: counts[place] ?? 0 }))
    .filter(({ count }) => count > 0);
}

function inOrder<T>(counts: readonly FacetCount<T>[]): readonly FacetCount<T>[] {
  return counts;
}

function mostFrequentFirst<T>(counts: readonly FacetCount<T>[]): readonly FacetCount<T>[] {
  return counts.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
