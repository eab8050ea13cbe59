import { formatFuzzyDate, type FuzzyDate } from '../dates/fuzzy-date.ts';
import { phrase } from '../document/sentence.ts';
import { YEARBOOK_TERMS as T } from './yearbook-terms.ts';

/**
 * A date inside the yearbook's own text: the year is on the cover, so 4月28日, 4月, 上半年. Dates of another year, whole
 * years and ranges keep all that they say; nothing is made more exact than it is.
 */
export function dateInYear(date: FuzzyDate, year: number): string {
  if (date.start === null) return '';
  const [startYear, month = 0, day = 0] = date.start.split('-').map(Number);
  if (startYear !== year) return dateWords(date);
  switch (date.precision) {
    case 'day':
      return T.dayInYear(month, day);
    case 'month':
      return T.monthOnly(month);
    case 'half-year':
      return month === 1 ? T.firstHalf : T.secondHalf;
    default:
      return dateWords(date);
  }
}

/** A date in full, in the form of official documents; empty when nothing was typed. */
export function dateWords(date: FuzzyDate): string {
  return phrase(formatFuzzyDate(date));
}

/** For a record of unknown year: what was typed, marked as such. */
export function undatedWords(date: FuzzyDate): string {
  const raw = phrase(date.raw);
  return raw === '' ? T.noDateGiven : T.undatedDate(raw);
}
