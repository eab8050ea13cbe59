import { expect, test } from 'vitest';
import { chineseNumber } from './chinese-number.ts';

test('heading ordinals are written as they are read aloud', () => {
  expect([1, 9, 10, 11, 20, 21, 99].map(chineseNumber)).toEqual(['一', '九', '十', '十一', '二十', '二十一', '九十九']);
  expect([100, 101, 110, 215].map(chineseNumber)).toEqual(['一百', '一百零一', '一百一十', '二百一十五']);
});

test('an ordinal that no heading can have is a bug', () => {
  expect(() => chineseNumber(0)).toThrow(RangeError);
  expect(() => chineseNumber(1000)).toThrow(RangeError);
});
