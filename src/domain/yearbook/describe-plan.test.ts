import { describe, expect, test } from 'vitest';
import { describePlan, describeUndatedPlan } from './describe-plan.ts';
import { bodies, day, month, planOf, undated } from './yearbook-fixtures.ts';

describe('a plan in the yearbook', () => {
  test('says who issued it, its number, its period and its status', () => {
    const plan = planOf('p-1', {
      issuers: bodies('市委', '市政府'),
      documentNo: '菏发〔2023〕5号',
      effective: day('2023-04-01'),
      expires: month('2025-12'),
      status: '现行',
    });
    expect(describePlan(plan, 2023)).toEqual([
      '3月6日由市委、市政府印发，文号为菏发〔2023〕5号，自2023年4月1日起施行，有效期至2025年12月，现行有效。',
    ]);
  });

  test('of which only the date is known is one short sentence', () => {
    expect(describePlan(planOf('p-1'), 2023)).toEqual(['3月6日印发。']);
  });

  test('quotes a period that does not fit the sentence', () => {
    expect(describePlan(planOf('p-1', { effective: undated('自印发之日起') }), 2023)).toEqual([
      '3月6日印发，施行时间为“自印发之日起”。',
    ]);
  });

  test('of unknown year shows the date as typed', () => {
    const plan = planOf('p-1', { issued: undated('前年春'), issuers: bodies('市审计局') });
    expect(describeUndatedPlan(plan)).toEqual(['日期原文为“前年春”，由市审计局印发。']);
  });
});
