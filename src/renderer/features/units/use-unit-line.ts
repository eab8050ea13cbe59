import { useMemo, useSyncExternalStore } from 'react';
import { isLedgerRecord, type LedgerRecord } from '#domain/records/archive-record';
import { createSuccession, unitLine, type Succession, type UnitLine } from '#domain/units/unit-line';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords } from '../../archive/use-records.ts';

export function useSuccession(): Succession {
  const changes = useRecords('unitChange');
  return useMemo(() => createSuccession(changes), [changes]);
}

export function useUnitLine(unitId: string): UnitLine {
  const succession = useSuccession();
  return useMemo(() => unitLine(unitId, succession), [succession, unitId]);
}

/** The records that name each of some units; asked of the search corpus, which knows without reading all of them. */
export function useRecordsOfUnits(unitIds: readonly string[]): (unitId: string) => readonly LedgerRecord[] {
  const { live, records } = useSession();
  const corpus = useSyncExternalStore(live.onChange, live.snapshot);
  const key = JSON.stringify(unitIds);
  return useMemo(() => {
    const found = new Map(
      (JSON.parse(key) as readonly string[]).map((unitId) => {
        const { ids } = corpus.search({ expression: { type: 'unit', unitId }, limit: 0, withFacets: false });
        const named = [...ids()].flatMap((id) => records.get(id) ?? []).filter(isLedgerRecord);
        return [unitId, named.filter(({ deletedAt }) => deletedAt === null)] as const;
      }),
    );
    return (unitId) => found.get(unitId) ?? [];
  }, [corpus, records, key]);
}
