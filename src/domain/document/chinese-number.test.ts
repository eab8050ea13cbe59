import { expect, test } from 'vitest';
import { chineseNumber } from './chinese-number.ts';

test('heading ordinals are written as they are read aloud', () => {
  expect([1, 9, 10, 11, 20, 21, 99].map(chineseNumber)).toEqual(['一', '九', '十', '十一', '二十', '二十一', '九十九']);
});

test('an ordinal that no heading can have is a bug', () => {
  expect(() => chineseNumber(0)).toThrow(RangeError);
  expect(() => chineseNumber(100)).toThrow(RangeError);
});
