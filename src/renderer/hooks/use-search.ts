import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSession } from '../archive/session-context.tsx';
import type { FoundRecords, SearchQuestion } from '../workers/search-messages.ts';

export type SearchState = {
  /** The last answer, also while a newer question is being answered; null before the first. */
  readonly found: FoundRecords | null;
  /** Whether it answers the present question. */
  readonly isCurrent: boolean;
  /** Whether the search cannot be used at all. */
  readonly isBroken: boolean;
};

type Answered = { readonly key: string; readonly found: FoundRecords | null };

/** Searches, and again whenever the archive changes. Null asks nothing. */
export function useSearch(question: SearchQuestion | null): SearchState {
  const { search } = useSession();
  const version = useSyncExternalStore(search.onChange, search.version);
  const [last, setLast] = useState<Answered | null>(null);
  // Questions are made anew at every rendering; their text tells whether anything is different. After each change of
  // the archive the answer may be another.
  const key = question && JSON.stringify({ version, question });
  useEffect(() => {
    if (key === null) return undefined;
    let isWanted = true;
    const show = (found: FoundRecords | null) => {
      if (isWanted) setLast({ key, found });
    };
    const asked = JSON.parse(key) as { readonly question: SearchQuestion };
    search.search(asked.question).then(show, () => show(null));
    return () => {
      isWanted = false;
    };
  }, [search, key]);
  const isCurrent = last !== null && last.key === key;
  return { found: key === null ? null : (last?.found ?? null), isCurrent, isBroken: isCurrent && last.found === null };
}
