import { useMemo, useSyncExternalStore } from 'react';
import type { LedgerRecord } from '#domain/records/archive-record';
import { createSuccession, unitLine, type Succession, type UnitLine } from '#domain/units/unit-line';
import { useSession } from './session-context.tsx';
import { unitUses } from './unit-uses.ts';
import { useRecords } from './use-records.ts';

export function useSuccession(): Succession {
  const changes = useRecords('unitChange');
  return useMemo(() => createSuccession(changes), [changes]);
}

export function useUnitLine(unitId: string): UnitLine {
  const succession = useSuccession();
  return useMemo(() => unitLine(unitId, succession), [succession, unitId]);
}

/** The records that name each of some units. */
export function useRecordsOfUnits(unitIds: readonly string[]): (unitId: string) => readonly LedgerRecord[] {
  const { records } = useSession();
  const sequence = useSyncExternalStore(records.onChange, records.sequence);
  const key = JSON.stringify(unitIds);
  return useMemo(() => {
    const { recordsOf } = unitUses(records);
    const found = new Map((JSON.parse(key) as readonly string[]).map((unitId) => [unitId, recordsOf(unitId)]));
    return (unitId) => found.get(unitId) ?? [];
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- other records may name the units after each change
  }, [records, key, sequence]);
}
