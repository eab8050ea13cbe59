import { describe, expect, it } from 'vitest';
import { numberCells } from './number-cell.ts';
import { builtInFormat } from './number-formats.ts';

const cell = numberCells(1900);
const text = (number: number, format: string) => {
  const { type, text: shown } = cell(number, format, null);
  return `${type} ${shown}`;
};

/** 4 May 2023, and half past ten on that day. */
const DAY = 45_050;
const MORNING = DAY + 10.5 / 24;

describe('a date', () => {
  it.each([
    ['yyyy-mm-dd', 'date 2023-05-04'],
    ['yyyy/m/d;@', 'date 2023/5/4'],
    ['yyyy"年"m"月"d"日"', 'date 2023年5月4日'],
    [String.raw`yyyy\.mm`, 'date 2023.05'],
    ['yyyy"年"m"月";@', 'date 2023年5月'],
    ['[$-804]yyyy"年"m"月"', 'date 2023年5月'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 'date 2023年5月4日'],
    ['yyyy', 'date 2023'],
    ['m"月"d"日"', 'date 5月4日'],
    ['m/d/yy', 'date 2023/5/4'],
    ['d-mmm-yy', 'date 2023/5/4'],
    ['mmm-yy', 'date 2023年5月'],
    ['yy-m', 'date 2023年5月'],
    ['[$-F800]dddd, mmmm dd, yyyy', 'date 2023/5/4'],
    ['yyyy/m/d h:mm', 'date 2023/5/4 10:30'],
    ['m/d/yy h:mm', 'date 2023/5/4 10:30'],
  ])('by the format %s', (format, expected) => {
    const serial = format.includes('h:') ? MORNING : DAY;
    expect(text(serial, format)).toBe(expected);
  });

  it('by a format that is named by number only', () => {
    expect([14, 17, 31, 57, 58].map((id) => text(DAY, builtInFormat(id)))).toEqual([
      'date 2023/5/4',
      'date 2023年5月',
      'date 2023年5月4日',
      'date 2023年5月',
      'date 5月4日',
    ]);
  });

  it('does not shift, whatever the zone of the machine and the time of the day', () => {
    expect([1, 61, 25_569, 45_291, 45_291.999].map((serial) => text(serial, 'yyyy-mm-dd'))).toEqual([
      'date 1900-01-01',
      'date 1900-03-01',
      'date 1970-01-01',
      'date 2023-12-31',
      'date 2023-12-31',
    ]);
  });

  it('that no calendar has is shown as the number it is', () => {
    expect(text(-3, 'yyyy-mm-dd')).toBe('number -3');
    expect(text(9_999_999, 'yyyy-mm-dd')).toBe('number 9999999');
  });
});

describe('a number', () => {
  it.each([
    [2021.1, '0.00', 'number 2021.10'],
    [2021.1, 'General', 'number 2021.1'],
    [3, 'G/通用格式"人"', 'number 3人'],
    [1234.5, '#,##0.00_ ;[Red]-#,##0.00 ', 'number 1,234.50'],
    [12_345_678, '0.00E+00', 'number 1.23E+07'],
    [0.1 + 0.2, 'General', 'number 0.3'],
    [5, '"第"0"届"', 'number 第5届'],
    [7, '@', 'number 7'],
    [0.5, 'h:mm', 'number 12:00'],
  ])('%s by the format %s', (number, format, expected) => {
    expect(text(number, format)).toBe(expected);
  });
});
