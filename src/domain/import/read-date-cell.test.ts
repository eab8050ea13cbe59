import { describe, expect, it } from 'vitest';
import { readDateCell, joinDateParts, type DateOutcome } from './read-date-cell.ts';
import { day, shown } from './source-fixtures.ts';
import type { SourceCell } from './source-book.ts';

const around = { today: '2026-11-23', dateSystem: 1900, year: null, mayLackZero: false } as const;

function told({ date, problem, remarks }: DateOutcome): string {
  const what = problem ?? (date?.start === null ? 'unknown' : `${date?.start} ${date?.precision}`);
  return [what, ...remarks.map(({ code, value }) => (value === '' ? code : `${code} ${value}`))].join(', ');
}

/** What stands in a cell, and the first day, precision and remarks that are read from it. */
const CELLS: readonly (readonly [what: string, cell: SourceCell, expected: string])[] = [
  ['text', '2023年5月4日', '2023-05-04 day'],
  ['text over two lines', '2023年\n5月4日', '2023-05-04 day'],
  ['a number that shows its zero', shown('2021.10', 2021.1), '2021-10-01 month, shown-differs-from-stored 2021.1'],
  ['a number that may have lost its zero', shown('2021.1', 2021.1), '2021-01-01 month, ambiguous-month 2021.10'],
  ['the same as text, which loses nothing', '2021.1', '2021-01-01 month'],
  [
    'a number that is shown rounded',
    shown('2021.1', 2021.06),
    '2021-01-01 month, shown-differs-from-stored 2021.06, ambiguous-month 2021.10',
  ],
  ['a number of another month', shown('2021.5', 2021.5), '2021-05-01 month'],
  ['a year as a number', shown('2021', 2021), '2021-01-01 year'],
  ['a day as a number', shown('20230504', 20_230_504), '2023-05-04 day'],
  ['a serial that lost its format', shown('45047', 45_047), '2023-05-01 day, serial-number 2023-05-01'],
  ['a serial in a text file', '45047', '2023-05-01 day, serial-number 2023-05-01'],
  ['a number that is too small for a serial', shown('1234', 1234), 'unrecognised-date'],
  ['a month whose digits run together', '202305', '2023-05-01 month, digits-run-together 2023-05'],
  ['a date cell', day('2023/5/4', 45_050), '2023-05-04 day'],
  ['a date cell with a time', day('2023/5/4 10:30', 45_050.4375), '2023-05-04 day'],
  ['a date cell that shows only its month', day('2023年5月', 45_047), '2023-05-01 month'],
  ['the same in two digits', day('23年5月', 45_047), '2023-05-01 month'],
  ['the same in English', day('May-23', 45_047), '2023-05-01 month'],
  ['a date cell that shows no year', day('5月4日', 45_050), '2023-05-04 day'],
  ['a date cell that shows only its year', day('2023年', 45_047), '2023-01-01 year'],
  [
    'a date cell that shows another day',
    day('2023/5/5', 45_050),
    '2023-05-04 day, shown-differs-from-stored 2023-05-04',
  ],
  ['the leap day that Excel made up', day('1900/2/29', 60), 'impossible-date'],
  ['two digits for a year', '23.5.4', 'two-digit-year'],
  ['two digits and 年', '23年5月', 'two-digit-year'],
  ['two digits behind an apostrophe', '’23.5.4', 'two-digit-year'],
  ['a day that is none', '2023年2月30日', 'impossible-date'],
  ['words', '年底前后', 'unrecognised-date'],
  ['a reversed period', '2023年7月至5月', 'reversed-range'],
  ['an error', { text: '#N/A', number: null, type: 'error', formula: 'VLOOKUP(A1,B:C,2,0)' }, 'error-value'],
  ['a day to come', '2027年1月1日', '2027-01-01 day, future'],
  ['a day before the state', '1949年9月30日', '1949-09-30 day, before-1949'],
];

describe('a date cell', () => {
  it.each(CELLS)('with %s', (_, cell, expected) => {
    expect(told(readDateCell(cell, around))).toBe(expected);
  });

  it('without a year takes that of its sheet, and says so', () => {
    expect(told(readDateCell('5月', { ...around, year: 2023 }))).toBe('2023-05-01 month, year-from-context 2023');
    expect(told(readDateCell('5月', around))).toBe('unknown, missing-year');
  });

  it('keeps what is shown', () => {
    expect(readDateCell(day('5月4日', 45_050), around).date?.raw).toBe('5月4日');
    expect(readDateCell(shown('2021.10', 2021.1), around).date?.raw).toBe('2021.10');
  });

  it('of an old Mac counts from 1904', () => {
    expect(told(readDateCell(day('2023/5/4', 43_588), { ...around, dateSystem: 1904 }))).toBe('2023-05-04 day');
  });

  it('in a text file without any 2021.10 may have lost a zero', () => {
    expect(told(readDateCell('2021.1', { ...around, mayLackZero: true }))).toBe(
      '2021-01-01 month, ambiguous-month 2021.10',
    );
  });
});

describe('a date in columns', () => {
  it.each([
    ['2023', '5', '4', '2023-05-04 day'],
    ['2023年', '5月', '4日', '2023-05-04 day'],
    ['２０２３', '05', '', '2023-05-01 month'],
    ['2023', '', '', '2023-01-01 year'],
    ['', '5', '4', 'unknown, missing-year'],
    ['23', '5', '4', 'two-digit-year'],
    ['2023', '', '4', 'unrecognised-date'],
    ['2023', '13', '', 'impossible-date'],
    ['去年', '5', '', 'unrecognised-date'],
  ])('%s | %s | %s', (year, month, dayOfMonth, expected) => {
    expect(told(joinDateParts({ year, month, day: dayOfMonth }, around))).toBe(expected);
  });
});
