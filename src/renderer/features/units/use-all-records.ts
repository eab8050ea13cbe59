import { useMemo } from 'react';
import type { ArchiveRecord } from '#domain/records/archive-record';
import { RECORD_KINDS } from '#domain/records/record-base';
import { countUses } from '#domain/units/unit-usage';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { useRecordsOfUnits } from '../../archive/use-unit-line.ts';

/** Every record, deleted ones included, drawn up when it is asked for. */
export function useAllRecords(): () => readonly ArchiveRecord[] {
  const { records } = useSession();
  return useMemo(
    () => () => [...RECORD_KINDS.flatMap((kind): readonly ArchiveRecord[] => records.list(kind)), ...records.deleted()],
    [records],
  );
}

/** Whether nothing refers to a unit, so that it may be deleted: no record names it, and none points at it. */
export function useIsUnused(unitId: string): boolean {
  const isNamed = useRecordsOfUnits([unitId])(unitId).length > 0;
  const units = useRecords('unit');
  const changes = useRecords('unitChange');
  const links = useRecords('link');
  const attachments = useRecords('attachment');
  const photoGroups = useRecords('photoGroup');
  const filingItems = useRecords('filingItem');
  return useMemo(() => {
    const pointing = [...units, ...changes, ...links, ...attachments, ...photoGroups, ...filingItems];
    return !isNamed && countUses(unitId, pointing).size === 0;
  }, [unitId, isNamed, units, changes, links, attachments, photoGroups, filingItems]);
}
