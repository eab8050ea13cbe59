import type { DateWindow } from './date-window.ts';
import { parseFuzzyDate } from './parse-fuzzy-date.ts';

/** The days that a typed date covers: 2022年4月 is its 30 days. Null for what is no date, or one without a year. */
export function readDays(typed: string, today: string): DateWindow | null {
  const parsed = parseFuzzyDate(typed, { today });
  const { start = null, end = null } = parsed.ok ? parsed.value.date : {};
  return start !== null && end !== null ? { from: start, to: end } : null;
}

/** From the first day of one typed date to the last day of another; null when either is none, or they are reversed. */
export function readWindow(from: string, to: string, today: string): DateWindow | null {
  const [first, last] = [readDays(from, today), readDays(to, today)];
  return first && last && first.from <= last.to ? { from: first.from, to: last.to } : null;
}
