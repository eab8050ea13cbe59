import { bodiesOf } from './record-fields.ts';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { archiveRecordSchema, recordDate, isEntry, recordTitle } from './archive-record.ts';
import { activity, date, honor, plan, unit } from './record-fixtures.ts';
import { recordIdSchema } from './record-base.ts';
import { unitDisplayName } from './unit.ts';

const ALL = [honor(), plan(), activity(), unit('unit-1', '市人社局')];

describe('a record', () => {
  it('is valid in each of its kinds', () => {
    for (const record of ALL) expect(v.parse(archiveRecordSchema, record)).toEqual(record);
  });

  it.each([
    ['a field that nobody knows', { extra: 1 }],
    ['revision 0', { revision: 0 }],
    ['half a revision', { revision: 1.5 }],
    ['a time that is none', { createdAt: 'yesterday' }],
    ['an id that is none', { id: '..' }],
    ['an unknown kind', { kind: 'person' }],
    ['no title', { title: undefined }],
    ['a day that does not exist', { date: { raw: '', start: '2023-02-30', end: '2023-02-30', precision: 'day' } }],
  ])('is not valid with %s', (_, content) => {
    expect(v.is(archiveRecordSchema, { ...honor(), ...content })).toBe(false);
  });

  it('has a title, which for a unit is its name', () => {
    expect(ALL.map(recordTitle)).toEqual(['全国先进基层党组织', '模范机关建设推进办法', '模范机关故事汇', '市人社局']);
    expect(ALL.map(isEntry)).toEqual([true, true, true, false]);
  });

  it('is listed by its date, a plan by the day it was issued', () => {
    expect(recordDate(honor())).toEqual(date('2021年6月28日'));
    expect(recordDate(plan())).toEqual(date('2020.3'));
  });

  it('names its bodies in the order of its fields', () => {
    const names = [honor(), plan(), activity()].map((entry) => bodiesOf(entry).map(({ printed }) => printed));
    expect(names).toEqual([['市人社局', '中共中央组织部'], ['市委市直机关工委'], ['市委市直机关工委', '市人社局']]);
  });
});

describe('the id of a record', () => {
  it.each(['abc', 'a-b_c', '0AZ', 'x'.repeat(64)])('may be %s', (id) => {
    expect(v.is(recordIdSchema, id)).toBe(true);
  });

  it.each(['', 'ab', '-ab', '_ab', 'a b', 'a/b', 'a.b', '甲乙丙', 'x'.repeat(65), 'abc\n', '__proto__'])(
    'may not be %j',
    (id) => {
      expect(v.is(recordIdSchema, id)).toBe(false);
    },
  );
});

describe('the name a unit is listed under', () => {
  it('is its full name, else the first that is known', () => {
    const short = { name: '人社局', kind: 'short' } as const;
    const alias = { name: '劳动局', kind: 'alias' } as const;
    expect(unitDisplayName(unit('unit-1', [alias, short, { name: '全称', kind: 'full' }]))).toBe('全称');
    expect(unitDisplayName(unit('unit-1', [alias, short]))).toBe('劳动局');
    expect(unitDisplayName(unit('unit-1', []))).toBe('');
  });
});
