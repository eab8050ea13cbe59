import { expect, it } from 'vitest';
import type { RecordId } from '#domain/records/record-base';
import { indexLine } from './index-pages.ts';

const record = (page: number) => `r-${page}` as RecordId;

function lineOf(name: string, pages: readonly number[]) {
  const entryIds = pages.map(record);
  return indexLine({ name, entryIds }, new Map(pages.map((page) => [record(page), page])));
}

function stretchesOf(pages: readonly number[]): readonly string[] {
  return lineOf('示例单位', pages).stretches.map(({ from, to }) => `${from.page}-${to.page}`);
}

it('an index names each page once, in order, and three in a row as a stretch', () => {
  expect(stretchesOf([7, 3, 3, 5, 4, 9, 10])).toEqual(['3-5', '7-7', '9-9', '10-10']);
  expect(stretchesOf([])).toEqual([]);
  const unknown = indexLine({ name: '示例单位', entryIds: [record(1)] }, new Map());
  expect(unknown.stretches).toEqual([]);
});

it('pages stand at the end of the line, or go on under the name when there are too many', () => {
  expect(lineOf('示例单位', [1, 3])).toMatchObject({ gap: '\t', lines: 1 });
  const many = Array.from({ length: 60 }, (_, index) => index * 2 + 1);
  const long = lineOf('示例单位', many);
  expect(long.gap).toBe('　');
  expect(long.lines).toBeGreaterThan(2);
});
