import * as v from 'valibot';
import { daysInMonth, isIsoDay } from './calendar.ts';
import type { FuzzyDate } from './fuzzy-date.ts';

const isoDay = v.pipe(v.string(), v.check(isIsoDay, 'must be an ISO 8601 day that exists'));

/** From one day to another, both included. */
export const dateWindowSchema = v.pipe(
  v.strictObject({ from: isoDay, to: isoDay }),
  v.readonly(),
  v.check(({ from, to }) => from <= to, 'must not end before it begins'),
);
export type DateWindow = v.InferOutput<typeof dateWindowSchema>;

export function yearsWindow(first: number, last: number): DateWindow {
  return { from: `${first}-01-01`, to: `${last}-12-31` };
}

/**
 * Whether a record of that date counts for the window: its date ends there. So windows that follow each other hold every
 * record once. An unknown date counts for none.
 */
export function countsFor(date: FuzzyDate, { from, to }: DateWindow): boolean {
  return date.end !== null && from <= date.end && date.end <= to;
}

/** As it stands on a cover: 2023年, 2014—2023年, 2022年4月至2023年3月. */
export function windowWords({ from, to }: DateWindow): string {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  const isOfMonths = fromDay === 1 && toDay === daysInMonth(toYear, toMonth);
  if (isOfMonths && fromMonth === 1 && toMonth === 12) {
    return fromYear === toYear ? `${fromYear}年` : `${fromYear}—${toYear}年`;
  }
  const words = isOfMonths
    ? [`${fromYear}年${fromMonth}月`, `${toYear}年${toMonth}月`]
    : [`${fromYear}年${fromMonth}月${fromDay}日`, `${toYear}年${toMonth}月${toDay}日`];
  return words[0] === words[1] ? (words[0] ?? '') : words.join('至');
}
