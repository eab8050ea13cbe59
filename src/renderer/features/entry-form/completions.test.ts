import { expect, test } from 'vitest';
import { blank, date, honor } from '#domain/records/record-fixtures';
import type { Rulebook } from '#domain/records/rulebook';
import { completionsOf, isCompleted } from './completions.ts';

const rulebook = {
  terms: [
    { list: '届次', term: '第九届' },
    { list: '地点', term: '示例礼堂' },
  ],
} as unknown as Rulebook;

test('values used most stand first, the terms of the office after them, each once', () => {
  const honors = ['第一届', '第二届', '第二届', '', '第九届'].map((round, index) =>
    honor({ id: `h${index}`, round } as never),
  );
  expect(completionsOf('honor', 'round', honors, rulebook)).toEqual(['第二届', '第一届', '第九届']);
  expect(completionsOf('activity', 'place', [], rulebook)).toEqual(['示例礼堂']);
});

test('fields of rows are completed by their path', () => {
  const unknown = date('');
  const post = (name: string) => ({ unit: null, post: name, from: unknown, to: unknown });
  const people = [
    blank('person', 'p1', { posts: [post('科长'), post('主任')] }),
    blank('person', 'p2', { posts: [post('主任')] }),
  ];
  expect(completionsOf('person', 'posts.post', people, null)).toEqual(['主任', '科长']);
  expect(isCompleted('posts.post')).toBe(true);
  expect(isCompleted('certificateNo')).toBe(false);
});
