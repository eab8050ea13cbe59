import { expect, it } from 'vitest';
import { rememberLast } from './remember-last.ts';

it('computes anew only when it is given something else', () => {
  let computed = 0;
  const total = rememberLast((...lists: readonly (readonly number[])[]) => {
    computed += 1;
    return lists.flat().length;
  });
  const [one, two] = [[1], [2, 3]];
  expect([total(one, two), total(one, two), computed]).toEqual([3, 3, 1]);
  expect([total(one), computed]).toEqual([1, 2]);
  expect([total([1]), computed]).toEqual([1, 3]);
  expect([total(), total(), computed]).toEqual([0, 0, 4]);
});
