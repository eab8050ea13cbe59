import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { FindableKind } from '#domain/records/record-base';
import type { Level } from '#domain/vocabulary/levels';

/** What narrows the search besides its text; null narrows nothing. */
export type ChosenFilters = {
  readonly kind: FindableKind | null;
  readonly year: number | null;
  readonly level: Level | null;
  readonly unitId: string | null;
};

export const NO_FILTERS: ChosenFilters = { kind: null, year: null, level: null, unitId: null };

type SearchState = {
  /** What stands in the box, unfinished input-method text included. */
  readonly typed: string;
  /** What is searched for: the last text that was not being composed. */
  readonly text: string;
  readonly filters: ChosenFilters;
  readonly type: (typed: string, isComposing: boolean) => void;
  readonly choose: (change: Partial<ChosenFilters>) => void;
};

const SearchContext = createContext<SearchState | null>(null);

/** Kept above the screens, so that coming back from a record finds the same results. */
export function SearchStateProvider({ children }: { readonly children: ReactNode }) {
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [filters, setFilters] = useState(NO_FILTERS);
  const state = useMemo<SearchState>(
    () => ({
      typed,
      text,
      filters,
      type: (value, isComposing) => {
        setTyped(value);
        if (!isComposing) setText(value);
      },
      choose: (change) => setFilters((present) => ({ ...present, ...change })),
    }),
    [typed, text, filters],
  );
  return <SearchContext value={state}>{children}</SearchContext>;
}

export function useSearchState(): SearchState {
  const state = useContext(SearchContext);
  if (!state) throw new Error('No search state around this component.');
  return state;
}
