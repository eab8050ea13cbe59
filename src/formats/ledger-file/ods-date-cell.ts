import type { ExcelDateSystem } from '#domain/dates/excel-serial';
import type { SourceCell } from '#domain/import/source-book';

const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/;
/** Year first in four digits, then at most month and day as numbers, and a time. */
const PLAIN_DATE = /^\d{4}(?:[年./\- ]+\d{1,2}(?:[月./\- ]+\d{1,2})?)?[日年月]?(?:\s+\d{1,2}[:时].*)?$/;
const DAY_MS = 86_400_000;

/**
 * A date of OpenDocument, which writes the day beside what is shown. Shown text that can be misread (05/04/23) gives way
 * to year, month and day.
 */
export function odsDateCell(
  iso: string,
  text: string,
  formula: string | null,
  dateSystem: ExcelDateSystem,
): SourceCell {
  const match = ISO_DATE.exec(iso);
  if (match === null) return text;
  const [, year, month, day, hour = '0', minute = '0'] = match;
  const epoch = dateSystem === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const days = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - epoch) / DAY_MS;
  const number = days + (Number(hour) * 60 + Number(minute)) / 1440;
  const shown = PLAIN_DATE.test(text) ? text : `${Number(year)}/${Number(month)}/${Number(day)}`;
  return { text: shown, number, type: 'date', formula };
}
