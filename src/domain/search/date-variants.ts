import { formatFuzzyDate, type FuzzyDate } from '../dates/fuzzy-date.ts';

/**
 * Every spelling by which someone may look for a date: as typed, in official form, and in figures. A day is found by its
 * month and its year too, because their spellings begin its own. Of a range the months at its ends and its years count.
 */
export function dateVariants(date: FuzzyDate): readonly string[] {
  return [...new Set([date.raw, formatFuzzyDate(date), ...figures(date)])].filter((text) => text !== '');
}

function figures({ start, end, precision }: FuzzyDate): readonly string[] {
  if (start === null || end === null) return [];
  if (precision === 'day') return dayFigures(start);
  if (precision === 'month') return monthFigures(start);
  const years = [...new Set([start, end])].map((day) => `${day.slice(0, 4)}年`);
  const wholeYears = start.endsWith('-01-01') && end.endsWith('-12-31');
  return precision !== 'range' || wholeYears ? years : [...years, ...monthFigures(start), ...monthFigures(end)];
}

function dayFigures(iso: string): readonly string[] {
  const [year = '', month = '', day = ''] = iso.split('-');
  const [m, d] = [Number(month), Number(day)];
  return [
    `${year}年${m}月${d}日`,
    `${year}年${month}月${day}日`,
    ...['.', '-', '/'].flatMap((mark) => [[year, m, d].join(mark), [year, month, day].join(mark)]),
    `${year}${month}${day}`,
  ];
}

function monthFigures(iso: string): readonly string[] {
  const [year = '', month = ''] = iso.split('-');
  const m = Number(month);
  return [
    `${year}年${m}月`,
    `${year}年${month}月`,
    ...['.', '-', '/'].flatMap((mark) => [`${year}${mark}${m}`, `${year}${mark}${month}`]),
  ];
}
