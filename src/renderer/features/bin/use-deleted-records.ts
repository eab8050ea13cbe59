import { useSyncExternalStore } from 'react';
import type { ArchiveRecord } from '#domain/records/archive-record';
import { useSession } from '../../archive/session-context.tsx';

/** The deleted records of all kinds as they are now; the same list until something changes. */
export function useDeletedRecords(): readonly ArchiveRecord[] {
  const { records } = useSession();
  return useSyncExternalStore(records.onChange, records.deleted);
}
