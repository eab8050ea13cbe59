import { expect, test } from 'vitest';
import type { Attachment } from '#domain/records/attachment';
import type { StoredFile } from '#storage/attach-files';
import { sortOut } from './attach-run.ts';

const taken = (name: string, sha256: string, ownerId = 'a') => ({ file: { name, sha256, ownerId } as StoredFile });
const present = (sha256: string, ownerId: string) =>
  ({ sha256, owner: { printed: '', id: ownerId } }) as unknown as Attachment;

test('the same bytes go to a record once, whether they were there or come twice in one run', () => {
  const sorted = sortOut([taken('一', 'h1'), taken('二', 'h2'), taken('二的副本', 'h2')], [present('h1', 'a')]);
  expect(sorted.stored.map(({ name }) => name)).toEqual(['二']);
  expect(sorted.repeated.map(({ name }) => name)).toEqual(['一', '二的副本']);
});

test('bytes that another record has are attached, and it is said where they are', () => {
  const sorted = sortOut([taken('一', 'h1'), taken('一', 'h1', 'b')], [present('h1', 'c')]);
  expect(sorted.stored).toHaveLength(2);
  expect(sorted.elsewhere).toEqual([
    { name: '一', ownerIds: ['c'] },
    { name: '一', ownerIds: ['c', 'a'] },
  ]);
});

test('one that failed is named and does not keep the others', () => {
  const failed = { name: '坏', code: 'source-changed', detail: '' } as const;
  const sorted = sortOut([{ failed }, taken('好', 'h1')], []);
  expect(sorted.failed).toEqual([failed]);
  expect(sorted.stored.map(({ name }) => name)).toEqual(['好']);
});
