import { expect, it } from 'vitest';
import { followLinks } from './follow-links.ts';
import type { MeantUnit } from './import-plan.ts';

const name = (each: string): MeantUnit => ({ in: 'file', name: each });
const known: MeantUnit = { in: 'archive', id: 'unit-1' };

it('follows a link to its end, however the names are spaced', () => {
  const ends = followLinks(
    new Map([
      ['甲 局', name('乙局')],
      ['乙局', name('丙局')],
      ['丁局', name('戊局')],
      ['戊局', known],
    ]),
  );
  expect(Object.fromEntries(ends)).toEqual({ 甲局: name('丙局'), 乙局: name('丙局'), 丁局: known, 戊局: known });
});

it('takes a circle for no link', () => {
  const ends = followLinks(
    new Map([
      ['甲局', name('乙局')],
      ['乙局', name('甲局')],
      ['丙局', name('丙局')],
      ['丁局', name('甲局')],
    ]),
  );
  expect([...ends.keys()]).toEqual([]);
});
