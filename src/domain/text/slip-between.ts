/** How one text becomes another by a single slip of the hand; `at` is a place in the longer one. */
export type Slip = { readonly how: 'replaced' | 'missing' | 'swapped'; readonly at: number };

/** The one slip that two texts differ by, or null when they are the same or differ by more. */
export function slipBetween(a: string, b: string): Slip | null {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === long || long.length - short.length > 1) return null;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1) ? { how: 'missing', at } : null;
  if (short.slice(at + 1) === long.slice(at + 1)) return { how: 'replaced', at };
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return isSwapped && short.slice(at + 2) === long.slice(at + 2) ? { how: 'swapped', at } : null;
}
