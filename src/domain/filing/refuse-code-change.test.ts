import { describe, expect, test } from 'vitest';
import { NO_FILING, type Filing } from './filing.ts';
import { segmentsOf } from './filing-fixtures.ts';
import { refuseCodeChange } from './refuse-code-change.ts';

const issued: Filing = {
  ...NO_FILING,
  code: 'Z109-WS·2011-Y-BGS-0001',
  segments: segmentsOf({ number: 1 }),
  issuedAt: '2026-01-01T00:00:00Z',
  retention: '永久',
};
const allowed = { ok: true, value: null };

describe('an issued code', () => {
  test.each([
    ['may not be replaced', { code: 'Z109-WS·2011-Y-BGS-0002' }, 'code-changed'],
    ['may not be taken off', { code: null, issuedAt: null, segments: segmentsOf() }, 'code-removed'],
    ['may not be told other segments', { segments: segmentsOf({ number: 1, year: 2012 }) }, 'segments-changed'],
    ['may not be issued at another time', { issuedAt: '2026-01-02T00:00:00Z' }, 'issue-time-changed'],
    ['may not lose the time of its issue', { issuedAt: null }, 'issue-time-changed'],
  ])('%s', (_what, change, code) => {
    expect(refuseCodeChange(issued, { ...issued, ...change })).toEqual({ ok: false, error: { code } });
  });

  test('may not go with the whole filing', () => {
    expect(refuseCodeChange(issued, null)).toEqual({ ok: false, error: { code: 'code-removed' } });
  });

  test('stays while box, pages and even the retention of the item change', () => {
    const after: Filing = { ...issued, box: '3', pages: 4, retention: '30年' };
    expect(refuseCodeChange(issued, after)).toEqual(allowed);
  });
});

test('an item without a code may be changed, issued or let go', () => {
  expect(refuseCodeChange(NO_FILING, issued)).toEqual(allowed);
  expect(refuseCodeChange(NO_FILING, { ...NO_FILING, segments: segmentsOf() })).toEqual(allowed);
  expect(refuseCodeChange(NO_FILING, null)).toEqual(allowed);
  expect(refuseCodeChange(null, issued)).toEqual(allowed);
  expect(refuseCodeChange(null, null)).toEqual(allowed);
});
