import { describe, expect, it, test } from 'vitest';
import { DOTS, HYPHENS, issuedCode, segmentsOf, templateOf } from './filing-fixtures.ts';
import { issueNext, openIssuer, placesOf, type IssueOptions, type IssuedCode } from './issue-code.ts';

function nextNumber(issued: readonly IssuedCode[], options?: IssueOptions): number | null {
  const next = issueNext(HYPHENS, segmentsOf(), issued, options);
  return next.ok ? next.value.segments.number : null;
}

describe('the next code', () => {
  it('begins its series with 1', () => {
    expect(issueNext(HYPHENS, segmentsOf(), [])).toEqual({
      ok: true,
      value: { code: 'Z109-WS·2011-Y-BGS-0001', segments: segmentsOf({ number: 1 }), reused: false },
    });
  });

  it('goes on from the highest, in whatever order the codes come', () => {
    expect(nextNumber([issuedCode(2), issuedCode(3), issuedCode(1)])).toBe(4);
  });

  it('leaves gaps as they are', () => {
    expect(nextNumber([issuedCode(1), issuedCode(7)])).toBe(8);
  });

  it.each([
    ['fonds', { fonds: 'Z110' }],
    ['category', { category: 'ZP' }],
    ['year', { year: 2012 }],
    ['retention', { retention: '30年' }],
    ['department', { department: '办公室' }],
  ] as const)('is of another series with another %s', (_what, change) => {
    const issued = [issuedCode(1), issuedCode(2)];
    expect(issueNext(HYPHENS, segmentsOf(change), issued)).toMatchObject({ value: { segments: { number: 1 } } });
  });

  it('counts series by the segments of the template only, so that no code comes up twice', () => {
    const template = templateOf('{全宗号}-{年度}-{件号:4}');
    const issued = [issuedCode(5, { code: 'Z109-2011-0005' })];
    const next = issueNext(template, segmentsOf({ department: '办公室', retention: '10年' }), issued);
    expect(next).toMatchObject({ value: { code: 'Z109-2011-0006' } });
  });

  it('ignores a number that the segments already hold', () => {
    expect(issueNext(HYPHENS, segmentsOf({ number: 77 }), [issuedCode(1)])).toMatchObject({
      value: { code: 'Z109-WS·2011-Y-BGS-0002' },
    });
  });

  it('goes on in its series after a change of the template', () => {
    expect(issueNext(DOTS, segmentsOf(), [issuedCode(6)])).toMatchObject({
      value: { code: 'Z109-WS·2011·Y·BGS-0007' },
    });
  });

  it('is never one that stands on an item whose segments say otherwise', () => {
    const wrong = issuedCode(1, { segments: segmentsOf({ year: 1999, number: 1 }), code: 'Z109-WS·2011-Y-BGS-0009' });
    expect(nextNumber([wrong])).toBe(10);
  });

  it('is refused with all that the segments lack', () => {
    expect(issueNext(HYPHENS, segmentsOf({ year: null, retention: null, department: '' }), [])).toEqual({
      ok: false,
      error: ['year', 'retention', 'department'].map((segment) => ({ code: 'required', segment })),
    });
  });

  it('is refused when the series is full', () => {
    expect(issueNext(HYPHENS, segmentsOf(), [issuedCode(9999)])).toEqual({
      ok: false,
      error: [{ code: 'series-full', segment: 'number' }],
    });
  });
});

describe('the number of a withdrawn item', () => {
  const issued = [issuedCode(1), issuedCode(2, { withdrawn: true }), issuedCode(3), issuedCode(4, { withdrawn: true })];

  it('is not given again', () => {
    expect(nextNumber(issued)).toBe(5);
    expect(nextNumber(issued, { reuseWithdrawn: false })).toBe(5);
  });

  it('is given again when the caller says so, lowest first, and then the series goes on', () => {
    const issue = openIssuer(HYPHENS, issued, { reuseWithdrawn: true });
    const given = [1, 2, 3].map(() => {
      const next = issue(segmentsOf());
      return next.ok ? [next.value.segments.number, next.value.reused] : null;
    });
    expect(given).toEqual([
      [2, true],
      [4, true],
      [5, false],
    ]);
  });

  it('is not free when a living item has it too', () => {
    expect(nextNumber([issuedCode(1, { withdrawn: true }), issuedCode(1)], { reuseWithdrawn: true })).toBe(2);
  });

  it('is free even in a series that is full', () => {
    expect(nextNumber([issuedCode(5, { withdrawn: true }), issuedCode(9999)], { reuseWithdrawn: true })).toBe(5);
  });
});

test('an issuer gives one number after another, in each series, and none for what it refuses', () => {
  const issue = openIssuer(HYPHENS, [issuedCode(3)]);
  const years = [2011, 2012, null, 2011, 2012];
  const codes = years.map((year) => {
    const next = issue(segmentsOf({ year }));
    return next.ok ? next.value.code : null;
  });
  expect(codes).toEqual([
    'Z109-WS·2011-Y-BGS-0004',
    'Z109-WS·2012-Y-BGS-0001',
    null,
    'Z109-WS·2011-Y-BGS-0005',
    'Z109-WS·2012-Y-BGS-0002',
  ]);
});

test('a code takes one place, unless its text and its segments disagree', () => {
  expect(placesOf(HYPHENS, issuedCode(1))).toHaveLength(1);
  expect(placesOf(DOTS, issuedCode(1))).toHaveLength(1);
  expect(placesOf(HYPHENS, { code: 'Z109-WS·2011-Y-BGS-0002', segments: segmentsOf({ number: 1 }) })).toHaveLength(2);
  expect(placesOf(HYPHENS, { code: '旧-1', segments: segmentsOf() })).toEqual([]);
});
