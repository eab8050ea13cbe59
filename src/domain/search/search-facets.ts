import { FINDABLE_KINDS, type FindableKind } from '../records/record-base.ts';
import { LEVELS, type Level } from '../vocabulary/levels.ts';
import { WORKS } from '../vocabulary/works.ts';
import { testKinds, testLevels, testUnit, testYears, yearOf, type ColumnTest } from './compile-search.ts';
import type { Matches } from './matches.ts';
import { workBits } from './packed-document.ts';
import type { YearRange } from './search-expression.ts';
import type { NameList, SearchNames } from './search-names.ts';
import type { Segment } from './search-segment.ts';

/** What narrows a search besides what it asks for. A list that is empty or left out does not narrow it. */
export type SearchFilters = {
  readonly kinds?: readonly FindableKind[] | undefined;
  /** Any day of the record's date falls into one of them. */
  readonly years?: readonly YearRange[] | undefined;
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

type Facet<T> = {
  /** Counts documents of a segment. */
  readonly count: (segment: Segment, documents: ArrayLike<number> & Iterable<number>) => void;
  readonly counts: () => readonly FacetCount<T>[];
};
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
  return {
    filter: (segment, matches) => {
      const { passing, failing } = splitByFilters(segment, matches, tests);
      if (!isCounted) return passing;
      for (const facet of Object.values<Facet<unknown>>(facets)) facet.count(segment, passing.documents);
      for (const [name, documents] of failing) facets[name].count(segment, documents);
      return passing;
    },
    facets: () => {
      if (!isCounted) return NO_FACETS;
      const counted = Object.entries<Facet<unknown>>(facets).map(([name, facet]) => [name, facet.counts()]);
      return Object.fromEntries(counted) as SearchFacets;
    },
  };
}

type FilterTest = readonly [name: FacetName, test: ColumnTest];

/** The matches that pass every filter, and by each filter the documents that fail it alone. */
function splitByFilters(
  segment: Segment,
  matches: Matches,
  tests: readonly FilterTest[],
): { readonly passing: Matches; readonly failing: ReadonlyMap<FacetName, readonly number[]> } {
  const failing = new Map<FacetName, number[]>(tests.map(([name]) => [name, []]));
  if (tests.length === 0) return { passing: matches, failing };
  const documents = new Uint32Array(matches.documents.length);
  const grades = new Uint16Array(documents.length);
  let passed = 0;
  for (let at = 0; at < documents.length; at += 1) {
    const document = matches.documents[at] as number;
    const failed = tests.filter(([, test]) => !test(segment, document));
    if (failed.length === 0) {
      documents[passed] = document;
      grades[passed] = matches.grades[at] as number;
      passed += 1;
    } else if (failed.length === 1 && failed[0] !== undefined) failing.get(failed[0][0])?.push(document);
  }
  return { passing: { documents: documents.subarray(0, passed), grades: grades.subarray(0, passed) }, failing };
}

function compileFilters(filters: SearchFilters, names: SearchNames): readonly FilterTest[] {
  const tests: FilterTest[] = [];
  const { kinds = [], years = [], levels = [], unitId, works = [], series = [], statuses = [] } = filters;
  if (kinds.length > 0) tests.push(['kinds', testKinds(kinds.map((kind) => FINDABLE_KINDS.indexOf(kind)))]);
  if (years.length > 0) {
    const ofRanges = years.map(({ from, to }) => testYears(from, to));
    tests.push(['years', (segment, document) => ofRanges.some((test) => test(segment, document))]);
  }
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

/** ISO 8601 days have four digits for the year. */
const LAST_YEAR = 9999;

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
    count: (segment, documents) => {
      const column = columnOf(segment);
      for (const document of documents) {
        const value = column[document] as number;
        counts[value] = (counts[value] as number) + 1;
      }
    },
    counts: () => order(countsOf(list, counts.subarray(offset))),
  };
}

function createUnitFacet(list: readonly string[]): Facet<string> {
  const counts = new Uint32Array(list.length);
  return {
    count: (segment, documents) => {
      const [starts, units] = [segment.starts.units, segment.ranges.units];
      for (const document of documents) {
        const end = starts[document + 1] as number;
        for (let at = starts[document] as number; at < end; at += 1) {
          const unit = units[at] as number;
          counts[unit] = (counts[unit] as number) + 1;
        }
      }
    },
    counts: () => mostFrequentFirst(countsOf(list, counts)),
  };
}

function createWorkFacet(list: readonly string[]): Facet<string> {
  const counts = new Uint32Array(list.length);
  return {
    count: ({ values: { works } }, documents) => {
      for (const document of documents) {
        for (let bits = works[document] as number; bits !== 0; bits &= bits - 1) {
          const work = 31 - Math.clz32(bits & -bits);
          counts[work] = (counts[work] as number) + 1;
        }
      }
    },
    counts: () => {
      const place = ({ value }: FacetCount<string>) => (WORKS as readonly string[]).indexOf(value);
      return countsOf(list, counts).toSorted((a, b) => place(a) - place(b));
    },
  };
}

function createYearFacet(): Facet<number> {
  const counts = new Uint32Array(LAST_YEAR + 1);
  return {
    count: ({ values: { startDay, endDay } }, documents) => {
      for (const document of documents) {
        const start = startDay[document] as number;
        if (start === 0) continue;
        const last = yearOf(endDay[document] as number);
        for (let year = yearOf(start); year <= last; year += 1) counts[year] = (counts[year] as number) + 1;
      }
    },
    counts: () =>
      [...counts.entries()]
        .filter(([, count]) => count > 0)
        .map(([value, count]): FacetCount<number> => ({ value, count }))
        .toReversed(),
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
