import { expect, test } from 'vitest';
import { compareRecords, sumDifferences } from './compare-records.ts';
import { recordLine } from './record-line.ts';

test('a line does not depend on the order of members, and keeps the order of lists', () => {
  expect(recordLine({ b: [{ d: 1, c: null }, 2], a: '荣' })).toBe('{"a":"荣","b":[{"c":null,"d":1},2]}');
  expect(recordLine({ a: '荣', b: [{ c: null, d: 1 }, 2] })).toBe(recordLine({ b: [{ d: 1, c: null }, 2], a: '荣' }));
  expect(recordLine({ a: [1, 2] })).not.toBe(recordLine({ a: [2, 1] }));
});

test('what is the same, changed, added and gone is told apart', () => {
  const here = [
    { id: 'same', title: '甲', date: '2024' },
    { id: 'changed', title: '乙' },
    { id: 'gone', title: '丙' },
  ];
  const comparison = compareRecords(here);
  comparison.add({ id: 'new', title: '丁' });
  comparison.add({ date: '2024', title: '甲', id: 'same' });
  comparison.add({ id: 'changed', title: '乙乙' });
  expect(comparison.differences()).toEqual({ added: 1, changed: 1, gone: 1 });
  expect(comparison.examples()).toEqual({
    added: [{ id: 'new', title: '丁' }],
    changed: [{ id: 'changed', title: '乙乙' }],
    gone: [{ id: 'gone', title: '丙' }],
  });
});

test('a record that comes twice is a difference', () => {
  const comparison = compareRecords([{ id: 'one' }]);
  comparison.add({ id: 'one' });
  comparison.add({ id: 'one' });
  expect(comparison.differences()).toEqual({ added: 0, changed: 1, gone: 0 });
});

test('of many that differ a few are shown', () => {
  const comparison = compareRecords(Array.from({ length: 40 }, (_, index) => ({ id: `gone ${index}` })));
  for (let index = 0; index < 40; index += 1) comparison.add({ id: `new ${index}` });
  expect(comparison.differences()).toEqual({ added: 40, changed: 0, gone: 40 });
  expect(comparison.examples().added).toHaveLength(5);
  expect(comparison.examples().gone).toHaveLength(5);
});

test('differences add up', () => {
  expect(
    sumDifferences([
      { added: 1, changed: 2, gone: 3 },
      { added: 10, changed: 20, gone: 30 },
    ]),
  ).toEqual({
    added: 11,
    changed: 22,
    gone: 33,
  });
});
