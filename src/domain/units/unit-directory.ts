import { appendTo } from '../append-to.ts';
import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import { unitDisplayName, type Unit, type UnitName } from '../records/unit.ts';
import { periodOf, validityOn } from './name-validity.ts';

/** Finds units by any name they are known by. */
export type UnitDirectory = {
  /**
   * The unit that a name stands for. When several had it, the date of the record that names it decides: one that had
   * the name then comes before one that had it at another time.
   */
  readonly find: (name: string, onDate?: FuzzyDate) => Unit | null;
  /** Every unit that has or had the name, most likely first. */
  readonly findAll: (name: string, onDate?: FuzzyDate) => readonly Unit[];
  readonly get: (id: string) => Unit | null;
  readonly all: () => readonly Unit[];
};

/** A directory that grows while many records are made, without being drawn up anew for each. */
export type GrowingUnitDirectory = UnitDirectory & { readonly add: (units: readonly Unit[]) => void };

/** Names differ in ledgers by width and blanks only too often; neither tells two units apart. */
export function unitNameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

const STRENGTH: Readonly<Record<UnitName['kind'], number>> = { full: 0, short: 1, alias: 2, misspelling: 3 };

type Bearer = { readonly unit: Unit; readonly name: UnitName };

export function createUnitDirectory(units: readonly Unit[]): UnitDirectory {
  return createGrowingUnitDirectory(units);
}

/**
 * A full name wins over another unit's alias of the same spelling; between equals the unit recorded first wins, so
 * that the answer does not change when units are added.
 */
export function createGrowingUnitDirectory(units: readonly Unit[]): GrowingUnitDirectory {
  const byId = new Map<string, Unit>();
  const byName = new Map<string, Bearer[]>();
  const add = (more: readonly Unit[]) => {
    for (const unit of more) {
      if (unit.deletedAt !== null) continue;
      byId.set(unit.id, unit);
      for (const name of unit.names) appendTo(byName, unitNameKey(name.name), { unit, name });
    }
  };
  add(units);
  const findAll = (name: string, onDate?: FuzzyDate): readonly Unit[] => {
    const bearers = byName.get(unitNameKey(name)) ?? [];
    if (bearers.length < 2) return bearers.map(({ unit }) => unit);
    const ranked = bearers.map((bearer) => ({ ...bearer, rank: rankOf(bearer, onDate) }));
    return [...new Set(ranked.toSorted((a, b) => a.rank - b.rank).map(({ unit }) => unit))];
  };
  return {
    find: (name, onDate) => findAll(name, onDate)[0] ?? null,
    findAll,
    get: (id) => byId.get(id) ?? null,
    all: () => [...byId.values()].toSorted((a, b) => chinese.compare(unitDisplayName(a), unitDisplayName(b))),
    add,
  };
}

const chinese = new Intl.Collator('zh-CN');

/** The lower the likelier: whether it held then at all, the kind of name, whether that is certain. */
function rankOf({ unit, name }: Bearer, onDate: FuzzyDate | undefined): number {
  const validity = onDate === undefined ? 'certain' : validityOn(periodOf(unit, name), onDate);
  return Number(validity === 'no') * 100 + STRENGTH[name.kind] * 10 + Number(validity === 'possible');
}
