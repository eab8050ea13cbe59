import { useMemo, useState } from 'react';
import type { PaperRow } from './paper-rows.ts';

/** The rows chosen in a list, by the ids of their records. One that leaves the list is not chosen when it comes back. */
export function useChosen(rows: readonly PaperRow[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const present = useMemo(() => new Set<string>(rows.map(({ record }) => record.id)), [rows]);
  const stillThere = [...chosen].filter((id) => present.has(id));
  if (stillThere.length < chosen.size) setChosen(new Set(stillThere));
  return [chosen, setChosen] as const;
}
