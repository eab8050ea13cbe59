import { refuse, succeed, type Result } from '../result.ts';
import {
  isPlausibleYear,
  readDatePoint,
  readRangeEnd,
  spanOfPoint,
  type DatePoint,
  type DateSpan,
} from './date-point.ts';
import { simplifyDateText } from './date-text.ts';
import { UNKNOWN_DATE, type FuzzyDate } from './fuzzy-date.ts';

/** What a person should look at again; the date is kept all the same. */
export type DateConcern = 'before-1949' | 'future' | 'missing-year' | 'year-from-context';

export type DateProblem = {
  readonly code: 'impossible-date' | 'reversed-range' | 'unrecognised-date' | 'date-too-long';
};

export type ParsedDate = { readonly date: FuzzyDate; readonly concerns: readonly DateConcern[] };

export type DateContext = {
  /** The current day, ISO 8601. */
  readonly today: string;
  /** The year of the sheet, from its name or banner, for dates written without one. */
  readonly year?: number | undefined;
};

/** The shape of what was typed. Nothing is worked out yet: the year may still be missing. */
type DateReading = { readonly year: number | null; readonly span: (year: number) => Result<DateSpan, DateProblem> };

const MAX_LENGTH = 100;
const FOUNDING_DAY = '1949-10-01';
/** Holds every day that can be written without a year, 29 February too. */
const ANY_LEAP_YEAR = 2000;
const UNKNOWN_WORDS: ReadonlySet<string> = new Set([
  '',
  '不详',
  '未知',
  '待查',
  '待考',
  '年份不详',
  '日期不详',
  '时间不详',
]);

/**
 * Reads a date as people type it into ledgers. Nothing is invented: a month stays a month, a date without a year stays
 * unknown unless the context names the year, and two digits are never taken for a year.
 */
export function parseFuzzyDate(input: string, context: DateContext): Result<ParsedDate, DateProblem> {
  const raw = input.trim();
  if (raw.length > MAX_LENGTH) return refuse({ code: 'date-too-long' });
  const text = simplifyDateText(raw);
  if (UNKNOWN_WORDS.has(text)) return succeed({ date: { ...UNKNOWN_DATE, raw }, concerns: [] });

  const reading = readDate(text);
  if (reading === null) return refuse({ code: 'unrecognised-date' });
  const year = reading.year ?? contextYear(context);
  const span = reading.span(year ?? ANY_LEAP_YEAR);
  if (!span.ok) return span;
  if (year === null) return succeed({ date: { ...UNKNOWN_DATE, raw }, concerns: ['missing-year'] });

  const date: FuzzyDate = { raw, ...span.value };
  const concerns = questionDate(date, context.today);
  return succeed({ date, concerns: reading.year === null ? ['year-from-context', ...concerns] : concerns });
}

/** What is doubtful about a date in itself: that it begins before the People's Republic, or after today. */
export function questionDate(date: FuzzyDate, today: string): readonly DateConcern[] {
  if (date.start === null) return [];
  if (date.start < FOUNDING_DAY) return ['before-1949'];
  return date.start > today ? ['future'] : [];
}

function contextYear({ year }: DateContext): number | null {
  return year !== undefined && isPlausibleYear(year) ? year : null;
}

function readDate(text: string): DateReading | null {
  return readSchoolYears(text) ?? readSingle(withoutBeginningWords(text)) ?? readRange(text.replace(/^[自从]/, ''));
}

/** "自7月起" says when something began; the month it began in is all that is known. */
function withoutBeginningWords(text: string): string {
  return text.replace(/^[自从]?(.+?)(?:起|以来|开始)$/, '$1');
}

/** A school year (学年) runs from 1 September to 31 August. */
function readSchoolYears(text: string): DateReading | null {
  const match = /^(\d{4})[-~](\d{4})学年度?$/.exec(text);
  if (match === null) return null;
  const [first, last] = [Number(match[1]), Number(match[2])];
  if (!isPlausibleYear(first) || !isPlausibleYear(last)) return null;
  const span: DateSpan = { start: `${first}-09-01`, end: `${last}-08-31`, precision: 'range' };
  return { year: first, span: () => (span.start > span.end ? refuse({ code: 'reversed-range' }) : succeed(span)) };
}

function readSingle(text: string): DateReading | null {
  const point = readDatePoint(text);
  if (point === null) return null;
  return {
    year: point.year,
    span: (year) => {
      const span = spanOfPoint(point, year);
      return span === null ? refuse({ code: 'impossible-date' }) : succeed(span);
    },
  };
}

/** Splits at the range mark; a hyphen may be one too, so each is tried in turn until both sides read as dates. */
function readRange(text: string): DateReading | null {
  const mark = text.includes('~') ? '~' : '-';
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    const endText = text.slice(at + 1);
    const start = readRangeStart(text.slice(0, at), endText);
    const end = start && readRangeEnd(endText, start);
    if (start && end) return { year: start.year, span: (year) => spanBetween(start, end, year) };
  }
  return null;
}

/** "2023年5-7月": the first half may leave its unit to the second. */
function readRangeStart(text: string, endText: string): DatePoint | null {
  const unit = /(?:月份?|季度)$/.exec(endText)?.[0] ?? '';
  return readDatePoint(text) ?? readDatePoint(text + unit);
}

function spanBetween(start: DatePoint, end: DatePoint, year: number): Result<DateSpan, DateProblem> {
  const first = spanOfPoint(start, year);
  const last = spanOfPoint(end, end.year ?? year);
  if (first === null || last === null) return refuse({ code: 'impossible-date' });
  if (first.start > last.end) return refuse({ code: 'reversed-range' });
  return succeed({ start: first.start, end: last.end, precision: 'range' });
}
