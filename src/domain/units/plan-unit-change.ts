import { changeOf, type Change } from '../changes/change-set.ts';
import { UNKNOWN_DATE, type FuzzyDate } from '../dates/fuzzy-date.ts';
import { firstRevision, foundUnit, nextRevision, type Stamp } from '../records/build-record.ts';
import type { RecordId, UnitId, UnitReference } from '../records/record-base.ts';
import type { UnitChange } from '../records/unit-change.ts';
import { unitDisplayName, type Unit, type UnitName } from '../records/unit.ts';
import { refuse, succeed, type Result } from '../result.ts';
import { unitNameOn } from './name-validity.ts';
import { unitNameKey, type UnitDirectory } from './unit-directory.ts';

/** What is to be registered: what happened to which units, by the names that there are afterwards. */
export type UnitChangeOrder = {
  readonly change: UnitChange['change'];
  readonly date: FuzzyDate;
  readonly basis: string;
  readonly note: string;
  /** Ids of the units before. */
  readonly from: readonly string[];
  /** Names afterwards: a name that a unit is known by means that unit, any other founds one. None for 撤销. */
  readonly to: readonly { readonly full: string; readonly short: string }[];
};

/** Why a change cannot be registered; `name` is the unit that stands against it. */
export type UnitChangeProblem =
  | { readonly code: 'date-required' | 'date-reversed' }
  | { readonly code: 'units-before' | 'names-after'; readonly change: UnitChange['change'] }
  | { readonly code: 'unit-gone'; readonly id: string }
  | { readonly code: 'ended-already' | 'began-later' | 'name-taken' | 'same-name'; readonly name: string }
  | { readonly code: 'name-twice'; readonly name: string };

export type UnitChangePlan = {
  readonly record: UnitChange;
  readonly changes: readonly Change[];
  readonly founded: readonly Unit[];
};

type Means = { readonly units: UnitDirectory; readonly stamp: Stamp; readonly newId: () => string };

/**
 * Registers an event in the life of units. A rename keeps the unit and gives its names their time. A merger or a split
 * ends the units before, unless they are among those after, and founds the ones after that nobody knows yet. The
 * record of it says what happened, when, and by which document.
 */
export function planUnitChange(order: UnitChangeOrder, means: Means): Result<UnitChangePlan, UnitChangeProblem> {
  const before: Unit[] = [];
  for (const id of new Set(order.from)) {
    const unit = means.units.get(id);
    if (unit === null) return refuse({ code: 'unit-gone', id });
    before.push(unit);
  }
  const problem = checkOrder(order, before, means.units);
  if (problem) return refuse(problem);
  return succeed(order.change === '更名' ? planRename(order, before, means) : planSuccession(order, before, means));
}

function checkOrder(
  { change, date, to }: UnitChangeOrder,
  before: readonly Unit[],
  units: UnitDirectory,
): UnitChangeProblem | null {
  if (date.start === null) return { code: 'date-required' };
  if (before.length < 1 || (change !== '合并' && before.length > 1)) return { code: 'units-before', change };
  const isCountRight = { 更名: to.length === 1, 合并: to.length === 1, 分设: to.length >= 2, 撤销: to.length === 0 };
  if (!isCountRight[change] || to.some(({ full }) => full === '')) return { code: 'names-after', change };
  const successors = to.map(({ full }) => findSuccessor(full, date, units)?.id ?? unitNameKey(full));
  const twice = to.find((_, index) => successors.indexOf(successors[index] ?? '') < index);
  if (twice) return { code: 'name-twice', name: twice.full };
  // One unit alone can only be merged into another that is there already.
  const target = to[0] ? findSuccessor(to[0].full, date, units) : null;
  if (change === '合并' && before.length === 1 && (!target || target.id === before[0]?.id)) {
    return { code: 'units-before', change };
  }
  for (const unit of before) {
    const name = unitDisplayName(unit);
    if (unit.activeTo.start !== null) return { code: 'ended-already', name };
    if (startsAfter(unit.activeFrom, date)) return { code: 'began-later', name };
  }
  return change === '更名' ? checkRename(before[0], to[0]?.full ?? '', date, units) : null;
}

function checkRename(
  unit: Unit | undefined,
  full: string,
  date: FuzzyDate,
  units: UnitDirectory,
): UnitChangeProblem | null {
  if (!unit) return null;
  const present = unit.names.filter(isOpenFull);
  if (present.some(({ name }) => isSameName(name, full))) return { code: 'same-name', name: full };
  const later = unit.names.find((name) => name.kind === 'full' && startsAfter(name.from, date));
  if (later) return { code: 'began-later', name: later.name };
  const owner = livingBearers(full, date, units).find(({ id }) => id !== unit.id);
  return owner ? { code: 'name-taken', name: unitDisplayName(owner) } : null;
}

