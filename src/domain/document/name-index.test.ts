import { expect, test } from 'vitest';
import type { RecordId } from '../records/record-base.ts';
import { nameIndex } from './name-index.ts';

function lettersOf(names: readonly string[], areSurnames: boolean): Readonly<Record<string, readonly string[]>> {
  const { groups } = nameIndex(new Map(names.map((name) => [name, ['r-1' as RecordId]])), areSurnames);
  return Object.fromEntries(groups.map(({ letter, items }) => [letter, items.map(({ name }) => name)]));
}

test('units stand in the order of pinyin, under their letters', () => {
  const names = [
    '市中级人民法院',
    '单县总工会',
    '菏泽市公安局',
    '市人社局',
    '曹县团委',
    '𠮷林路社区',
    'ABC服务队',
    '1号服务队',
  ];
  const index = lettersOf(names, false);
  expect(Object.keys(index)).toEqual(['A', 'C', 'H', 'J', 'S', '#']);
  expect(index['S']).toEqual(['单县总工会', '市人社局', '市中级人民法院']);
  expect(index['J']).toEqual(['𠮷林路社区']);
});

test('surnames are read as surnames', () => {
  const index = lettersOf(['曾示例', '单示例', '仇示例', '查示例', '赵示例', '区示例', '𬭎示例'], true);
  expect(index).toEqual({
    H: ['𬭎示例'],
    O: ['区示例'],
    Q: ['仇示例'],
    S: ['单示例'],
    Z: ['曾示例', '查示例', '赵示例'],
  });
});

test('of no names there is no letter', () => {
  expect(nameIndex(new Map(), true)).toEqual({ kind: 'index', groups: [] });
});
