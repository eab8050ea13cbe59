import { expect, test } from 'vitest';
import { breakTitle } from './break-title.ts';

test('a title that fits stays on one line', () => {
  expect(breakTitle('菏泽市直机关荣誉年鉴', 12)).toEqual(['菏泽市直机关荣誉年鉴']);
});

test('a longer title is broken between words, near its middle, and loses nothing', () => {
  const title = '菏泽市市直机关模范机关建设与荣誉年鉴';
  const lines = breakTitle(title, 12);
  expect(lines).toHaveLength(2);
  expect(lines.join('')).toBe(title);
  expect(Math.abs((lines[0] ?? '').length - (lines[1] ?? '').length)).toBeLessThanOrEqual(4);
});

test('characters outside the basic plane count as one and are never divided', () => {
  expect(breakTitle('𠮷𠮷𠮷', 3)).toEqual(['𠮷𠮷𠮷']);
  expect(breakTitle('𠮷林𬭎声荣誉年鉴编纂委员会', 8).join('')).toBe('𠮷林𬭎声荣誉年鉴编纂委员会');
});