function planRename(order: UnitChangeOrder, [unit]: readonly Unit[], { stamp, newId }: Means): UnitChangePlan {
  if (!unit) throw new Error('A rename of nothing was not refused.');
  const { date } = order;
  const { full = '', short = '' } = order.to[0] ?? {};
  const ended = unit.names.map((name) => {
    const isReplaced = name.kind === 'full' || (name.kind === 'short' && short !== '');
    return isReplaced && name.to.start === null ? { ...name, to: date } : name;
  });
  const added: readonly UnitName[] = [
    { name: full, kind: 'full', from: date, to: UNKNOWN_DATE },
    ...(short === '' ? [] : [{ name: short, kind: 'short', from: date, to: UNKNOWN_DATE } as const]),
  ];
  // What was no more than another name until now is the official one: it need not be known twice.
  const kept = ended.filter((name) => !added.some((one) => isSameName(one.name, name.name) && isUndated(name)));
  const renamed: Unit = { ...unit, names: [...kept, ...added], ...nextRevision(unit, stamp) };
  const from = [{ printed: nameBefore(unit, date), unitId: unit.id }];
  const record = recordOf(order, from, [{ printed: full, unitId: unit.id }], newId, stamp);
  return { record, founded: [], changes: [changeOf(unit, renamed), changeOf(null, record)] };
}

function planSuccession(order: UnitChangeOrder, before: readonly Unit[], means: Means): UnitChangePlan {
  const { date } = order;
  const { units, stamp, newId } = means;
  const founded: Unit[] = [];
  const to = order.to.map(({ full, short }): UnitReference => {
    const known = findSuccessor(full, date, units);
    if (known) return { printed: full, unitId: known.id };
    const unit = foundSuccessor({ full, short }, before, { date, stamp, id: newId() as UnitId });
    founded.push(unit);
    return { printed: full, unitId: unit.id };
  });
  const goesOn = new Set(to.map(({ unitId }) => unitId));
  const ended = before
    .filter(({ id }) => !goesOn.has(id))
    .map((unit) => changeOf(unit, { ...unit, activeTo: date, ...nextRevision(unit, stamp) }));
  const from = before.map((unit) => ({ printed: nameBefore(unit, date), unitId: unit.id }));
  const record = recordOf(order, from, to, newId, stamp);
  return {
    record,
    founded,
    changes: [...founded.map((unit) => changeOf(null, unit)), ...ended, changeOf(null, record)],
  };
}

/** A new unit is what the ones before were, as far as they were alike. */
function foundSuccessor(
  { full, short }: UnitChangeOrder['to'][number],
  before: readonly Unit[],
  { date, stamp, id }: { readonly date: FuzzyDate; readonly stamp: Stamp; readonly id: UnitId },
): Unit {
  const [first] = before;
  const isShared = (same: (unit: Unit) => unknown) => before.every((unit) => same(unit) === (first && same(first)));
  return {
    ...foundUnit(full, id, stamp),
    names: [
      { name: full, kind: 'full', from: date, to: UNKNOWN_DATE },
      ...(short === '' ? [] : [{ name: short, kind: 'short', from: date, to: UNKNOWN_DATE } as const]),
    ],
    unitType: first && isShared(({ unitType }) => unitType) ? first.unitType : '不详',
    level: first && isShared(({ level }) => level) ? first.level : null,
    parent: first && isShared(({ parent }) => parent?.id ?? null) ? first.parent : null,
    activeFrom: date,
  };
}

function recordOf(
  { change, date, basis, note }: UnitChangeOrder,
  from: readonly UnitReference[],
  to: readonly UnitReference[],
  newId: () => string,
  stamp: Stamp,
): UnitChange {
  const id = newId() as RecordId;
  return { kind: 'unitChange', id, ...firstRevision(stamp), change, date, from, to, basis, note };
}

function findSuccessor(name: string, date: FuzzyDate, units: UnitDirectory): Unit | null {
  return livingBearers(name, date, units)[0] ?? null;
}

/** Units of a name that had not ended when the change took place: a later unit may be called as an earlier one was. */
function livingBearers(name: string, date: FuzzyDate, units: UnitDirectory): readonly Unit[] {
  return units.findAll(name, date).filter(({ activeTo }) => !endedBy(activeTo, date));
}

/** The name up to the change: on its very day the unit may have another one already. */
function nameBefore(unit: Unit, date: FuzzyDate): string {
  return unitNameOn(unit, date) ?? unitDisplayName(unit);
}

function isOpenFull(name: UnitName): boolean {
  return name.kind === 'full' && name.to.start === null;
}

function isUndated({ kind, from, to }: UnitName): boolean {
  return kind !== 'full' && from.start === null && to.start === null;
}

function isSameName(a: string, b: string): boolean {
  return unitNameKey(a) === unitNameKey(b);
}

function startsAfter(start: FuzzyDate, date: FuzzyDate): boolean {
  return start.start !== null && date.end !== null && start.start > date.end;
}

function endedBy(end: FuzzyDate, date: FuzzyDate): boolean {
  return end.end !== null && date.start !== null && end.end <= date.start;
}
