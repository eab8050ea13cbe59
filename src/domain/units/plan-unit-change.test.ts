import { describe, expect, it } from 'vitest';
import type { ArchiveRecord } from '../records/archive-record.ts';
import { countingIds, date, FIRST, LATER, unit } from '../records/record-fixtures.ts';
import type { Unit } from '../records/unit.ts';
import { unitNameOn } from './name-validity.ts';
import { planUnitChange, type UnitChangeOrder, type UnitChangePlan } from './plan-unit-change.ts';
import { planCorrection, planWithdrawal } from './revise-unit-change.ts';
import { createUnitDirectory } from './unit-directory.ts';
import { unitLine } from './unit-line.ts';
import { pointTo } from './unit-fixtures.ts';

const CULTURE = unit(
  'unit-culture',
  [
    { name: '示例市文化局', kind: 'full' },
    { name: '文化局', kind: 'short' },
  ],
  { unitType: '政府部门', parent: pointTo('unit-gov') },
);
const TOURISM = unit('unit-tourism', '示例市旅游局', { unitType: '政府部门', parent: pointTo('unit-gov') });
const UNITS = [CULTURE, TOURISM, unit('unit-gone', '示例市文旅局', { deletedAt: FIRST.at })];
const DAY = date('2019年1月8日');
const named = (...names: readonly string[]) => names.map((full) => ({ full, short: '' }));

function order(change: UnitChangeOrder['change'], from: readonly string[], to: UnitChangeOrder['to']): UnitChangeOrder {
  return { change, date: DAY, basis: '示编发〔2019〕1号', note: '', from, to };
}

function planOf(what: UnitChangeOrder, units: readonly Unit[] = UNITS) {
  const means = { units: createUnitDirectory(units), stamp: LATER, newId: countingIds() };
  return planUnitChange(what, means);
}

