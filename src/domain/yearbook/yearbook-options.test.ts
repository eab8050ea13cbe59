import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { yearbookOptionsSchema } from './yearbook-options.ts';

const given = { year: 2023, chapters: ['honors'], includeUndated: false, compiledOn: '2024-01-15' };

describe('yearbook options', () => {
  test('title and editor have defaults', () => {
    const options = v.parse(yearbookOptionsSchema, given);
    expect(options.title).toBe('菏泽市直机关荣誉年鉴');
    expect(options.editor).toBe('中共菏泽市委市直机关工作委员会');
  });

  test('text for the cover is cleaned', () => {
    const options = v.parse(yearbookOptionsSchema, { ...given, title: ' 荣誉\u{FFFE}\n年鉴 ' });
    expect(options.title).toBe('荣誉 年鉴');
  });

  test.each([
    ['a year before the Republic', { year: 1948 }],
    ['a year too far ahead', { year: 2101 }],
    ['no chapter', { chapters: [] }],
    ['a chapter that does not exist', { chapters: ['colours'] }],
    ['an empty title', { title: ' ' }],
    ['a date that is not a calendar day', { compiledOn: '2024年1月15日' }],
  ])('%s is refused', (_what, change) => {
    expect(v.safeParse(yearbookOptionsSchema, { ...given, ...change }).success).toBe(false);
  });
});
