import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  compareChronologically,
  countingYear,
  formatFuzzyDate,
  fuzzyDateSchema,
  touchesYear,
  UNKNOWN_DATE,
  type DatePrecision,
  type FuzzyDate,
} from './fuzzy-date.ts';

function date(start: string, end: string, precision: DatePrecision, raw = `${start}至${end}`): FuzzyDate {
  return { raw, start, end, precision };
}

const day = date('2023-05-04', '2023-05-04', 'day');
const lastOfMay = date('2023-05-31', '2023-05-31', 'day');
const may = date('2023-05-01', '2023-05-31', 'month');
const secondHalf = date('2023-07-01', '2023-12-31', 'half-year');
const year = date('2023-01-01', '2023-12-31', 'year');
const twoYears = date('2022-01-01', '2023-12-31', 'range', '2022—2023年度');

describe('the schema of a fuzzy date', () => {
  it.each([day, may, secondHalf, year, twoYears, UNKNOWN_DATE])('takes $raw', (value) => {
    expect(v.is(fuzzyDateSchema, value)).toBe(true);
  });

  it.each([
    date('2023-02-29', '2023-02-29', 'day'),
    date('2023-13-01', '2023-13-01', 'day'),
    date('2023-5-4', '2023-5-4', 'day'),
    date('2023-05-06', '2023-05-04', 'range'),
    { ...day, end: null },
    { ...UNKNOWN_DATE, precision: 'day' },
    { ...day, precision: 'unknown' },
  ])('refuses $start to $end as $precision', (value) => {
    expect(v.is(fuzzyDateSchema, value)).toBe(false);
  });
});

describe('the year that a date counts for', () => {
  it('is the one it ends in', () => {
    expect(countingYear(twoYears)).toBe(2023);
    expect(countingYear(UNKNOWN_DATE)).toBeNull();
  });

  it('is not the only one it falls into', () => {
    expect([2021, 2022, 2023, 2024].map((each) => touchesYear(twoYears, each))).toEqual([false, true, true, false]);
    expect(touchesYear(UNKNOWN_DATE, 2023)).toBe(false);
  });
});

describe('the order of a chronicle', () => {
  it('puts an unknown day at the end of its month and an unknown month at the end of its year', () => {
    const dates = [UNKNOWN_DATE, year, twoYears, secondHalf, may, lastOfMay, day];
    expect(dates.toSorted(compareChronologically)).toEqual([
      day,
      lastOfMay,
      may,
      secondHalf,
      year,
      twoYears,
      UNKNOWN_DATE,
    ]);
    expect(compareChronologically(day, { ...day })).toBe(0);
  });
});

describe('a date in official form', () => {
  it('has Arabic digits, the full year and no leading zero', () => {
    expect([day, may, secondHalf, year].map(formatFuzzyDate)).toEqual([
      '2023年5月4日',
      '2023年5月',
      '2023年下半年',
      '2023年',
    ]);
    expect(formatFuzzyDate(date('2023-01-01', '2023-06-30', 'half-year'))).toBe('2023年上半年');
  });

  it('is the typed text when it is a range or unknown', () => {
    expect(formatFuzzyDate(twoYears)).toBe('2022—2023年度');
    expect(formatFuzzyDate({ ...UNKNOWN_DATE, raw: '待查' })).toBe('待查');
    expect(formatFuzzyDate(date('2023-05-01', '2023-05-10', 'range', '二〇二三年五月上旬'))).toBe('二〇二三年五月上旬');
  });

  it('adds the year to a range that was typed without it', () => {
    expect(formatFuzzyDate(date('2023-05-01', '2023-07-31', 'range', '5月至7月'))).toBe('2023年5月至7月');
    expect(formatFuzzyDate(date('2023-05-01', '2023-07-31', 'range', ''))).toBe('2023-05-01至2023-07-31');
  });
});
