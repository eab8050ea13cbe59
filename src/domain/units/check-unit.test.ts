import { describe, expect, it } from 'vitest';
import { date, readGood, unit } from '../records/record-fixtures.ts';
import { checkUnit } from './check-unit.ts';
import { createUnitDirectory } from './unit-directory.ts';
import { pointTo } from './unit-fixtures.ts';

const OTHERS = createUnitDirectory([
  unit('unit-1', '示例市文化局', { activeTo: date('2010年') }),
  unit('unit-2', [{ name: '妇联', kind: 'short' }], { parent: pointTo('unit-3') }),
  unit('unit-3', '示例市妇女联合会'),
]);

function problemsOf(input: object, id: string | null = null): readonly string[] {
  return checkUnit(readGood('unit', input).draft, id, OTHERS).map(({ code, field }) => `${field}: ${code}`);
}

describe('a unit', () => {
  it('is good with one full name', () => {
    expect(problemsOf({ names: [{ name: '示例局' }] })).toEqual([]);
  });

  it('needs a full name, and a name in every row', () => {
    expect(problemsOf({})).toEqual(['names: no-full-name']);
    expect(problemsOf({ names: [{ name: '示例局', kind: 'short' }] })).toEqual(['names: no-full-name']);
    const rows = [{ name: '示例局' }, { name: '', from: '2019年' }];
    expect(problemsOf({ names: rows, brands: [{ name: '', summary: '示例' }] })).toEqual([
      'names[1].name: name-required',
      'brands[0].name: name-required',
    ]);
  });

  it('may have full names one after the other, not at the same time', () => {
    const first = { name: '甲局', to: '2019年' };
    expect(problemsOf({ names: [first, { name: '乙局', from: '2019年' }] })).toEqual([]);
    expect(problemsOf({ names: [first, { name: '乙局' }] })).toEqual(['names[1].from: full-names-overlap']);
    expect(problemsOf({ names: [{ name: '甲局' }, { name: ' 甲 局', kind: 'alias' }] })).toEqual([
      'names[1].name: name-twice',
    ]);
  });

  it('does not end before it begins', () => {
    expect(problemsOf({ names: [{ name: '甲局', from: '2019年', to: '2018年' }] })).toEqual([
      'names[0].to: period-reversed',
    ]);
    expect(problemsOf({ names: [{ name: '甲局' }], activeFrom: '2019年', activeTo: '2018年' })).toEqual([
      'activeTo: period-reversed',
    ]);
  });

  it('shares no name with another unit at the same time', () => {
    expect(problemsOf({ names: [{ name: '甲局' }, { name: '妇联', kind: 'alias' }] })).toEqual([
      'names[1].name: name-taken',
    ]);
    expect(problemsOf({ names: [{ name: '妇联' }] }, 'unit-2')).toEqual([]);
    expect(problemsOf({ names: [{ name: '示例市文化局' }] })).toEqual(['names[0].name: name-taken']);
    expect(problemsOf({ names: [{ name: '示例市文化局' }], activeFrom: '2011年' })).toEqual([]);
  });

  it('does not stand below itself', () => {
    const below = (id: string) => ({ names: [{ name: '示例市妇女联合会' }], parent: { printed: '示例', id } });
    expect(problemsOf(below('unit-2'), 'unit-3')).toEqual(['parent: parent-cycle']);
    expect(problemsOf(below('unit-3'), 'unit-3')).toEqual(['parent: parent-cycle']);
    expect(problemsOf(below('unit-1'), 'unit-3')).toEqual([]);
  });
});
