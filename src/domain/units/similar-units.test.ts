import { describe, expect, it } from 'vitest';
import { date, unit } from '../records/record-fixtures.ts';
import { findSimilarUnits, looseNameKey } from './similar-units.ts';
import { unitChange } from './unit-fixtures.ts';
import { createSuccession } from './unit-line.ts';

const NOTHING_HAPPENED = createSuccession([]);

describe('names that ledgers write in more than one way', () => {
  it.each([
    ['菏泽市财政局', '市财政局'],
    ['山东省菏泽市财政局', '菏泽市财政局'],
    ['菏泽市人力资源和社会保障局', '市人社局'],
    ['菏泽市卫生健康委员会', '市卫健委'],
    ['中共菏泽市委宣传部', '市委宣传部'],
    ['中共菏泽市委市直机关工作委员会', '市委市直机关工委'],
    ['中共菏泽市委市直机关工作委员会', '市直机关工委'],
    ['菏泽市中级人民法院', '市中院'],
    ['菏泽市妇女联合会', '市妇联'],
    ['中共菏泽市纪律检查委员会', '市纪委'],
    ['菏泽市“创城”办公室', '菏泽市创城办公室'],
  ])('%s and %s look the same', (long, short) => {
    expect(looseNameKey(long)).toBe(looseNameKey(short));
  });

  it.each([
    ['菏泽市财政局', '济南市财政局'],
    ['菏泽市财政局', '单县财政局'],
    ['菏泽市教育局', '菏泽市体育局'],
    ['菏泽市文化局', '菏泽市文化和旅游局'],
    ['中共菏泽市委', '中共菏泽市委宣传部'],
  ])('%s and %s do not', (one, other) => {
    expect(looseNameKey(one)).not.toBe(looseNameKey(other));
  });
});

describe('units that may have been entered twice', () => {
  const long = unit('unit-A', '菏泽市人力资源和社会保障局');
  const short = unit('unit-B', '市人社局');
  const ids = (units: Parameters<typeof findSimilarUnits>[0], succession = NOTHING_HAPPENED) =>
    findSimilarUnits(units, succession).map((group) => group.units.map(({ id }) => id));

  it('are found by any of their names, as one group, with those names', () => {
    const third = unit('unit-C', [
      { name: '示例局', kind: 'full' },
      { name: '菏泽市人社局', kind: 'alias' },
    ]);
    expect(findSimilarUnits([long, short, unit('unit-D', '别的局'), third], NOTHING_HAPPENED)).toEqual([
      { units: [long, short, third], names: ['菏泽市人力资源和社会保障局', '市人社局', '菏泽市人社局'] },
    ]);
  });

  it('are not those that came out of each other, nor those of different times', () => {
    const succession = createSuccession([unitChange('change-1', '合并', 'A', 'B', '2019年')]);
    expect(ids([long, short], succession)).toEqual([]);
    const ended = { ...long, activeTo: date('2010年') };
    const later = { ...short, activeFrom: date('2010年') };
    expect(ids([ended, later])).toEqual([]);
    expect(ids([long, later])).toEqual([['unit-A', 'unit-B']]);
  });

  it('are not all that are called by two characters', () => {
    expect(ids([unit('unit-A', '市委'), unit('unit-B', '中共菏泽市委')])).toEqual([]);
  });
});
