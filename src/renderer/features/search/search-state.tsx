import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useState,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
} from 'react';
import * as v from 'valibot';
import { useRemembered } from '../../hooks/use-remembered.ts';
import type { HitWish } from './hit-wish.ts';

type SearchState = {
  /** What stands in the box, unfinished input-method text included. */
  readonly typed: string;
  /** What is searched for: the last text that was not being composed. */
  readonly text: string;
  /** Whether only what stands there as typed counts. */
  readonly isExactOnly: boolean;
  readonly type: (typed: string, isComposing: boolean) => void;
  readonly setExactOnly: (isExactOnly: boolean) => void;
  /** What is to be done with the first hit of the text as soon as it is known. */
  readonly wish: HitWish | null;
  readonly setWish: Dispatch<SetStateAction<HitWish | null>>;
  /** Searches made before at this computer, latest first. */
  readonly recent: readonly string[];
  /** Puts a search that led to something before the others. */
  readonly remember: (text: string) => void;
  readonly forgetAll: () => void;
};

const MOST_RECENT = 20;
/** What is longer was pasted, and nobody looks for it again. */
const LONGEST_REMEMBERED = 200;
const recentSchema = v.array(v.string());
const NONE: readonly string[] = [];

const SearchContext = createContext<SearchState | null>(null);

/** Kept above the screens, so that coming back from a record finds the same results. */
export function SearchStateProvider({ children }: { readonly children: ReactNode }) {
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [isExactOnly, setExactOnly] = useState(false);
  const [wish, setWish] = useState<HitWish | null>(null);
  const [recent, setRecent] = useRemembered<readonly string[]>('search/recent', recentSchema, NONE);
  const type = useCallback((value: string, isComposing: boolean) => {
    setTyped(value);
    setWish(null);
    if (!isComposing) setText(value);
  }, []);
  const remember = useCallback(
    (value: string) => {
      const searched = value.trim();
      if (searched === '' || searched.length > LONGEST_REMEMBERED || recent[0] === searched) return;
      setRecent([searched, ...recent.filter((each) => each !== searched)].slice(0, MOST_RECENT));
    },
    [recent, setRecent],
  );
  const state = useMemo<SearchState>(
    () => ({
      typed,
      text,
      isExactOnly,
      setExactOnly,
      wish,
      setWish,
      recent,
      type,
      remember,
      forgetAll: () => setRecent(NONE),
    }),
    [typed, text, isExactOnly, wish, recent, remember, setRecent, type],
  );
  return <SearchContext value={state}>{children}</SearchContext>;
}

export function useSearchState(): SearchState {
  const state = useContext(SearchContext);
  if (!state) throw new Error('No search state around this component.');
  return state;
}
