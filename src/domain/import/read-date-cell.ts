import { fuzzyDateFromExcelSerial, type ExcelDateSystem } from '../dates/excel-serial.ts';
import { formatFuzzyDate, UNKNOWN_DATE, type DatePrecision, type FuzzyDate } from '../dates/fuzzy-date.ts';
import { parseFuzzyDate, questionDate } from '../dates/parse-fuzzy-date.ts';
import type { ImportConcern, ImportProblem } from './import-row.ts';
import type { SourceCell, SourceValue } from './source-book.ts';

export type DateRemark = { readonly code: ImportConcern['code']; readonly value: string };

/** The date in a cell, or why there is none. */
export type DateOutcome = {
  readonly date: FuzzyDate | null;
  readonly problem: ImportProblem['code'] | null;
  readonly remarks: readonly DateRemark[];
};

export type DateSurroundings = {
  /** The current day, ISO 8601. */
  readonly today: string;
  readonly dateSystem: ExcelDateSystem;
  /** The year of the section, banner, sheet or file. */
  readonly year: number | null;
  /** Whether the text of a cell may have lost the zero of 2021.10, as in a text file that Excel wrote. */
  readonly mayLackZero: boolean;
};

/** The serial number of 1949-10-01; one before it is another number. */
const FIRST_SERIAL = 18_172;
const LAST_SERIAL = 73_050;
const TWO_DIGIT_YEAR = /^['’‘]?\d{2}(?:年|[./-]\d{1,2}(?:[./-]|$|月))/u;
const YEAR_AND_MONTH = /^(?<year>(?:19|20)\d\d)(?<month>0[1-9]|1[0-2])$/u;

/**
 * Reads the date in a cell as it is shown. What is stored decides only what is not shown, such as the year of 5月4日;
 * where both differ it is said. A day that only the program added (2023年5月 is stored as 1 May) is not taken.
 */
export function readDateCell(cell: SourceCell, around: DateSurroundings): DateOutcome {
  if (typeof cell === 'string') return readText(cell, around);
  switch (cell.type) {
    case 'date':
      return cell.number === null ? readText(cell.text, around) : readStoredDay(cell, cell.number, around);
    case 'number':
      return cell.number === null ? readText(cell.text, around) : readNumber(cell, cell.number, around);
    case 'error':
      return failed('error-value');
    default:
      return failed('unrecognised-date');
  }
}

function failed(problem: ImportProblem['code']): DateOutcome {
  return { date: null, problem, remarks: [] };
}

function readText(input: string, around: DateSurroundings): DateOutcome {
  const text = input.normalize('NFKC').trim();
  const parsed = parseFuzzyDate(input.replace(/\n/g, ' '), { today: around.today, year: around.year ?? undefined });
  if (!parsed.ok) return readOddText(text, input.trim(), parsed.error.code, around);
  const remarks = parsed.value.concerns.map((code): DateRemark => ({
    code,
    value: code === 'year-from-context' ? String(around.year) : '',
  }));
  const ambiguous = around.mayLackZero ? lostZero(text) : [];
  return { date: parsed.value.date, problem: null, remarks: [...remarks, ...ambiguous] };
}

function readOddText(text: string, raw: string, code: ImportProblem['code'], around: DateSurroundings): DateOutcome {
  if (/^\d{5}(?:\.0+)?$/u.test(text)) return readSerial(Number(text), raw, around) ?? failed(code);
  const { year, month } = YEAR_AND_MONTH.exec(text)?.groups ?? {};
  if (year !== undefined && month !== undefined) {
    const read = readText(`${year}-${month}`, around);
    const remark: DateRemark = { code: 'digits-run-together', value: `${year}-${month}` };
    return read.date ? { ...read, date: { ...read.date, raw }, remarks: [remark, ...read.remarks] } : read;
  }
  return failed(TWO_DIGIT_YEAR.test(text) ? 'two-digit-year' : code);
}

/** A bare number like 45047 in a column of dates: the day that Excel would show if it knew. */
function readSerial(number: number, raw: string, { dateSystem, today }: DateSurroundings): DateOutcome | null {
  if (!Number.isInteger(number) || number < FIRST_SERIAL || number > LAST_SERIAL) return null;
  const day = fuzzyDateFromExcelSerial(number, dateSystem);
  if (!day.ok) return null;
  const remarks: readonly DateRemark[] = [
    { code: 'serial-number', value: day.value.raw },
    ...questionDate(day.value, today).map((code) => ({ code, value: '' })),
  ];
  return { date: { ...day.value, raw }, problem: null, remarks };
}

function readNumber(cell: SourceValue, number: number, around: DateSurroundings): DateOutcome {
  const shown = cell.text.trim();
  const serial = /^\d{5}$/u.test(shown.replaceAll(',', '')) ? readSerial(number, shown, around) : null;
  if (serial) return serial;
  const read = readText(shown, { ...around, mayLackZero: true });
  const stored = String(number);
  if (read.date === null || stored === shown) return read;
  return { ...read, remarks: [{ code: 'shown-differs-from-stored', value: stored }, ...read.remarks] };
}

/** January as a number is shown like October that lost its zero. */
function lostZero(text: string): readonly DateRemark[] {
  return /^(?:19|20)\d\d\.1$/u.test(text) ? [{ code: 'ambiguous-month', value: `${text}0` }] : [];
}

function readStoredDay(cell: SourceValue, serial: number, around: DateSurroundings): DateOutcome {
  const day = fuzzyDateFromExcelSerial(serial, around.dateSystem);
  if (!day.ok) return failed(day.error.code);
  const raw = cell.text.trim() || day.value.raw;
  const date = asExactAsShown(day.value, raw);
  const shown = parseFuzzyDate(raw, { today: around.today });
  const differs =
    shown.ok &&
    shown.value.date.start !== null &&
    (shown.value.date.start > (date.start ?? '') || (shown.value.date.end ?? '') < (date.end ?? ''));
  const remarks: readonly DateRemark[] = [
    ...(differs ? [{ code: 'shown-differs-from-stored', value: day.value.raw } as const] : []),
    ...questionDate(date, around.today).map((code) => ({ code, value: '' })),
  ];
  return { date, problem: null, remarks };
}

/** The stored day, or only its month or year where no more is shown. */
function asExactAsShown(day: FuzzyDate, raw: string): FuzzyDate {
  const [year = '', month = ''] = day.raw.split('-');
  const precision = shownPrecision(raw);
  if (precision === 'day') return { ...day, raw };
  const text = precision === 'month' ? `${year}-${month}` : year;
  const read = parseFuzzyDate(text, { today: '' });
  return read.ok ? { ...read.value.date, raw } : { ...day, raw };
}

/** How exactly a date cell shows its day, by the groups of digits in it: 2023年5月, May-23, 5月4日. */
function shownPrecision(raw: string): DatePrecision {
  const text = raw
    .normalize('NFKC')
    .replace(/\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?/giu, '')
    .trim();
  const groups = text.match(/\d+|[〇○一二三四五六七八九十]+/gu) ?? [];
  if (groups.length >= 3) return 'day';
  if (groups.length === 2)
    return /月\s*(?:\d|[一二三四五六七八九十])/u.test(text) || !/年|\d{4}/u.test(text)
      ? dayOrLatinMonth(text)
      : 'month';
  if (/^[A-Za-z]{3,9}[-\s.]\d{2,4}$/u.test(text)) return 'month';
  if (/^\d{1,2}月$/u.test(text) || /^[一二三四五六七八九十]+月$/u.test(text)) return 'month';
  return /^\d{4}年?$/u.test(text) ? 'year' : 'day';
}

function dayOrLatinMonth(text: string): DatePrecision {
  return /^\d{2}年\d{1,2}月$/u.test(text) ? 'month' : 'day';
}

/** The parts of a date that stand in columns of their own. */
export type DateParts = { readonly year: string; readonly month: string; readonly day: string };

/** Joins year, month and day; a day without its month, and a year of two digits, are no dates. */
export function joinDateParts({ year, month, day }: DateParts, around: DateSurroundings): DateOutcome {
  const [y, m, d] = [digitsOf(year, '年度?'), digitsOf(month, '月份?'), digitsOf(day, '[日号]')];
  if (y === null || m === null || d === null || (d !== '' && m === '')) return failed('unrecognised-date');
  if (y !== '' && y.length < 4) return failed('two-digit-year');
  const text = `${y === '' ? '' : `${y}年`}${m === '' ? '' : `${m}月`}${d === '' ? '' : `${d}日`}`;
  return text === ''
    ? { date: UNKNOWN_DATE, problem: null, remarks: [] }
    : readText(text, { ...around, mayLackZero: false });
}

/** The number in a part, '' when it is blank, null when it is none. */
function digitsOf(text: string, unit: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  return new RegExp(`^(\\d*)(?:${unit})?$`, 'u').exec(plain)?.[1] ?? null;
}

/** One period of its two ends; where both are one day, or one is missing, that one. */
export function joinDateEnds(from: DateOutcome, to: DateOutcome, today: string): DateOutcome {
  const [first, last] = [from.date, to.date];
  if (from.problem !== null || to.problem !== null) return from.problem === null ? to : from;
  if (!first || first.start === null || !last || last.end === null) return first && first.raw !== '' ? from : to;
  const remarks = [...from.remarks, ...to.remarks];
  if (first.start === last.start && first.end === last.end) return { ...from, remarks };
  if (first.start > last.end) return failed('reversed-range');
  const raw = `${formatFuzzyDate(first)}至${formatFuzzyDate(last)}`;
  const date: FuzzyDate = { raw, start: first.start, end: last.end, precision: 'range' };
  return {
    date,
    problem: null,
    remarks: [...remarks, ...questionDate(date, today).map((code) => ({ code, value: '' }))],
  };
}
