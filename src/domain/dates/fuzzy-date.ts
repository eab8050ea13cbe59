import * as v from 'valibot';
import { isIsoDay } from './calendar.ts';
import { simplifyDateText } from './date-text.ts';

export const DATE_PRECISIONS = ['day', 'month', 'half-year', 'year', 'range', 'unknown'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/**
 * A date as exactly as it is known. `raw` is what was typed or printed and is never rewritten; `start` and `end` are
 * the first and last possible day (ISO 8601 calendar dates, both inclusive), or null when the year is not known.
 * A month stays a month: no day is ever invented.
 */
export type FuzzyDate = {
  readonly raw: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: DatePrecision;
};

const isoDay = v.pipe(v.string(), v.check(isIsoDay, 'must be an ISO 8601 day that exists'));

export const fuzzyDateSchema = v.pipe(
  v.strictObject({
    raw: v.string(),
    start: v.nullable(isoDay),
    end: v.nullable(isoDay),
    precision: v.picklist(DATE_PRECISIONS),
  }),
  v.readonly(),
  v.check(
    ({ start, end, precision }) =>
      precision === 'unknown' ? start === null && end === null : start !== null && end !== null && start <= end,
    'start and end must be both there and in order, or both null when unknown',
  ),
);

export const UNKNOWN_DATE: FuzzyDate = { raw: '', start: null, end: null, precision: 'unknown' };

/**
 * The year that a record counts for: the one in which its date ends, so that "2022—2023年度" is counted once.
 * Null when the year is not known.
 */
export function countingYear(date: FuzzyDate): number | null {
  return date.end === null ? null : Number(date.end.slice(0, 4));
}

/** Whether any day of the date falls into the year. An unknown date falls into none. */
export function touchesYear(date: FuzzyDate, year: number): boolean {
  if (date.start === null || date.end === null) return false;
  return Number(date.start.slice(0, 4)) <= year && year <= Number(date.end.slice(0, 4));
}

/**
 * Chronicle order: exact dates first, an unknown day at the month's end, an unknown month at the year's end (domain
 * rule for 大事记). Unknown dates come last.
 */
export function compareChronologically(a: FuzzyDate, b: FuzzyDate): number {
  return compareKeys(chronicleKey(a), chronicleKey(b));
}

function chronicleKey(date: FuzzyDate): string {
  if (date.end === null) return '9999-99-99~9';
  const vagueness = date.precision === 'day' ? 0 : DATE_PRECISIONS.indexOf(date.precision);
  return `${date.precision === 'day' ? date.start : date.end}~${vagueness}`;
}

function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The date in the form of official documents: Arabic digits, full year, no leading zero (GB/T 9704-2012, 7.3.5.4).
 * Ranges and dates of unknown year are printed as they were typed, except that a range typed without its year
 * (5月至7月, on a sheet of 2023) is printed with it.
 */
export function formatFuzzyDate(date: FuzzyDate): string {
  if (date.start === null || date.end === null) return date.raw;
  const [year, month, day] = date.start.split('-').map(Number);
  switch (date.precision) {
    case 'day':
      return `${year}年${month}月${day}日`;
    case 'month':
      return `${year}年${month}月`;
    case 'half-year':
      return `${year}年${month === 1 ? '上' : '下'}半年`;
    case 'year':
      return `${year}年`;
    default:
      return formatRange(date.raw, date.start, date.end);
  }
}

function formatRange(raw: string, start: string, end: string): string {
  if (raw === '') return `${start}至${end}`;
  const year = start.slice(0, 4);
  return simplifyDateText(raw).includes(year) ? raw : `${year}年${raw.replace(/^[自从]/, '')}`;
}
