import { useMemo, useRef, useSyncExternalStore } from 'react';
import { RULEBOOK_ID } from '#domain/records/authorities';
import type { ArchiveRecord, Entry, LedgerRecord, RecordOf } from '#domain/records/archive-record';
import { LEDGER_KINDS, type RecordKind } from '#domain/records/record-base';
import type { Rulebook } from '#domain/records/rulebook';
import { useSession } from './session-context.tsx';

/** All records of a kind that are not deleted, as they are now; the same list until one of them changes. */
export function useRecords<K extends RecordKind>(kind: K): readonly RecordOf<K>[] {
  const { records } = useSession();
  return useSyncExternalStore(records.onChange, () => records.list(kind));
}

/** The deleted records of all kinds as they are now; the same list until something changes. */
export function useDeletedRecords(): readonly ArchiveRecord[] {
  const { records } = useSession();
  return useSyncExternalStore(records.onChange, records.deleted);
}

/** All records that stand in ledgers, one list for each kind; the same lists until one of the records changes. */
export function useLedgerRecords(): readonly (readonly LedgerRecord[])[] {
  const { records } = useSession();
  const last = useRef<readonly (readonly LedgerRecord[])[]>([]);
  return useSyncExternalStore(records.onChange, () => {
    const lists = LEDGER_KINDS.map((kind) => records.list(kind));
    const isSame = lists.length === last.current.length && lists.every((list, index) => list === last.current[index]);
    if (!isSame) last.current = lists;
    return last.current;
  });
}

/** A record of any kind as it is now, or null when there is none or it is deleted. */
export function useRecord(id: string): ArchiveRecord | null {
  const { records } = useSession();
  const record = useSyncExternalStore(records.onChange, () => records.get(id));
  return record?.deletedAt === null ? record : null;
}

/** All honours, plans and activities as they are now. */
export function useEntries(): readonly Entry[] {
  const honors = useRecords('honor');
  const plans = useRecords('plan');
  const activities = useRecords('activity');
  return useMemo(() => [...honors, ...plans, ...activities], [honors, plans, activities]);
}

/** The office's own rules, or null before the first of them was written. */
export function useRulebook(): Rulebook | null {
  const record = useRecord(RULEBOOK_ID);
  return record?.kind === 'rulebook' ? record : null;
}

/** The file that a record was imported from, taken back or not; null when it was not imported. */
export function useImportBatch(record: Pick<ArchiveRecord, 'origin'> | null): RecordOf<'importBatch'> | null {
  const { records } = useSession();
  const id = record?.origin?.batch ?? '';
  const batch = useSyncExternalStore(records.onChange, () => records.get(id));
  return batch?.kind === 'importBatch' ? batch : null;
}
