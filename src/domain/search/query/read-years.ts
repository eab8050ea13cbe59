import { isPlausibleYear } from '../../dates/date-point.ts';
import { simplifyDateText } from '../../dates/date-text.ts';
import type { YearRange } from '../search-expression.ts';

const YEARS = /^(?:(?<from>\d{4})(?:年度?)?)?(?:(?<mark>\.{2,3}|[~-])(?:(?<to>\d{4})(?:年度?)?|(?<now>今))?)?$/u;
const DOTS = /\.{2}|…|。。|．．/u;
/** Nothing that could be read as years is longer. */
const LONGEST = 40;

/**
 * Reads a year or a range of years: 2019, 2019年度, 二〇一九, 2019..2021, 2019-2021, 2019至2021, 2019.., ..2021, 2019至今.
 * Ends in the wrong order change places. Null when it is none of these, or a year that no date has (before 1800).
 */
export function readYears(text: string): YearRange | null {
  if (text.length > LONGEST) return null;
  const groups = YEARS.exec(simplifyDateText(text))?.groups;
  if (groups === undefined) return null;
  const [from, to] = [toYear(groups['from']), toYear(groups['to'])];
  if (from === undefined || to === undefined) return null;
  if (from === null && (to === null || groups['now'] !== undefined)) return null;
  if (groups['mark'] === undefined) return { from, to: from };
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to };
}

/** The same for a word without a field before it: only two dots make years of it, for 2019-2021 may stand in a text. */
export function readBareYears(word: string): YearRange | null {
  return DOTS.test(word) ? readYears(word) : null;
}

/** Null for no year, undefined for one that cannot be. */
function toYear(digits: string | undefined): number | null | undefined {
  if (digits === undefined) return null;
  return isPlausibleYear(Number(digits)) ? Number(digits) : undefined;
}
