import { describe, expect, it } from 'vitest';
import type { UnitId } from '../records/record-base.ts';
import { date, recipient, unit } from '../records/record-fixtures.ts';
import { createUnitDirectory } from '../units/unit-directory.ts';
import { composeYearbook } from '../yearbook/compose-yearbook.ts';
import { withNamesOfTheDay } from './names-of-the-day.ts';
import { activityOf, honorOf, OPTIONS, planOf } from '../yearbook/yearbook-fixtures.ts';

const DAY = '2019年1月8日';
const UNITS = createUnitDirectory([
  unit('unit-1', [
    { name: '示例市文化局', kind: 'full', to: date(DAY) },
    { name: '示例市文化和旅游局', kind: 'full', from: date(DAY) },
    { name: '文旅局', kind: 'short' },
    { name: '文化旅游局', kind: 'alias' },
    { name: '文旋局', kind: 'misspelling' },
  ]),
]);
const refer = (printed: string) => ({ printed, unitId: 'unit-1' as UnitId });

/** What is printed for a body of a plan of some date. */
function printedOn(typed: string, printed: string): string {
  const plan = planOf('p-1', { issued: date(typed), issuers: [refer(printed)] });
  return withNamesOfTheDay(plan, UNITS).issuers[0]?.printed ?? '';
}

describe('the name of a unit in a yearbook', () => {
  it.each(['文旅局', '文化旅游局', '文旋局', ' 文旅局 '])('is the official one instead of %s', (printed) => {
    expect(printedOn('2018年', printed)).toBe('示例市文化局');
    expect(printedOn('2023年5月', printed)).toBe('示例市文化和旅游局');
  });

  it("is the one of the day where another day's is printed", () => {
    expect(printedOn('2018年', '示例市文化和旅游局')).toBe('示例市文化局');
    expect(printedOn('2023年', '示例市文化局')).toBe('示例市文化和旅游局');
  });

  it('stays as printed where it may be right, or nobody can tell', () => {
    expect(printedOn('2019年', '示例市文化局')).toBe('示例市文化局');
    expect(printedOn('2019年', '文旅局')).toBe('文旅局');
    expect(printedOn('', '文旅局')).toBe('文旅局');
    expect(printedOn('2018年', '示例市文化局机关党委')).toBe('示例市文化局机关党委');
  });

  it('is put in all places where units stand, not where people do', () => {
    const body = [refer('文旅局')];
    const names = (printed: readonly { readonly printed: string }[]) => printed.map((one) => one.printed);
    const activity = withNamesOfTheDay(activityOf('a-1', { hosts: body, coHosts: body, participants: body }), UNITS);
    for (const field of [activity.hosts, activity.coHosts, activity.participants]) {
      expect(names(field)).toEqual(['示例市文化和旅游局']);
    }
    const collective = honorOf('h-1', { awardedBy: body, recipients: [recipient('文旅局', 'unit-1')] });
    const named = withNamesOfTheDay(collective, UNITS);
    expect(names([...named.awardedBy, ...named.recipients])).toEqual(['示例市文化和旅游局', '示例市文化和旅游局']);
    const person = { ...recipient('示例甲某', 'unit-1'), unitPrinted: '文旅局' };
    const individual = withNamesOfTheDay(honorOf('h-2', { collective: false, recipients: [person] }), UNITS);
    expect(individual.recipients[0]).toMatchObject({ printed: '示例甲某', unitPrinted: '示例市文化和旅游局' });
  });

  it('is only changed when the yearbook is given the units', () => {
    const honor = honorOf('h-1', { recipients: [recipient('文旅局', 'unit-1')] });
    const text = (book: ReturnType<typeof composeYearbook>) => JSON.stringify(book.tree);
    expect(text(composeYearbook([honor], OPTIONS))).toContain('"文旅局"');
    expect(text(composeYearbook([honor], OPTIONS, UNITS))).toContain('"示例市文化和旅游局"');
  });
});
