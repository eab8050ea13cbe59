import { expect, test } from 'vitest';
import type { Attachment } from '#domain/records/attachment';
import { inOrder, moveEdits } from './order-attachments.ts';

const at = (id: string, position: number | null) =>
  ({ id, position, revision: 1, createdAt: `2026-01-0${id.charCodeAt(0) - 96}T00:00:00.000Z` }) as Attachment;

test('attachments stand by their place, and those without one behind', () => {
  const list = [at('c', null), at('b', 5), at('a', 0)];
  expect(inOrder(list).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('moving one keeps the places of the list among all others', () => {
  const list = [at('a', 0), at('b', 3), at('c', 4)];
  expect(moveEdits(list, 'c', 0).map(({ id, fields }) => [id, fields.position])).toEqual([
    ['c', 0],
    ['a', 3],
    ['b', 4],
  ]);
  expect(moveEdits(list, 'a', 0)).toEqual([]);
  expect(moveEdits(list, 'a', 99).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
});

test('equal or missing places are told apart as soon as something moves', () => {
  const list = [at('a', 0), at('b', 0), at('c', null)];
  expect(moveEdits(list, 'b', 0).map(({ id, fields }) => [id, fields.position])).toEqual([
    ['a', 1],
    ['c', 2],
  ]);
});
