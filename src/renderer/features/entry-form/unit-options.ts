import type { FuzzyDate } from '#domain/dates/fuzzy-date';
import { unitDisplayName, type Unit } from '#domain/records/unit';
import { unitNameOn } from '#domain/units/name-validity';
import type { UnitDirectory } from '#domain/units/unit-directory';
import type { Candidate } from './suggestions.ts';

/**
 * The units to choose from: each by the full name that it had on the date of the record, found by any of its names. Those
 * that are named most stand first, as the counts of printed names tell.
 */
export function unitsByUse(
  units: UnitDirectory,
  printed: ReadonlyMap<string, number>,
  onDate: FuzzyDate | null,
): readonly Candidate[] {
  const uses = new Map<string, number>();
  for (const [name, count] of printed) {
    const id = units.find(name)?.id;
    if (id !== undefined) uses.set(id, (uses.get(id) ?? 0) + count);
  }
  const useOf = ({ id }: Unit) => uses.get(id) ?? 0;
  return units
    .all()
    .toSorted((a, b) => useOf(b) - useOf(a))
    .map((unit) => {
      const text = (onDate && unitNameOn(unit, onDate)) ?? unitDisplayName(unit);
      return { text, names: unit.names.map(({ name }) => name).filter((name) => name !== text), id: unit.id };
    });
}
