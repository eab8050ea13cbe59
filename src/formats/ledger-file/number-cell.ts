import { SSF } from '@e965/xlsx';
import type { ExcelDateSystem } from '#domain/dates/excel-serial';
import type { SourceValue } from '#domain/import/source-book';
import { datePartsOf, type DateParts } from './number-formats.ts';

/** What the library's formatter offers; its own types say `any`. */
type Formatter = {
  readonly format: (format: string, value: number | string, options: { readonly date1904: boolean }) => string;
  readonly parse_date_code: (
    value: number,
    options: { readonly date1904: boolean },
  ) => { readonly y: number; readonly m: number; readonly d: number; readonly H: number; readonly M: number } | null;
};

const formatter = SSF as Formatter;
/** What General is called in files of Chinese programs. */
const CHINESE_GENERAL = 'G/通用格式';

/** Makes the cells that hold numbers. What a format means is looked up once for each format. */
export type NumberCells = (value: number, format: string, formula: string | null) => SourceValue;

/**
 * Shown as Excel shows it, with two exceptions: a date that could be misread (5/4/23, May-23) is written year first, and
 * blanks that only align are left out. A date says no more than its format does: 2023年5月 has no day.
 */
export function numberCells(dateSystem: ExcelDateSystem): NumberCells {
  const options = { date1904: dateSystem === 1904 };
  const known = new Map<string, DateParts | null>();
  return (number, localFormat, formula) => {
    const format = localFormat.replaceAll(CHINESE_GENERAL, 'General');
    let parts = known.get(format);
    if (parts === undefined) {
      parts = datePartsOf(format);
      known.set(format, parts);
    }
    const date = parts === null ? null : shownDate(number, format, parts, options);
    if (date !== null) return { text: date, number, type: 'date', formula };
    return {
      text: shownNumber(number, parts === null || isTime(parts) ? format : 'General', options),
      number,
      type: 'number',
      formula,
    };
  };
}

function isTime(parts: DateParts): boolean {
  return !parts.year && !parts.month && !parts.day;
}

type Options = { readonly date1904: boolean };

function shownNumber(number: number, format: string, options: Options): string {
  // Most numbers of a ledger are counts without a format of their own.
  if (format === 'General' && Number.isSafeInteger(number) && Math.abs(number) < 1e11) return String(number);
  return formatted(number, format, options) ?? String(number);
}

function formatted(number: number, format: string, options: Options): string | null {
  try {
    const section = format.split(';', 1)[0] ?? '';
    if (section === 'General' || !section.includes('General')) return formatter.format(format, number, options).trim();
    // The formatter drops what stands around General (3人); around a text it keeps it.
    const general = formatter.format('General', number, options);
    return formatter.format(section.replace('General', '@'), general, options).trim();
  } catch {
    // The formatter throws at formats that it does not know; the number itself is then what can be shown.
    return null;
  }
}

function shownDate(serial: number, format: string, parts: DateParts, options: Options): string | null {
  if (isTime(parts) || !Number.isFinite(serial) || serial < 0) return null;
  const moment = formatter.parse_date_code(serial, options);
  if (moment === null) return null;
  if (parts.isPlain) {
    const text = formatted(serial, format, options);
    if (text !== null && text !== '') return text;
  }
  const time = parts.time ? ` ${moment.H}:${String(moment.M).padStart(2, '0')}` : '';
  return dateText(moment, parts) + time;
}

function dateText({ y, m, d }: { y: number; m: number; d: number }, { year, month, day }: DateParts): string {
  if (year && month && day) return `${y}/${m}/${d}`;
  return `${year ? `${y}年` : ''}${month ? `${m}月` : ''}${day ? `${d}日` : ''}`;
}
