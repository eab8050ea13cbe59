import { countingYear } from '#domain/dates/fuzzy-date';
import { recordDate, type Entry } from '#domain/records/archive-record';
import type { EntryKind } from '#domain/records/record-base';
import { LEVELS, type Level } from '#domain/vocabulary/levels';

/** The year that the office counts its honours from. */
export const COUNTED_SINCE = 2014;

export type YearCounts = Readonly<Record<EntryKind, number>> & {
  readonly levels: Readonly<Record<Level, number>>;
  readonly noLevel: number;
};

export type YearTable = {
  /** Latest first, from COUNTED_SINCE on; years without a record are left out. */
  readonly years: readonly (readonly [year: number, counts: YearCounts])[];
  readonly earlier: YearCounts;
  readonly undated: YearCounts;
  /** All years since COUNTED_SINCE together. */
  readonly since: YearCounts;
};

type Tally = Record<EntryKind, number> & { levels: Record<Level, number>; noLevel: number };

const emptyTally = (): Tally => ({
  honor: 0,
  plan: 0,
  activity: 0,
  levels: Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>,
  noLevel: 0,
});

/** How many honours of each level, plans and activities there are of each year, in one pass. */
export function countYears(...lists: readonly (readonly Entry[])[]): YearTable {
  const tallies = new Map<number, Tally>();
  const [earlier, undated, since] = [emptyTally(), emptyTally(), emptyTally()];
  for (const list of lists) {
    for (const entry of list) {
      const year = countingYear(recordDate(entry));
      if (year === null) tally(undated, entry);
      else if (year < COUNTED_SINCE) tally(earlier, entry);
      else {
        tally(since, entry);
        const known = tallies.get(year) ?? emptyTally();
        tallies.set(year, known);
        tally(known, entry);
      }
    }
  }
  return { years: [...tallies].toSorted(([a], [b]) => b - a), earlier, undated, since };
}

function tally(counts: Tally, entry: Entry): void {
  counts[entry.kind] += 1;
  if (entry.kind !== 'honor') return;
  if (entry.level === null) counts.noLevel += 1;
  else counts.levels[entry.level] += 1;
}
