/** What a key in the box asks of the first hit: that the cursor goes to it, or that it is opened. */
export type HitWish = 'reach' | 'open';

/**
 * What is asked once a key is pressed. Enter goes to the first hit, and Enter there opens it: whoever presses it twice
 * before the hits have come means the same.
 *
 * @param before what has been asked and not been done yet
 */
export function wishOf(key: 'Enter' | 'ArrowDown', before: HitWish | null): HitWish {
  if (before === null) return 'reach';
  return key === 'Enter' ? 'open' : before;
}
