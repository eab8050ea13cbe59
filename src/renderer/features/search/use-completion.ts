import { useMemo, useState } from 'react';
import { completeSearchText, type SearchSuggestion } from '#domain/search/query/complete-search-text';
import { useSearchState } from './search-state.tsx';
import { useVocabulary } from './use-vocabulary.ts';

/** Where the caret stands since the last key that changed the text; null while nothing is to be suggested. */
type Caret = number | null;

export type Completion = {
  /** Empty while the list is closed. */
  readonly suggestions: readonly SearchSuggestion[];
  readonly active: number;
  /** The text changed by typing: suggests for the caret, or nothing while an input method composes. */
  readonly typedAt: (caret: Caret) => void;
  /** Moves the choice; answers false where the list ends. */
  readonly move: (step: 1 | -1) => boolean;
  /** What Enter or Tab takes. */
  readonly choice: (key: 'Enter' | 'Tab') => SearchSuggestion | null;
  readonly close: () => void;
};

const NONE: readonly SearchSuggestion[] = [];

/** What could be typed next in the box, and which of it is chosen. */
export function useCompletion(isFocused: boolean): Completion {
  const { typed, recent } = useSearchState();
  const [caret, setCaret] = useState<Caret>(null);
  const [active, setActive] = useState(-1);
  const vocabulary = useVocabulary(recent, isFocused);
  const suggestions = useMemo(() => {
    // An empty box suggests nothing by itself: what lies below shows where to start.
    if (caret === null || !isFocused || typed.trim() === '') return NONE;
    return completeSearchText(typed, caret, vocabulary);
  }, [typed, caret, isFocused, vocabulary]);
  return {
    suggestions,
    active: Math.min(active, suggestions.length - 1),
    typedAt: (next) => {
      setCaret(next);
      setActive(-1);
    },
    move: (step) => {
      const next = active + step;
      if (next < -1 || next >= suggestions.length) return false;
      setActive(next);
      return true;
    },
    choice: (key) => {
      if (key === 'Enter' || active >= 0) return suggestions[active] ?? null;
      // An earlier search is taken only when it was chosen: Tab must be able to leave the box.
      const [first] = suggestions;
      return first && first.kind !== 'recent' ? first : null;
    },
    close: () => setCaret(null),
  };
}
