import { useEffect, useLayoutEffect } from 'react';
import { useSearchState } from './search-state.tsx';

/**
 * Does what a key in the box asked for once the hits are those of the text that stands there: a key that is quicker than
 * the answer must not get hold of a hit of the text before. Where nothing is found, nothing is done.
 */
export function useHitWish(isAnswered: boolean): void {
  const { wish, setWish } = useSearchState();
  useLayoutEffect(() => {
    if (wish === null || !isAnswered) return;
    setWish(null);
    const first = document.querySelector<HTMLElement>('[data-search-hit]');
    if (wish === 'open') first?.click();
    else first?.focus();
  }, [wish, isAnswered, setWish]);
  // Whoever has left does not come back to a cursor that jumps.
  useEffect(() => () => setWish(null), [setWish]);
}
