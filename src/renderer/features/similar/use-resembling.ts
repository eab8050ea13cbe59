import { useEffect, useState } from 'react';
import type { LedgerRecord } from '#domain/records/archive-record';
import { startResemblanceSearch, type Resemblance } from '#domain/resemblance/resembling-records';
import { useLedgerRecords } from '../../archive/use-records.ts';

/** More would be a list to read, and the ones at its end resemble the record less and less. */
const MOST_SHOWN = 12;
/** How long looking may keep the window from answering at a time. */
const SLICE_MS = 6;
const SLICE_RECORDS = 100;

type Looked = { readonly lists: unknown; readonly record: LedgerRecord; readonly found: readonly Resemblance[] };

/** The records that resemble one, the most alike first, and again when the archive changes; null until they are known. */
export function useResembling(record: LedgerRecord): readonly Resemblance[] | null {
  const lists = useLedgerRecords();
  const [looked, setLooked] = useState<Looked | null>(null);
  useEffect(() => {
    const search = startResemblanceSearch(record);
    const waiting = lists.flat();
    let next = 0;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const end = performance.now() + SLICE_MS;
      do {
        for (const other of waiting.slice(next, next + SLICE_RECORDS)) search.consider(other);
        next += SLICE_RECORDS;
      } while (next < waiting.length && performance.now() < end);
      if (next < waiting.length) timer = setTimeout(look);
      else setLooked({ lists, record, found: search.best(MOST_SHOWN) });
    };
    timer = setTimeout(look);
    return () => clearTimeout(timer);
  }, [record, lists]);
  // Of another record it would be wrong, of the archive a moment ago it is not worth a gap.
  return looked?.record.id === record.id ? looked.found : null;
}
