import { expect, test } from 'vitest';
import { createPartSharer } from './share-parts.ts';

const record = (id: string, year: string) => ({
  id,
  title: `示例荣誉${id}`,
  date: { raw: year, start: `${year}-01-01`, end: `${year}-12-31`, precision: 'year' },
  awardedBy: [{ printed: '示例机关', unitId: 'unit-1' }],
  works: [],
  headcount: 12,
  deletedAt: null,
});

test('records keep what they say', () => {
  const share = createPartSharer();
  const records = [record('a', '2019'), record('b', '2019'), record('c', '2020')];
  for (const each of records) share(each);
  expect(records).toEqual([record('a', '2019'), record('b', '2019'), record('c', '2020')]);
});

test('equal parts are one object, and others stay apart', () => {
  const share = createPartSharer();
  const [a, b, c] = [record('a', '2019'), record('b', '2019'), record('c', '2020')];
  for (const each of [a, b, c]) share(each);
  expect(a.date).toBe(b.date);
  expect(a.date).not.toBe(c.date);
  expect(a.awardedBy).toBe(c.awardedBy);
  expect(a.works).toBe(b.works);
});

test('parts within parts are shared too', () => {
  const share = createPartSharer();
  const [a, b] = [record('a', '2019'), { ...record('b', '2019') }];
  b.awardedBy = [...b.awardedBy, { printed: '示例第二机关', unitId: 'unit-2' }];
  for (const each of [a, b]) share(each);
  expect(a.awardedBy).not.toBe(b.awardedBy);
  expect(a.awardedBy[0]).toBe(b.awardedBy[0]);
});

test('an empty list is no empty object, and 1 is not the text 1', () => {
  const share = createPartSharer();
  const mixed = { list: [] as unknown[], object: {}, number: [1], text: ['1'] };
  share(mixed);
  expect(mixed).toEqual({ list: [], object: {}, number: [1], text: ['1'] });
});