function planGood(what: UnitChangeOrder, units: readonly Unit[] = UNITS): UnitChangePlan {
  const plan = planOf(what, units);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

function unitAfter(changes: readonly { readonly after: ArchiveRecord }[], id: string): Unit {
  const found = changes.find(({ after }) => after.id === id)?.after;
  if (found?.kind !== 'unit') throw new Error(`${id} was not changed.`);
  return found;
}

const RENAME = order('更名', ['unit-culture'], [{ full: '示例市文化和旅游局', short: '文旅局' }]);
const MERGER = order('合并', ['unit-culture', 'unit-tourism'], named('示例市文化和旅游局'));

describe('a rename', () => {
  it('keeps the unit, ends its names, and begins the new ones', () => {
    const { changes, record, founded } = planGood(RENAME);
    expect(founded).toEqual([]);
    const renamed = unitAfter(changes, 'unit-culture');
    expect(renamed.names).toEqual([
      { name: '示例市文化局', kind: 'full', from: date(''), to: DAY },
      { name: '文化局', kind: 'short', from: date(''), to: DAY },
      { name: '示例市文化和旅游局', kind: 'full', from: DAY, to: date('') },
      { name: '文旅局', kind: 'short', from: DAY, to: date('') },
    ]);
    expect(renamed).toMatchObject({ revision: 2, updatedBy: LATER.by });
    expect(unitNameOn(renamed, date('2018年'))).toBe('示例市文化局');
    expect(unitNameOn(renamed, DAY)).toBe('示例市文化和旅游局');
    expect(record).toMatchObject({
      change: '更名',
      from: [{ printed: '示例市文化局', unitId: 'unit-culture' }],
      to: [{ printed: '示例市文化和旅游局', unitId: 'unit-culture' }],
      basis: '示编发〔2019〕1号',
    });
  });

  it('goes on with the short name when no new one is given, and makes an alias official', () => {
    const known = unit('unit-culture', [...CULTURE.names, { name: '文化体育局', kind: 'alias' }]);
    const { changes } = planGood(order('更名', ['unit-culture'], named('文化体育局')), [known]);
    expect(unitAfter(changes, 'unit-culture').names.map(({ name, kind, to }) => [name, kind, to.raw])).toEqual([
      ['示例市文化局', 'full', '2019年1月8日'],
      ['文化局', 'short', ''],
      ['文化体育局', 'full', ''],
    ]);
  });
});

describe('a merger', () => {
  it('founds a unit that is what the ones before were, and ends them', () => {
    const { changes, founded, record } = planGood(MERGER);
    expect(founded).toHaveLength(1);
    expect(founded[0]).toMatchObject({
      unitType: '政府部门',
      parent: { id: 'unit-gov' },
      activeFrom: DAY,
      names: [{ name: '示例市文化和旅游局', from: DAY }],
    });
    for (const id of ['unit-culture', 'unit-tourism']) expect(unitAfter(changes, id).activeTo).toEqual(DAY);
    expect(unitLine('unit-culture', [record]).successors).toEqual([founded[0]?.id]);
    expect(unitNameOn(unitAfter(changes, 'unit-culture'), date('2020年'))).toBeNull();
  });

  it('into one of them lets that one go on', () => {
    const { changes, founded } = planGood(order('合并', ['unit-culture', 'unit-tourism'], named('文化局')));
    expect(founded).toEqual([]);
    expect(changes.map(({ after }) => after.id)).toEqual(['unit-tourism', 'new-1']);
  });

  it('founds a new unit by the name of one that has ended long since', () => {
    const ended = unit('unit-old', '示例市文化和旅游局', { activeTo: date('2001年') });
    expect(planGood(MERGER, [...UNITS, ended]).founded).toHaveLength(1);
  });
});

it('a split ends the unit, unless it goes on among the new ones', () => {
  const split = planGood(order('分设', ['unit-culture'], named('示例市文化中心', '示例市体育中心')));
  expect(split.founded).toHaveLength(2);
  expect(unitAfter(split.changes, 'unit-culture').activeTo).toEqual(DAY);
  const partOnly = planGood(order('分设', ['unit-culture'], named('示例市文化局', '示例市体育中心')));
  expect(partOnly.founded.map(({ names }) => names[0]?.name)).toEqual(['示例市体育中心']);
  expect(partOnly.changes.map(({ after }) => after.kind)).toEqual(['unit', 'unitChange']);
});

it('an abolition ends a unit and founds none', () => {
  const { changes, record } = planGood(order('撤销', ['unit-tourism'], []));
  expect(unitAfter(changes, 'unit-tourism').activeTo).toEqual(DAY);
  expect(record.to).toEqual([]);
});

describe('a change is refused', () => {
  const problem = (what: UnitChangeOrder, units = UNITS) => {
    const plan = planOf(what, units);
    return plan.ok ? null : plan.error;
  };

  it('without a date, without units, and with the wrong number of them', () => {
    expect(problem({ ...RENAME, date: date('') })).toEqual({ code: 'date-required' });
    expect(problem({ ...RENAME, from: ['unit-gone'] })).toEqual({ code: 'unit-gone', id: 'unit-gone' });
    expect(problem({ ...MERGER, from: [] })).toMatchObject({ code: 'units-before' });
    expect(problem({ ...MERGER, from: ['unit-culture'] })).toMatchObject({ code: 'units-before' });
    expect(problem({ ...MERGER, to: named('甲', '乙') })).toMatchObject({ code: 'names-after' });
    expect(problem(order('分设', ['unit-culture'], named('甲')))).toMatchObject({ code: 'names-after' });
    expect(problem(order('分设', ['unit-culture'], named('示例市文化局', '文化局')))).toMatchObject({
      code: 'name-twice',
    });
    expect(problem(order('撤销', ['unit-culture'], named('甲')))).toMatchObject({ code: 'names-after' });
  });

  it('when names or times stand against it', () => {
    expect(problem({ ...RENAME, to: named('示例市文化局') })).toMatchObject({ code: 'same-name' });
    expect(problem({ ...RENAME, to: named('示例市旅游局') })).toEqual({ code: 'name-taken', name: '示例市旅游局' });
    const ended = { ...TOURISM, activeTo: date('2018年') };
    expect(problem(order('撤销', ['unit-tourism'], []), [ended])).toMatchObject({ code: 'ended-already' });
    const later = { ...TOURISM, activeFrom: date('2020年') };
    expect(problem(order('撤销', ['unit-tourism'], []), [later])).toMatchObject({ code: 'began-later' });
  });
});

describe('a registered change', () => {
  const { changes, record } = planGood(RENAME);
  const renamed = unitAfter(changes, 'unit-culture');
  const means = { units: createUnitDirectory([renamed]), stamp: LATER };

  it('takes the dates that it gave along when its own is corrected', () => {
    const corrected = planCorrection(record, { date: date('2019年2月'), basis: '新依据', note: '' }, means);
    expect(unitAfter(corrected, 'unit-culture').names.map(({ from, to }) => [from.raw, to.raw])).toEqual([
      ['', '2019年2月'],
      ['', '2019年2月'],
      ['2019年2月', ''],
      ['2019年2月', ''],
    ]);
    expect(corrected.at(-1)?.after).toMatchObject({ basis: '新依据', revision: 2 });
  });

  it('leaves units alone when only its basis is corrected', () => {
    expect(planCorrection(record, { date: DAY, basis: '新依据', note: '' }, means)).toHaveLength(1);
  });

  it('opens names again when it is withdrawn, and keeps the new one as an alias', () => {
    const withdrawn = planWithdrawal(record, means, '登记有误');
    expect(unitAfter(withdrawn, 'unit-culture').names.map(({ name, kind, to }) => [name, kind, to.raw])).toEqual([
      ['示例市文化局', 'full', ''],
      ['文化局', 'short', ''],
      ['示例市文化和旅游局', 'alias', ''],
      ['文旅局', 'short', ''],
    ]);
    expect(withdrawn.at(-1)?.after).toMatchObject({ deletedAt: LATER.at, deleteReason: '登记有误' });
  });

  it('opens the ends of units again, but not one that was set by hand', () => {
    const merger = planGood(MERGER);
    const after = merger.changes.flatMap((change) => (change.after.kind === 'unit' ? [change.after] : []));
    const byHand = after.map((one) => (one.id === 'unit-tourism' ? { ...one, activeTo: date('2019年') } : one));
    const withdrawn = planWithdrawal(merger.record, { units: createUnitDirectory(byHand), stamp: LATER }, '');
    expect(unitAfter(withdrawn, 'unit-culture').activeTo.start).toBeNull();
    expect(withdrawn.some((change) => change.after.id === 'unit-tourism')).toBe(false);
  });
});
