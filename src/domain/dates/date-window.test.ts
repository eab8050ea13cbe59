import * as v from 'valibot';
import { expect, it } from 'vitest';
import { date } from '../records/record-fixtures.ts';
import { countsFor, dateWindowSchema, windowWords, yearsWindow } from './date-window.ts';

it.each([
  [yearsWindow(2023, 2023), '2023年'],
  [yearsWindow(2014, 2023), '2014—2023年'],
  [{ from: '2022-04-01', to: '2023-03-31' }, '2022年4月至2023年3月'],
  [{ from: '2023-02-01', to: '2023-02-28' }, '2023年2月'],
  [{ from: '2023-02-03', to: '2023-12-31' }, '2023年2月3日至2023年12月31日'],
])('%o is called %s', (window, words) => {
  expect(windowWords(window)).toBe(words);
});

it('a date counts where it ends, in one of the windows that follow each other', () => {
  const windows = [2021, 2022, 2023].map((year) => yearsWindow(year, year));
  const counting = (typed: string) => windows.filter((window) => countsFor(date(typed), window)).length;
  expect(['2022年', '2022—2023年度', '2021年12月31日', '2023年上半年'].map(counting)).toEqual([1, 1, 1, 1]);
  expect(countsFor(date('2022—2023年度'), yearsWindow(2023, 2023))).toBe(true);
  expect(countsFor(date('5月'), yearsWindow(1949, 2100))).toBe(false);
});

it.each([
  { from: '2023-02-30', to: '2023-12-31' },
  { from: '2024-01-01', to: '2023-12-31' },
])('%o is no window', (window) => {
  expect(v.is(dateWindowSchema, window)).toBe(false);
});
