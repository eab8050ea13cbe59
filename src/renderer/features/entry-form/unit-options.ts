import { unitDisplayName } from '#domain/records/unit';
import type { UnitDirectory } from '#domain/units/unit-directory';

export type UnitOption = { readonly value: string; readonly label: string; readonly search: string };

/**
 * The order of what is offered for a typed text: known units first, so that Enter takes one rather than founding
 * another by a part of its name; a text that is itself a name of a unit stays as it was printed.
 */
export function typedTextLast(units: UnitDirectory) {
  return (
    a: { readonly value?: unknown },
    b: { readonly value?: unknown },
    { searchValue }: { readonly searchValue: string },
  ): number => {
    const typed = searchValue.trim();
    const weight = units.find(typed) ? -1 : 1;
    return weight * (Number(a.value === searchValue) - Number(b.value === searchValue));
  };
}

/** The names to choose from: each unit's full name, found by any of its names. */
export function unitOptions(units: UnitDirectory): UnitOption[] {
  return units.all().map((unit) => {
    const shown = unitDisplayName(unit);
    const others = unit.names.map((name) => name.name).filter((name) => name !== shown);
    const label = others.length > 0 ? `${shown}（${others.join('、')}）` : shown;
    return { value: shown, label, search: [shown, ...others].join(' ') };
  });
}
