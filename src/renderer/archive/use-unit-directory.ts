import { useMemo } from 'react';
import { unitDisplayName } from '#domain/records/unit';
import { createUnitDirectory, type UnitDirectory } from '#domain/units/unit-directory';
import { useRecords } from './use-records.ts';

/** All units as they are now. */
export function useUnitDirectory(): UnitDirectory {
  const units = useRecords('unit');
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
