import type { DatePrecision } from './fuzzy-date.ts';
import { daysInMonth, isRealDay, toIsoDay } from './calendar.ts';

/** A named part: of its month (旬) when there is a month, else of its year. */
type Portion =
  | 'first-ten-days'
  | 'second-ten-days'
  | 'last-ten-days'
  | 'first-half'
  | 'second-half'
  | 'year-start'
  | 'year-end'
  | 1
  | 2
  | 3
  | 4;

/** One date as far as it was written: neither end of it has been worked out yet. */
export type DatePoint = {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly portion: Portion | null;
};

export type DateSpan = {
  readonly start: string;
  readonly end: string;
  readonly precision: Exclude<DatePrecision, 'unknown'>;
};

type Groups = Readonly<Record<string, string | undefined>>;
type PointRule = { readonly pattern: RegExp; readonly read: (groups: Groups) => DatePoint };

const MONTH_PORTIONS: Readonly<Record<string, Portion>> = {
  上旬: 'first-ten-days',
  初: 'first-ten-days',
  中旬: 'second-ten-days',
  下旬: 'last-ten-days',
  底: 'last-ten-days',
  末: 'last-ten-days',
};
const YEAR_PORTIONS: Readonly<Record<string, Portion>> = {
  上半年: 'first-half',
  下半年: 'second-half',
  初: 'year-start',
  底: 'year-end',
  末: 'year-end',
  1: 1,
  2: 2,
  3: 3,
  4: 4,
};

// Every year is written in full: two digits are never taken for one.
const POINT_RULES: readonly PointRule[] = [
  { pattern: /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/, read: toPoint },
  { pattern: /^(?<year>\d{4})(?<mark>[./-])(?<month>\d{1,2})(?:\k<mark>(?<day>\d{1,2}))?$/, read: toPoint },
  { pattern: /^(?:(?<year>\d{4})年)?(?<month>\d{1,2})月份?$/, read: toPoint },
  { pattern: /^(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/, read: toPoint },
  { pattern: /^(?:(?<year>\d{4})年)?(?<month>\d{1,2})月份?(?<portion>[上中下]旬|初|底|末)$/, read: toPoint },
  { pattern: /^(?<year>\d{4})(?:年度?)?$/, read: toPoint },
  { pattern: /^(?:(?<year>\d{4})(?:年度?)?)?(?<portion>[上下]半年)$/, read: toPoint },
  { pattern: /^(?:(?<year>\d{4})(?:年度?)?)?第?(?<portion>[1-4])季度$/, read: toPoint },
  { pattern: /^(?:(?<year>\d{4})(?:年度?|[./-])?)?[Qq](?<portion>[1-4])$/, read: toPoint },
  { pattern: /^(?:(?<year>\d{4})年年?|年)(?<portion>初|底|末)$/, read: toPoint },
];

/** Years outside are typing errors, and may be a month and a day run together (1205). */
export function isPlausibleYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1800 && year <= 2999;
}

/** Reads one date in simplified spelling, or null when it is none. Whether the day exists is checked later. */
export function readDatePoint(text: string): DatePoint | null {
  for (const { pattern, read } of POINT_RULES) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const point = read(match.groups ?? {});
    return point.year === null || isPlausibleYear(point.year) ? point : null;
  }
  return null;
}

/** Reads the second half of a range, which may leave out what it shares with the first: 5月4日至6日, 2023.5-7. */
export function readRangeEnd(text: string, start: DatePoint): DatePoint | null {
  const whole = readDatePoint(text);
  if (whole !== null) return completeEnd(whole, start);
  if (start.month === null) return null;
  const { year, month } = start;
  const portion = MONTH_PORTIONS[text];
  if (portion !== undefined) return { year, month, day: null, portion };
  const numbers = /^(?:(\d{1,2})[./-])?(\d{1,2})([日号])?$/.exec(text);
  if (numbers === null) return null;
  const [, first, last, dayMark] = numbers;
  if (start.day !== null) {
    if (first !== undefined && dayMark !== undefined) return null;
    return { year, month: first === undefined ? month : Number(first), day: Number(last), portion: null };
  }
  const isMonth = first === undefined && dayMark === undefined && start.portion === null;
  return isMonth ? { year, month: Number(last), day: null, portion: null } : null;
}

/** The first and last day that a date of the given year stands for, or null when it does not exist. */
export function spanOfPoint({ month, day, portion }: DatePoint, year: number): DateSpan | null {
  if (month === null) return portion === null ? spanOfMonths(year, 1, 12, 'year') : spanOfYearPortion(year, portion);
  if (!isRealDay(year, month, day ?? 1)) return null;
  if (day !== null) return { start: toIsoDay(year, month, day), end: toIsoDay(year, month, day), precision: 'day' };
  if (portion === null) return spanOfMonths(year, month, month, 'month');
  const [first, last] = tenDays(portion, daysInMonth(year, month));
  return { start: toIsoDay(year, month, first), end: toIsoDay(year, month, last), precision: 'range' };
}

function completeEnd(end: DatePoint, start: DatePoint): DatePoint | null {
  // "5月至2023年7月": the first year is not said, and need not be the second.
  if (end.year !== null) return start.year === null ? null : end;
  // "2023年至6月" is no range that anyone could mean for certain.
  if (start.month === null && start.portion === null) return null;
  return { ...end, year: start.year };
}

function toPoint({ year, month, day, portion }: Groups): DatePoint {
  const portions = month === undefined ? YEAR_PORTIONS : MONTH_PORTIONS;
  return {
    year: toNumber(year),
    month: toNumber(month),
    day: toNumber(day),
    portion: portion === undefined ? null : (portions[portion] ?? null),
  };
}

function toNumber(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function spanOfMonths(year: number, first: number, last: number, precision: DateSpan['precision']): DateSpan {
  return { start: toIsoDay(year, first, 1), end: toIsoDay(year, last, daysInMonth(year, last)), precision };
}

function spanOfYearPortion(year: number, portion: Portion): DateSpan {
  switch (portion) {
    case 'first-half':
      return spanOfMonths(year, 1, 6, 'half-year');
    case 'second-half':
      return spanOfMonths(year, 7, 12, 'half-year');
    // 年初 and 年底 have no agreed bounds: a quarter is sure to hold them.
    case 'year-end':
      return spanOfMonths(year, 10, 12, 'range');
    case 1:
    case 2:
    case 3:
    case 4:
      return spanOfMonths(year, portion * 3 - 2, portion * 3, 'range');
    default:
      return spanOfMonths(year, 1, 3, 'range');
  }
}

function tenDays(portion: Portion, monthLength: number): readonly [first: number, last: number] {
  if (portion === 'first-ten-days') return [1, 10];
  return portion === 'second-ten-days' ? [11, 20] : [21, monthLength];
}
