import { appendTo } from '../append-to.ts';
import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import { recordDate, type Entry } from '../records/archive-record.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

/** A stretch of the year under one heading, and what belongs there. */
export type StretchGroup<E extends Entry> = { readonly name: string; readonly members: readonly E[] };

/** `rank` orders stretches: 6 is June, 6.5 the first half after it, 13 the rest. */
type Stretch = { readonly rank: number; readonly name: string };

const REST_OF_THE_YEAR: Stretch = { rank: 13, name: T.wholeYear };

/**
 * A year's entries under the names of its months: a half-year follows its last month, an unknown month the whole year.
 * Within a stretch they keep their order.
 */
export function groupByStretch<E extends Entry>(entries: readonly E[], year: number): readonly StretchGroup<E>[] {
  const names = new Map<number, string>();
  const groups = new Map<number, E[]>();
  for (const entry of entries) {
    const { rank, name } = stretchOf(recordDate(entry), year);
    names.set(rank, name);
    appendTo(groups, rank, entry);
  }
  return [...groups].toSorted(([a], [b]) => a - b).map(([rank, members]) => ({ name: names.get(rank) ?? '', members }));
}

function stretchOf(date: FuzzyDate, year: number): Stretch {
  if (date.start === null || date.end === null || date.precision === 'year') return REST_OF_THE_YEAR;
  const [startYear, startMonth = 1] = date.start.split('-').map(Number);
  const endMonth = Number(date.end.slice(5, 7));
  if (date.precision === 'half-year') {
    return startMonth === 1 ? { rank: 6.5, name: T.firstHalf } : { rank: 12.5, name: T.secondHalf };
  }
  // A range is told when it ends; one of half a year or more belongs to no single month.
  const tooLong = startYear !== year || endMonth - startMonth >= 5;
  return tooLong ? REST_OF_THE_YEAR : { rank: endMonth, name: T.month(endMonth) };
}
