import { refuse, succeed, type Result } from '../result.ts';
import { toIsoDay } from './calendar.ts';
import type { FuzzyDate } from './fuzzy-date.ts';
import type { DateProblem } from './parse-fuzzy-date.ts';

/** Which day a workbook counts its dates from; files from old Macs count from 1904. */
export type ExcelDateSystem = 1900 | 1904;

const DAY_MS = 86_400_000;
/** Excel believes that 1900 was a leap year, and gives this number to its 29 February. */
const PHANTOM_LEAP_DAY = 60;
const LAST_ISO_DAY = Date.UTC(9999, 11, 31);

/**
 * The day that a date cell of Excel holds; a time of day is left out. `raw` is the ISO day, because the bare number
 * means nothing to a reader.
 */
export function fuzzyDateFromExcelSerial(serial: number, system: ExcelDateSystem): Result<FuzzyDate, DateProblem> {
  const days = Math.floor(serial);
  const first = system === 1900 ? 1 : 0;
  if (!Number.isFinite(days) || days < first) return refuse({ code: 'unrecognised-date' });
  if (system === 1900 && days === PHANTOM_LEAP_DAY) return refuse({ code: 'impossible-date' });

  const time = epoch(days, system) + days * DAY_MS;
  if (time > LAST_ISO_DAY) return refuse({ code: 'unrecognised-date' });
  const day = new Date(time);
  const iso = toIsoDay(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
  return succeed({ raw: iso, start: iso, end: iso, precision: 'day' });
}

function epoch(days: number, system: ExcelDateSystem): number {
  if (system === 1904) return Date.UTC(1904, 0, 1);
  return days < PHANTOM_LEAP_DAY ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
}
