import type { Unit } from '../records/unit.ts';
import { unitDisplayName } from '../records/unit.ts';

/** Finds units by any name they are known by. */
export type UnitDirectory = {
  readonly find: (name: string) => Unit | null;
  readonly get: (id: string) => Unit | null;
  readonly all: () => readonly Unit[];
};

/** Names differ in ledgers by width and blanks only too often; neither tells two units apart. */
export function unitNameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** A directory that grows while many records are made, without being drawn up anew for each. */
export type GrowingUnitDirectory = UnitDirectory & { readonly add: (units: readonly Unit[]) => void };

export function createGrowingUnitDirectory(units: readonly Unit[]): GrowingUnitDirectory {
  const base = createUnitDirectory(units);
  const added: Unit[] = [];
  const addedByName = new Map<string, Unit>();
  return {
    find: (name) => base.find(name) ?? addedByName.get(unitNameKey(name)) ?? null,
    get: (id) => base.get(id) ?? added.find((unit) => unit.id === id) ?? null,
    all: () => createUnitDirectory([...base.all(), ...added]).all(),
    add: (more) => {
      added.push(...more);
      for (const unit of more) for (const { name } of unit.names) addedByName.set(unitNameKey(name), unit);
    },
  };
}

/**
 * A full name wins over another unit's alias of the same spelling; between equals the unit recorded first wins, so
 * that the answer does not change when units are added.
 */
export function createUnitDirectory(units: readonly Unit[]): UnitDirectory {
  const living = units.filter((unit) => unit.deletedAt === null);
  const byId = new Map(living.map((unit) => [String(unit.id), unit]));
  const byName = new Map<string, Unit>();
  for (const kind of ['full', 'short', 'alias', 'misspelling'] as const) {
    for (const unit of living) {
      for (const name of unit.names) {
        const key = unitNameKey(name.name);
        if (name.kind === kind && !byName.has(key)) byName.set(key, unit);
      }
    }
  }
  return {
    find: (name) => byName.get(unitNameKey(name)) ?? null,
    get: (id) => byId.get(id) ?? null,
    all: () => living.toSorted((a, b) => unitDisplayName(a).localeCompare(unitDisplayName(b), 'zh-CN')),
  };
}
