import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { Unit } from '#domain/records/unit';
import { unitDisplayName } from '#domain/records/unit';
import { createUnitDirectory, type UnitDirectory } from '#domain/units/unit-directory';
import { useSession } from './session-context.tsx';

const NO_UNITS: readonly Unit[] = [];

/** All units as they are now. */
export function useUnitDirectory(): UnitDirectory {
  const { archive } = useSession();
  const units = useLiveQuery(() => archive.database.units.toArray(), [archive], NO_UNITS);
  return useMemo(() => createUnitDirectory(units), [units]);
}

/** What each unit is called, by its id. */
export function useUnitNames(): ReadonlyMap<string, string> {
  const directory = useUnitDirectory();
  return useMemo(
    () => new Map(directory.all().map((unit) => [String(unit.id), unitDisplayName(unit)] as const)),
    [directory],
  );
}
