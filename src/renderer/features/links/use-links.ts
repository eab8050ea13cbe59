import { useEffect, useMemo, useState } from 'react';
import { isLedgerRecord, type LedgerRecord } from '#domain/records/archive-record';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords } from '../../archive/use-records.ts';
import type { LiveRecords } from '../../archive/live-records.ts';
import { indexLinks, type LinkIndex } from './link-graph.ts';

/** All links as they are now, and a way to look up what they lead to. */
export function useLinks(): { readonly index: LinkIndex; readonly find: (id: string) => LedgerRecord | null } {
  const { records } = useSession();
  const links = useRecords('link');
  const index = useMemo(() => indexLinks(links), [links]);
  // A new one after every change: what a link leads to may be called something else by now.
  const [find, setFind] = useState(() => finderIn(records));
  useEffect(() => records.onChange(() => setFind(() => finderIn(records))), [records]);
  return { index, find };
}

function finderIn(records: LiveRecords) {
  return (id: string): LedgerRecord | null => {
    const record = records.get(id);
    return record?.deletedAt === null && isLedgerRecord(record) ? record : null;
  };
}
