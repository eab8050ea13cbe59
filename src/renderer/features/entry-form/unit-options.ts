import { unitDisplayName } from '#domain/records/unit';
import type { UnitDirectory } from '#domain/units/unit-directory';

export type UnitOption = { readonly value: string; readonly label: string; readonly search: string };

/** The names to choose from: each unit's full name, found by any of its names. */
export function unitOptions(units: UnitDirectory): UnitOption[] {
  return units.all().map((unit) => {
    const shown = unitDisplayName(unit);
    const others = unit.names.map((name) => name.name).filter((name) => name !== shown);
    const label = others.length > 0 ? `${shown}（${others.join('、')}）` : shown;
    return { value: shown, label, search: [shown, ...others].join(' ') };
  });
}
