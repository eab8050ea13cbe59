import { UNKNOWN_DATE } from '../dates/fuzzy-date.ts';
import { foundUnit, type Stamp } from '../records/build-record.ts';
import type { EntryKind, Origin, UnitId } from '../records/record-base.ts';
import type { DraftOfKind } from '../records/record-draft.ts';
import type { Unit, UnitName } from '../records/unit.ts';
import { unitNameKey, type UnitDirectory } from '../units/unit-directory.ts';
import type { ImportUnitName } from './import-commit.ts';
import { bodyNamesOf } from './unknown-units.ts';

type FoundingTools = { readonly units: UnitDirectory; readonly stamp: Stamp; readonly newId: () => string };
type Founding = { readonly name: string; readonly further: UnitName[] };

/**
 * Founds units that the file has several names for, with all of them, when a record first says one of them: left to
 * itself each name would found a unit of its own.
 */
export function createLinkedFounder(
  names: readonly ImportUnitName[],
  { units, stamp, newId }: FoundingTools,
): (draft: DraftOfKind<EntryKind>, origin: Origin) => readonly Unit[] {
  const byKey = new Map<string, Founding>();
  for (const { unit, name, kind } of names) {
    if (unit.in !== 'file') continue;
    const mainKey = unitNameKey(unit.name);
    const founding = byKey.get(mainKey) ?? { name: unit.name, further: [] };
    founding.further.push(furtherName(name, kind));
    byKey.set(mainKey, founding);
    byKey.set(unitNameKey(name), founding);
  }
  if (byKey.size === 0) return () => [];
  return (draft, origin) => {
    const wanted = new Set(Array.from(bodyNamesOf(draft), (name) => byKey.get(unitNameKey(name))));
    return [...wanted].flatMap((founding): readonly Unit[] => {
      // Somebody else may have founded it since the file was looked over.
      if (founding === undefined || units.find(founding.name) !== null) return [];
      const unit = foundUnit(founding.name, newId() as UnitId, stamp);
      return [{ ...unit, names: [...unit.names, ...founding.further], origin }];
    });
  };
}

/** A name of which nobody knows when it was used. */
export function furtherName(name: string, kind: ImportUnitName['kind']): UnitName {
  return { name, kind, from: UNKNOWN_DATE, to: UNKNOWN_DATE };
}
