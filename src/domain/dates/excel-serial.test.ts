import { describe, expect, it } from 'vitest';
import { fuzzyDateFromExcelSerial, type ExcelDateSystem } from './excel-serial.ts';

function read(serial: number, system: ExcelDateSystem): string | null {
  const result = fuzzyDateFromExcelSerial(serial, system);
  return result.ok ? result.value.start : result.error.code;
}

describe('an Excel serial date', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, 'impossible-date'],
    [61, '1900-03-01'],
    [25569, '1970-01-01'],
    [45050, '2023-05-04'],
    [45050.999988, '2023-05-04'],
    [2958465, '9999-12-31'],
    [2958466, 'unrecognised-date'],
    [0, 'unrecognised-date'],
    [-1, 'unrecognised-date'],
    [Number.NaN, 'unrecognised-date'],
    [Number.POSITIVE_INFINITY, 'unrecognised-date'],
    [1e300, 'unrecognised-date'],
  ])('%d counted from 1900 is %s', (serial, expected) => {
    expect(read(serial, 1900)).toBe(expected);
  });

  it.each([
    [0, '1904-01-01'],
    [60, '1904-03-01'],
    [43588, '2023-05-04'],
    [2957003, '9999-12-31'],
    [2957004, 'unrecognised-date'],
    [-1, 'unrecognised-date'],
  ])('%d counted from 1904 is %s', (serial, expected) => {
    expect(read(serial, 1904)).toBe(expected);
  });

  it('is a day that can be read and printed', () => {
    expect(fuzzyDateFromExcelSerial(45050, 1900)).toEqual({
      ok: true,
      value: { raw: '2023-05-04', start: '2023-05-04', end: '2023-05-04', precision: 'day' },
    });
  });
});
