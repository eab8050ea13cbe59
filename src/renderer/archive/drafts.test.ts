import { expect, test } from 'vitest';
import { draftTitle, readDraftText } from './drafts.ts';

const draft = {
  kind: 'honor',
  id: null,
  revision: null,
  values: { title: ' 示例荣誉 ', date: '2023.5' },
  base: {},
  at: '2026-11-24T08:00:00.000Z',
};

test('a draft is read back as it was kept', () => {
  const read = readDraftText(JSON.stringify(draft));
  expect(read).toEqual(draft);
  expect(read && draftTitle(read)).toBe('示例荣誉');
});

test('what is no draft of a form is left out', () => {
  expect(readDraftText('{')).toBe(null);
  expect(readDraftText('{"title":"一"}')).toBe(null);
  expect(readDraftText(JSON.stringify({ ...draft, kind: 'unknown' }))).toBe(null);
  expect(draftTitle({ values: { title: 1 } })).toBe('');
});
