import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { filingSchema, NO_FILING } from './filing.ts';
import { segmentsOf } from './filing-fixtures.ts';

const issued = {
  code: 'Z109-WS·2011-Y-BGS-0001',
  segments: segmentsOf({ number: 1 }),
  issuedAt: '2026-01-01T00:00:00Z',
  box: '3',
  pages: 12,
  retention: '永久',
  secrecy: '内部',
  titleMadeUp: true,
};

describe('a stored filing', () => {
  test('may be issued, half decided or empty', () => {
    expect(v.is(filingSchema, issued)).toBe(true);
    expect(v.is(filingSchema, { ...NO_FILING, segments: segmentsOf(), retention: '10年' })).toBe(true);
    expect(v.is(filingSchema, NO_FILING)).toBe(true);
  });

  test('keeps the period of its code when an appraisal gives it another', () => {
    expect(v.is(filingSchema, { ...issued, retention: '30年' })).toBe(true);
  });

  test.each([
    ['a state secret', { secrecy: '秘密' }],
    ['a work secret', { secrecy: '工作秘密' }],
    ['a code without the time of its issue', { issuedAt: null }],
    ['a code without its number', { segments: segmentsOf() }],
    ['a time of issue without a code', { code: null, segments: segmentsOf() }],
    ['a number without a code', { code: null, issuedAt: null }],
    ['an empty code', { code: '' }],
    ['no pages at all', { pages: 0 }],
    ['a retention that there is not', { retention: '长期' }],
    ['a field that nobody knows', { withdrawn: true }],
  ])('is refused with %s', (_what, change) => {
    expect(v.is(filingSchema, { ...issued, ...change })).toBe(false);
  });
});
