import { useEffect, useState } from 'react';
import type { ArchiveRecord } from '#domain/records/archive-record';
import { readHistory, type RecordVersion } from '#storage/record-history';
import { useSession } from '../../archive/session-context.tsx';

export type History = {
  /** Latest first. */
  readonly versions: readonly RecordVersion[];
  readonly state: 'reading' | 'more' | 'complete' | 'incomplete';
  /** How many change sets are still to be looked through, when one was not where the clock says. */
  readonly searching: number | null;
  readonly failure: string | null;
};

const NOTHING_YET: History = { versions: [], state: 'reading', searching: null, failure: null };

/** The latest revisions of a record, read anew whenever there is one more; nothing is read unless it is wanted. */
export function useHistory(record: ArchiveRecord, limit: number, isWanted: boolean): History {
  const { archive } = useSession();
  const [history, setHistory] = useState(NOTHING_YET);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    const update = (change: Partial<History>) => isCurrent && setHistory((known) => ({ ...known, ...change }));
    const read = async () => {
      const versions: RecordVersion[] = [];
      // A search may take a while: what was found before it is shown meanwhile.
      const onSearching = (searching: number) => update({ searching, versions: [...versions] });
      const reading = readHistory(archive.database, record, onSearching);
      for await (const version of reading) {
        if (!isCurrent) return;
        versions.push(version);
        if (versions.length >= limit) break;
      }
      update({ versions, state: stateAfter(versions, limit), searching: null, failure: null });
    };
    update({ state: 'reading' });
    read().catch((error: unknown) => update({ failure: String(error), searching: null, state: 'incomplete' }));
    return () => {
      isCurrent = false;
    };
  }, [archive, record, limit, isWanted]);
  return history;
}

function stateAfter(versions: readonly RecordVersion[], limit: number): History['state'] {
  if (versions.at(-1)?.before === null) return 'complete';
  return versions.length >= limit ? 'more' : 'incomplete';
}
