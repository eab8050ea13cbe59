import { describe, expect, it, test } from 'vitest';
import { dated, issuedCode, recordId } from './filing-fixtures.ts';
import { DEFAULT_FILING_SETTINGS } from './filing-settings.ts';
import type { IssueOptions, IssuedCode } from './issue-code.ts';
import { planIssue, type IssueCandidate } from './plan-issue.ts';

const SETTINGS = { ...DEFAULT_FILING_SETTINGS, fonds: 'Z109', department: 'BGS' };

function item(id: string, date: string, change: Partial<IssueCandidate> = {}): IssueCandidate {
  return {
    id: recordId(id),
    title: id,
    date: dated(date),
    year: 2011,
    retention: '永久',
    department: '',
    ...change,
  };
}

function planOf(items: readonly IssueCandidate[], issued: readonly IssuedCode[] = [], options?: IssueOptions) {
  const plan = planIssue(SETTINGS, items, issued, options);
  return { ...plan, codes: plan.series.flatMap((series) => series.proposals.map(({ id, code }) => `${id} ${code}`)) };
}

describe('a plan of issue', () => {
  it('numbers by date, then title, then id, an unknown day at its month’s end, an unknown date last', () => {
    const items = [
      item('undated', '不详'),
      item('whole-year', '2011年'),
      item('may', '2011.5'),
      item('june', '2011.6.1'),
      item('last-of-may', '2011.5.31'),
      item('b2', '2011.3.1', { title: '乙' }),
      item('b1', '2011.3.1', { title: '乙' }),
      item('a', '2011.3.1', { title: '一' }),
    ];
    const expected = ['a', 'b1', 'b2', 'last-of-may', 'may', 'june', 'whole-year', 'undated'];
    expect(planOf(items).codes).toEqual(expected.map((id, index) => `${id} Z109-WS·2011-Y-BGS-000${index + 1}`));
    expect(planOf(items.toReversed())).toEqual(planOf(items));
  });

  it('has a series for each year, retention and department, in the order of their codes', () => {
    const items = [
      item('later', '2012.1.1', { year: 2012 }),
      item('ten', '2011.1.1', { retention: '10年' }),
      item('thirty', '2011.1.2', { retention: '30年' }),
      item('office', '2011.1.3', { department: '办公室' }),
      item('default', '2011.1.4'),
    ];
    const plan = planOf(items);
    expect(plan.codes).toEqual([
      'default Z109-WS·2011-Y-BGS-0001',
      'office Z109-WS·2011-Y-办公室-0001',
      'thirty Z109-WS·2011-D30-BGS-0001',
      'ten Z109-WS·2011-D10-BGS-0001',
      'later Z109-WS·2012-Y-BGS-0001',
    ]);
    expect(plan.series[0]?.segments).toEqual({
      fonds: 'Z109',
      category: 'WS',
      year: 2011,
      retention: '永久',
      department: 'BGS',
      number: null,
    });
    expect(plan.problems).toEqual([]);
    expect(plan.notices).toEqual([]);
  });

  it('goes on from what is issued, and reuses withdrawn numbers only when told to', () => {
    const issued = [issuedCode(1, { withdrawn: true }), issuedCode(2)];
    const items = [item('a', '2011.1.1'), item('b', '2011.1.2')];
    expect(planOf(items, issued).codes).toEqual(['a Z109-WS·2011-Y-BGS-0003', 'b Z109-WS·2011-Y-BGS-0004']);
    const reusing = planOf(items, issued, { reuseWithdrawn: true });
    expect(reusing.codes).toEqual(['a Z109-WS·2011-Y-BGS-0001', 'b Z109-WS·2011-Y-BGS-0003']);
    expect(reusing.series[0]?.proposals.map((proposal) => proposal.reused)).toEqual([true, false]);
  });

  it('takes an item once, however often it was selected', () => {
    expect(planOf([item('a', '2011.1.1'), item('a', '2011.1.1')]).codes).toHaveLength(1);
  });

  it('of nothing is empty', () => {
    expect(planIssue(SETTINGS, [], [])).toEqual({ series: [], problems: [], notices: [] });
  });
});

describe('an item that cannot be issued', () => {
  test('is named with everything that it lacks, and the others close up', () => {
    const plan = planOf([
      item('a', '2011.1.1'),
      item('bare', '2011.1.2', { year: null, retention: null }),
      item('odd', '2011.1.3', { department: 'B-S' }),
      item('z', '2011.1.4'),
    ]);
    expect(plan.codes).toEqual(['a Z109-WS·2011-Y-BGS-0001', 'z Z109-WS·2011-Y-BGS-0002']);
    expect(plan.problems).toEqual([
      { id: 'bare', title: 'bare', code: 'required', segment: 'year' },
      { id: 'bare', title: 'bare', code: 'required', segment: 'retention' },
      { id: 'odd', title: 'odd', code: 'holds-separator', segment: 'department' },
    ]);
  });

  test('may have its code already, even a withdrawn one', () => {
    const plan = planOf(
      [item('i0001', '2011.1.1'), item('i0002', '2011.1.1')],
      [issuedCode(1), issuedCode(2, { withdrawn: true })],
    );
    expect(plan.codes).toEqual([]);
    expect(plan.problems.map((problem) => problem.code)).toEqual(['already-issued', 'already-issued']);
  });

  test('lacks what the settings lack', () => {
    const { series, problems } = planIssue(DEFAULT_FILING_SETTINGS, [item('a', '2011.1.1')], []);
    expect(series).toEqual([]);
    expect(problems.map((problem) => [problem.code, problem.segment])).toEqual([
      ['required', 'fonds'],
      ['required', 'department'],
    ]);
  });

  test('may be one too many for its series', () => {
    const plan = planOf([item('a', '2011.1.1'), item('b', '2011.1.2')], [issuedCode(9998)]);
    expect(plan.codes).toEqual(['a Z109-WS·2011-Y-BGS-9999']);
    expect(plan.problems).toEqual([{ id: 'b', title: 'b', code: 'series-full', segment: 'number' }]);
  });
});

test('a year that the date does not touch is to be looked at, and is issued all the same', () => {
  const plan = planOf([
    item('of-the-year', '2011.1.1'),
    item('over-two-years', '2010—2011年度'),
    item('undated', '不详'),
    item('slip', '2012.3.1'),
  ]);
  expect(plan.notices).toEqual([{ id: 'slip', title: 'slip', code: 'year-not-of-date' }]);
  expect(plan.codes).toHaveLength(4);
});

test('a great many items are planned at once', () => {
  const issued = Array.from({ length: 4000 }, (_, index) => issuedCode(index + 1));
  const items = Array.from({ length: 4000 }, (_, index) => item(`n${index}`, '2011.5.4'));
  expect(planOf(items, issued).codes.at(-1)).toMatch(/-8000$/);
});
