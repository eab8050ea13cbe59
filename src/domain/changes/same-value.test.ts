import { expect, it } from 'vitest';
import { isSameValue } from './same-value.ts';

it.each([
  [null, null],
  ['示例𠮷', '示例𠮷'],
  [[], []],
  [{}, {}],
  [
    { a: 1, b: [{ c: null }] },
    { b: [{ c: null }], a: 1 },
  ],
])('%j says the same as %j', (a, b) => {
  expect(isSameValue(a, b)).toBe(true);
  expect(isSameValue(b, a)).toBe(true);
});

it.each([
  [null, {}],
  [0, false],
  ['1', 1],
  [[], {}],
  [[1], [1, 2]],
  [
    [1, 2],
    [2, 1],
  ],
  [{ a: null }, {}],
  [{ a: undefined }, { b: undefined }],
  [{ a: { b: [1, { c: '示例甲' }] } }, { a: { b: [1, { c: '示例乙' }] } }],
  [{ toString: 1 }, {}],
])('%j does not say the same as %j', (a, b) => {
  expect(isSameValue(a, b)).toBe(false);
  expect(isSameValue(b, a)).toBe(false);
});
