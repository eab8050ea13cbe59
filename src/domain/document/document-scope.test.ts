import { expect, it } from 'vitest';
import { yearsWindow } from '../dates/date-window.ts';
import { buildFrom, unit } from '../records/record-fixtures.ts';
import { activityOf, bodies, day, honorOf, planOf, undated } from '../yearbook/yearbook-fixtures.ts';
import { selectInScope, unitScope } from './document-scope.ts';

const SCOPE = { window: yearsWindow(2023, 2023), unit: null, level: null };

it('a unit is taken with everything that it came out of', () => {
  const [before, after] = [unit('unit-old', '示例甲委'), unit('unit-new', '示例甲局')];
  const change = { change: '合并', date: '2019年1月', from: ['示例甲委'], to: ['示例甲局'] };
  const { record } = buildFrom('unitChange', change, { units: [before, after] });
  expect(unitScope(after, [record])).toEqual({
    name: '示例甲局',
    ids: ['unit-new', 'unit-old'],
  });
});

it('what a unit takes part in or issues belongs to it, an honour only when it was received', () => {
  const own = bodies('示例甲局');
  const entries = [
    planOf('issued', { issuers: own }),
    activityOf('attended', { participants: own }),
    activityOf('of-others'),
    honorOf('awarded', { awardedBy: own }),
  ];
  const { dated } = selectInScope(entries, { ...SCOPE, unit: { name: '示例甲局', ids: ['unit-1'] } });
  expect(dated.map(({ id }) => id)).toEqual(['issued', 'attended']);
});

it('the level is asked of honours alone, and the year of all', () => {
  const entries = [
    honorOf('state', { date: day('2023-12-31') }),
    honorOf('province', { level: '省部级' }),
    honorOf('year-after', { date: day('2024-01-01') }),
    honorOf('unknown', { date: undated('5月') }),
    activityOf('activity'),
  ];
  const { dated, undated: unknown } = selectInScope(entries, { ...SCOPE, level: '国家级' });
  expect(dated.map(({ id }) => id)).toEqual(['activity', 'state']);
  expect(unknown.map(({ id }) => id)).toEqual(['unknown']);
});
