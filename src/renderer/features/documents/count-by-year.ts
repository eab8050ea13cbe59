import { countingYear } from '#domain/dates/fuzzy-date';
import { recordDate, type Entry } from '#domain/records/archive-record';
import { YEARBOOK_YEARS } from '#domain/yearbook/yearbook-options';

type YearCount = { readonly year: number; readonly count: number };

/** All years that have records and can have a document, and the present one, latest first. */
export function countByYear(entries: readonly Entry[], thisYear: number): readonly YearCount[] {
  const counts = new Map<number, number>([[thisYear, 0]]);
  for (const entry of entries) {
    const year = countingYear(recordDate(entry));
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts]
    .filter(([year]) => YEARBOOK_YEARS.first <= year && year <= YEARBOOK_YEARS.last)
    .map(([year, count]) => ({ year, count }))
    .toSorted((a, b) => b.year - a.year);
}
