import { describe, expect, it } from 'vitest';
import type { ArchiveRecord } from '../records/archive-record.ts';
import { activity, blank, date, FIRST, honor, LATER, recipient, unit } from '../records/record-fixtures.ts';
import { bare, pointTo, refer } from './unit-fixtures.ts';
import { planMerge, type MergePlan } from './merge-units.ts';

const WORDS = { stamp: LATER, reason: '合并登记' };

function planGood(keep: string, away: readonly string[], records: readonly ArchiveRecord[]): MergePlan {
  const plan = planMerge(keep, away, records, WORDS);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

function after(plan: MergePlan, id: string): ArchiveRecord | undefined {
  return plan.changes.find((change) => change.after.id === id)?.after;
}

const KEEP = unit('unit-keep', [
  { name: '菏泽市人社局', kind: 'full' },
  { name: '人社局', kind: 'short' },
]);
const AWAY = unit(
  'unit-away',
  [
    { name: '市人社局', kind: 'full' },
    { name: '人社局', kind: 'alias' },
    { name: '市人杜局', kind: 'misspelling' },
    { name: '菏泽市劳动局', kind: 'full', to: date('2010年') },
  ],
  { unitType: '政府部门', level: '县处级', parent: pointTo('unit-gov'), note: '示例备注' },
);

describe('merging units that were entered twice', () => {
  it('joins names without repeating any; a contradicted full name becomes an alias', () => {
    expect(planGood('unit-keep', ['unit-away'], [KEEP, AWAY]).kept.names.map(({ name, kind }) => [name, kind])).toEqual(
      [
        ['菏泽市人社局', 'full'],
        ['人社局', 'short'],
        ['市人社局', 'alias'],
        ['市人杜局', 'misspelling'],
        ['菏泽市劳动局', 'alias'],
      ],
    );
    const dated = unit('unit-keep', [{ name: '菏泽市人社局', kind: 'full', from: date('2010年') }]);
    expect(planGood('unit-keep', ['unit-away'], [dated, AWAY]).kept.names.at(-1)).toMatchObject({
      name: '菏泽市劳动局',
      kind: 'full',
    });
  });

  it('fills up what the kept unit did not know, and joins brands once', () => {
    const brand = (name: string) => ({ name, since: date(''), summary: '', source: '' });
    const { kept } = planGood(
      'unit-keep',
      ['unit-away'],
      [
        { ...KEEP, brands: [brand('暖1℃')] },
        { ...AWAY, brands: [brand('暖1℃'), brand('荷力')] },
      ],
    );
    expect(kept).toMatchObject({ unitType: '政府部门', level: '县处级', parent: { id: 'unit-gov' }, note: '示例备注' });
    expect(kept.brands.map(({ name }) => name)).toEqual(['暖1℃', '荷力']);
  });

  it('rewrites every reference in all kinds of records, and leaves what is printed', () => {
    const records: readonly ArchiveRecord[] = [
      KEEP,
      AWAY,
      honor({ recipients: [recipient('市人社局', 'unit-away')], awardedBy: [refer('away')] }),
      activity({ results: [{ name: '示例', unit: refer('away'), result: '一等奖' }] }),
      blank('person', 'person-1', { posts: [{ unit: refer('away'), post: '科长', from: date(''), to: date('') }] }),
      unit('unit-child', '示例下属', { parent: pointTo('unit-away') }),
      bare('unitChange', 'change-1', { from: [refer('away')], to: [refer('other')] }),
      bare('attachment', 'file-1', { owner: pointTo('unit-away') }),
      blank('plan', 'plan-1'),
      blank('practice', 'practice-1', { units: [refer('away')], deletedAt: FIRST.at }),
    ];
    const plan = planGood('unit-keep', ['unit-away'], records);
    expect(
      JSON.stringify(plan.changes.filter(({ after: { id } }) => id !== 'unit-away').map((one) => one.after)),
    ).not.toContain('unit-away');
    expect(after(plan, 'honor-1')).toMatchObject({
      recipients: [{ printed: '市人社局', unitId: 'unit-keep' }],
      awardedBy: [{ printed: '名away', unitId: 'unit-keep' }],
      revision: 2,
      updatedBy: LATER.by,
    });
    expect(after(plan, 'practice-1')).toMatchObject({ deletedAt: FIRST.at });
    expect(after(plan, 'plan-1')).toBeUndefined();
    expect(after(plan, 'unit-away')).toMatchObject({ deletedAt: LATER.at, deleteReason: '合并登记' });
    expect(Object.fromEntries(plan.affected)).toEqual({
      honor: 1,
      activity: 1,
      person: 1,
      unit: 1,
      unitChange: 1,
      attachment: 1,
    });
  });

  it('is refused with itself, with nothing, and with what is not there', () => {
    const problem = (keep: string, away: readonly string[]) => {
      const plan = planMerge(keep, away, [KEEP, AWAY, { ...unit('unit-gone', '无'), deletedAt: FIRST.at }], WORDS);
      return plan.ok ? null : plan.error;
    };
    expect(problem('unit-keep', [])).toEqual({ code: 'nothing-to-merge' });
    expect(problem('unit-keep', ['unit-away', 'unit-keep'])).toEqual({ code: 'with-itself' });
    expect(problem('unit-keep', ['unit-gone'])).toEqual({ code: 'deleted', id: 'unit-gone' });
    expect(problem('unit-none', ['unit-away'])).toEqual({ code: 'deleted', id: 'unit-none' });
  });

  it('is refused when the kept unit would stand above itself', () => {
    const child = { ...KEEP, parent: pointTo('unit-away') };
    expect(planMerge('unit-keep', ['unit-away'], [child, AWAY], WORDS)).toMatchObject({
      ok: false,
      error: { code: 'parent-cycle', name: '菏泽市人社局' },
    });
    const grandchild = { ...KEEP, parent: pointTo('unit-mid') };
    const middle = unit('unit-mid', '示例中间', { parent: pointTo('unit-away') });
    expect(planMerge('unit-keep', ['unit-away'], [grandchild, middle, AWAY], WORDS).ok).toBe(false);
  });

  it('takes a unit below into the one above, without taking over a parent that would be itself', () => {
    const below = { ...AWAY, parent: pointTo('unit-keep') };
    expect(planGood('unit-keep', ['unit-away'], [KEEP, below]).kept.parent).toBeNull();
  });
});
