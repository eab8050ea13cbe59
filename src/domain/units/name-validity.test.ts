import { describe, expect, it } from 'vitest';
import { date, unit } from '../records/record-fixtures.ts';
import { UNKNOWN_DATE } from '../dates/fuzzy-date.ts';
import { doOverlap, isActiveOn, namesInOrder, unitNameOn, validityOn } from './name-validity.ts';

const labour = { name: '示例市劳动局', kind: 'full', to: date('2010年3月15日') } as const;
const social = { name: '示例市人社局', kind: 'full', from: date('2010年3月15日') } as const;

describe('the validity of a period on a date', () => {
  it.each([
    ['2010年', '2015年', '2012年5月', 'certain'],
    ['2010年', '2015年', '2009年', 'no'],
    ['2010年', '2015年', '2016年1月1日', 'no'],
    ['2010年', '2015年', '2015年6月', 'possible'],
    ['2010年', '2015年', '2009—2012年', 'possible'],
    ['2010年3月15日', '', '2010年3月15日', 'certain'],
    ['', '2010年3月15日', '2010年3月15日', 'certain'],
    ['', '2010年3月', '2010年3月15日', 'possible'],
    ['', '', '', 'certain'],
    ['2010年', '', '', 'possible'],
  ])('from %j to %j on %j: %s', (from, to, on, validity) => {
    expect(validityOn({ from: date(from), to: date(to) }, date(on))).toBe(validity);
  });

  it('overlaps another only when there must be common days', () => {
    const open = { from: UNKNOWN_DATE, to: UNKNOWN_DATE };
    expect(doOverlap(open, open)).toBe(true);
    const until = { from: UNKNOWN_DATE, to: date('2010年') };
    const since = { from: date('2010年'), to: UNKNOWN_DATE };
    expect(doOverlap(until, since)).toBe(false);
    expect(doOverlap(until, { from: date('2009年'), to: UNKNOWN_DATE })).toBe(true);
  });
});

describe('the official name of a unit', () => {
  const renamed = unit('unit-1', [
    labour,
    social,
    { name: '人社局', kind: 'short', from: date('2010年3月15日') },
    { name: '劳动人事局', kind: 'alias' },
  ]);

  it('is the one of the day; on the day of a change it is the new one', () => {
    expect(unitNameOn(renamed, date('2009年'))).toBe('示例市劳动局');
    expect(unitNameOn(renamed, date('2010年3月14日'))).toBe('示例市劳动局');
    expect(unitNameOn(renamed, date('2010年3月15日'))).toBe('示例市人社局');
    expect(unitNameOn(renamed, date('2021年'))).toBe('示例市人社局');
    expect(unitNameOn(renamed, date('2021年'), 'short')).toBe('人社局');
    expect(unitNameOn(renamed, date('2009年'), 'short')).toBeNull();
  });

  it('is not guessed when the date could be before or after a change', () => {
    for (const vague of ['2010年', '2010年3月', '']) expect(unitNameOn(renamed, date(vague))).toBeNull();
  });

  it('is the only one there ever was even on an unknown date', () => {
    expect(unitNameOn(unit('unit-1', '示例局'), UNKNOWN_DATE)).toBe('示例局');
    expect(unitNameOn(unit('unit-1', [{ name: '示例局', kind: 'alias' }]), UNKNOWN_DATE)).toBeNull();
  });

  it('is none before a unit was there or after it ended', () => {
    const shortLived = unit('unit-1', '示例局', { activeFrom: date('2010年'), activeTo: date('2019年1月5日') });
    expect(unitNameOn(shortLived, date('2009年12月'))).toBeNull();
    expect(unitNameOn(shortLived, date('2015年'))).toBe('示例局');
    expect(unitNameOn(shortLived, date('2020年'))).toBeNull();
    expect(isActiveOn(shortLived, date('2020年'))).toBe(false);
    expect(isActiveOn(shortLived, date('2019年'))).toBe(true);
  });

  it('is the one with a known end where the next one lacks its beginning', () => {
    const loose = unit('unit-1', [{ name: '新名', kind: 'full' }, { ...labour }]);
    expect(unitNameOn(loose, date('2009年'))).toBe('示例市劳动局');
    expect(unitNameOn(loose, date('2012年'))).toBe('新名');
  });
});

it('names are listed by kind and in the order in which they came into use', () => {
  const listed = namesInOrder(unit('unit-1', [{ name: '别称', kind: 'alias' }, social, labour]));
  expect(listed.map(({ name }) => name)).toEqual(['示例市劳动局', '示例市人社局', '别称']);
});
