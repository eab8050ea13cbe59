import { changeOf, type Change } from '../changes/change-set.ts';
import { UNKNOWN_DATE, type FuzzyDate } from '../dates/fuzzy-date.ts';
import { nextRevision, type Stamp } from '../records/build-record.ts';
import type { UnitChange } from '../records/unit-change.ts';
import type { Unit, UnitName } from '../records/unit.ts';
import { unitNameKey, type UnitDirectory } from './unit-directory.ts';

/** What may be corrected on a registered change; what happened to whom is deleted and registered anew. */
export type UnitChangeCorrection = Pick<UnitChange, 'date' | 'basis' | 'note'>;

type Means = { readonly units: UnitDirectory; readonly stamp: Stamp };

/** Corrects a registered change, and with its date the dates that registering it gave to the units. */
export function planCorrection(
  before: UnitChange,
  { date, basis, note }: UnitChangeCorrection,
  { units, stamp }: Means,
): readonly Change[] {
  const move = (given: FuzzyDate) => (isGivenBy(before, given) ? date : given);
  const moved = unitsOf(before, units).map((unit) => ({
    unit,
    next: {
      ...unit,
      names: unit.names.map((name) => ({ ...name, from: move(name.from), to: move(name.to) })),
      activeFrom: move(unit.activeFrom),
      activeTo: move(unit.activeTo),
    },
  }));
  const record = { ...before, date, basis, note, ...nextRevision(before, stamp) };
  return [...changesOf(moved, stamp), changeOf(before, record)];
}

/**
 * Takes a registered change out, and what it did to the units: their ends are open again, and a name that came with a
 * rename stays as an alias, so that records printed with it still find their unit. Units that it founded stay as well.
 */
export function planWithdrawal(before: UnitChange, { units, stamp }: Means, reason: string): readonly Change[] {
  const open = (given: FuzzyDate) => (isGivenBy(before, given) ? UNKNOWN_DATE : given);
  const opened = unitsOf(before, units).map((unit) => ({
    unit,
    next: {
      ...unit,
      names: withdrawNames(before, unit).map((name) => ({ ...name, from: open(name.from), to: open(name.to) })),
      activeFrom: open(unit.activeFrom),
      activeTo: open(unit.activeTo),
    },
  }));
  const record = { ...before, ...nextRevision(before, stamp), deletedAt: stamp.at, deleteReason: reason };
  return [...changesOf(opened, stamp), changeOf(before, record)];
}

function withdrawNames(change: UnitChange, unit: Unit): readonly UnitName[] {
  if (change.change !== '更名') return unit.names;
  const hasEarlier = unit.names.some(({ kind, to }) => kind === 'full' && isGivenBy(change, to));
  return unit.names.map((name) => {
    const cameWithIt = name.kind === 'full' && isGivenBy(change, name.from) && hasEarlier;
    const isNewName = change.to.some(({ printed }) => unitNameKey(printed) === unitNameKey(name.name));
    return cameWithIt && isNewName ? { ...name, kind: 'alias' } : name;
  });
}

function unitsOf(change: UnitChange, units: UnitDirectory): readonly Unit[] {
  const ids = new Set([...change.from, ...change.to].map(({ unitId }) => unitId));
  return [...ids].flatMap((id) => units.get(id) ?? []);
}

/** Whether a date of a unit is the one that registering the change gave it; one that was set by hand is left alone. */
function isGivenBy({ date }: UnitChange, given: FuzzyDate): boolean {
  return given.start !== null && given.start === date.start && given.end === date.end;
}

type Revised = { readonly unit: Unit; readonly next: Unit };

function changesOf(revised: readonly Revised[], stamp: Stamp): readonly Change[] {
  return revised
    .filter(({ unit, next }) => JSON.stringify(unit) !== JSON.stringify(next))
    .map(({ unit, next }) => changeOf(unit, { ...next, ...nextRevision(unit, stamp) }));
}
