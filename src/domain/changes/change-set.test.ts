import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { activity, FIRST, honor, plan, unit } from '../records/record-fixtures.ts';
import { changeOf, changeSetSchema, countAfter, NO_RECORDS, RECORD_FORMAT } from './change-set.ts';

describe('counts', () => {
  it('grow by what is new and by nothing else', () => {
    const changes = [
      changeOf(null, honor()),
      changeOf(null, unit('unit-1', '市甲局')),
      changeOf(null, unit('unit-2', '市乙局')),
      changeOf(plan(), plan({ revision: 2 })),
      changeOf(activity(), activity({ revision: 2, deletedAt: FIRST.at })),
    ];
    expect(countAfter({ ...NO_RECORDS, honor: 5, plan: 1, activity: 1 }, changes)).toEqual({
      ...NO_RECORDS,
      honor: 6,
      plan: 1,
      activity: 1,
      unit: 2,
    });
  });

  it('stay as they are without changes, and those given are left alone', () => {
    expect(countAfter(NO_RECORDS, [])).toEqual(NO_RECORDS);
    countAfter(NO_RECORDS, [changeOf(null, honor())]);
    expect(Object.values(NO_RECORDS).every((count) => count === 0)).toBe(true);
  });
});

describe('a change set', () => {
  const changeSet = {
    format: RECORD_FORMAT,
    at: FIRST.at,
    by: FIRST.by,
    action: 'create',
    label: '先进',
    reverts: null,
    changes: [changeOf(null, honor()), changeOf(plan(), plan({ revision: 2 }))],
    counts: { ...NO_RECORDS, honor: 1, plan: 1 },
  };

  it('is read back from its JSON as it was', () => {
    expect(v.parse(changeSetSchema, JSON.parse(JSON.stringify(changeSet)))).toEqual(changeSet);
  });

  it.each([
    ['an unknown action', { action: 'destroy' }],
    ['a time that is none', { at: 'now' }],
    ['fewer counts', { counts: { honor: 1 } }],
    ['counts below zero', { counts: { ...NO_RECORDS, plan: -1 } }],
    ['a change without a record', { changes: [{ before: null, after: null }] }],
    ['a change of a damaged record', { changes: [{ before: null, after: { ...honor(), title: 5 } }] }],
    ['format 0', { format: 0 }],
    ['a field that nobody knows', { extra: true }],
  ])('is refused with %s', (_, content) => {
    expect(v.is(changeSetSchema, { ...changeSet, ...content })).toBe(false);
  });
});
