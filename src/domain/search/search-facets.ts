import { FINDABLE_KINDS, type FindableKind } from '../records/record-base.ts';
import { LEVELS, type Level } from '../vocabulary/levels.ts';
import type { SearchRow } from './search-row.ts';

/** What narrows a search besides its text. A list that is empty or left out does not narrow it. */
export type SearchFilters = {
  readonly kinds?: readonly FindableKind[] | undefined;
  /** Any day of the record's date falls into it. */
  readonly year?: number | undefined;
  readonly levels?: readonly Level[] | undefined;
  /** The entries that refer to this unit. */
  readonly unitId?: string | undefined;
};

export type FacetCount<T> = { readonly value: T; readonly count: number };

/** How many records each choice would show, given the text and all other filters. Choices that show none are left out. */
export type SearchFacets = {
  /** In the order of FINDABLE_KINDS. */
  readonly kinds: readonly FacetCount<FindableKind>[];
  /** Latest first. A record of several years counts in each, as the filter does. */
  readonly years: readonly FacetCount<number>[];
  /** In the order of LEVELS. */
  readonly levels: readonly FacetCount<Level>[];
  /** By unit id, the most frequent first. */
  readonly units: readonly FacetCount<string>[];
};

export type FacetCounter = {
  /** Counts a row that the text matches, and tells whether it passes every filter. */
  readonly admit: (row: SearchRow) => boolean;
  readonly facets: () => SearchFacets;
};

/** @param unitIds the list in which the rows name units by their place */
export function createFacetCounter(filters: SearchFilters, unitIds: readonly string[]): FacetCounter {
  const kindFilter = asSet(filters.kinds);
  const levelFilter = asSet(filters.levels);
  const { year } = filters;
  const unitFilter = filters.unitId === undefined ? null : unitIds.indexOf(filters.unitId);
  const kinds = new Map<FindableKind, number>();
  const years = new Map<number, number>();
  const levels = new Map<Level, number>();
  const units = new Uint32Array(unitIds.length);

  const admit = (row: SearchRow): boolean => {
    const kindFits = kindFilter === null || kindFilter.has(row.kind);
    const yearFits = year === undefined || (row.years !== null && row.years.first <= year && year <= row.years.last);
    const levelFits = levelFilter === null || (row.level !== null && levelFilter.has(row.level));
    const unitFits = unitFilter === null || row.units.includes(unitFilter);
    if (yearFits && levelFits && unitFits) increase(kinds, row.kind);
    if (row.years !== null && kindFits && levelFits && unitFits) {
      for (let each = row.years.first; each <= row.years.last; each += 1) increase(years, each);
    }
    if (row.level !== null && kindFits && yearFits && unitFits) increase(levels, row.level);
    if (kindFits && yearFits && levelFits) for (const place of row.units) units[place] = (units[place] ?? 0) + 1;
    return kindFits && yearFits && levelFits && unitFits;
  };
  const facets = (): SearchFacets => ({
    kinds: inOrder(kinds, FINDABLE_KINDS),
    years: Array.from(years, ([value, count]) => ({ value, count })).toSorted((a, b) => b.value - a.value),
    levels: inOrder(levels, LEVELS),
    units: mostFrequent(units, unitIds),
  });
  return { admit, facets };
}

function asSet<T>(values: readonly T[] | undefined): ReadonlySet<T> | null {
  return values === undefined || values.length === 0 ? null : new Set(values);
}

function increase<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function inOrder<T>(counts: ReadonlyMap<T, number>, order: readonly T[]): readonly FacetCount<T>[] {
  return order.flatMap((value) => {
    const count = counts.get(value);
    return count === undefined ? [] : [{ value, count }];
  });
}

function mostFrequent(counts: Uint32Array, unitIds: readonly string[]): readonly FacetCount<string>[] {
  return unitIds
    .map((value, place) => ({ value, count: counts[place] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
