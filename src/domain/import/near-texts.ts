/** How one text becomes another by a single slip of the hand; `at` is a place in the longer one. */
export type Slip = { readonly how: 'replaced' | 'missing' | 'swapped'; readonly at: number };

/** Longer texts are compared no further. */
const LONGEST = 80;

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

export type NearTexts = {
  /** Texts that were added and differ from this one by a single slip, in the order in which they were added. */
  readonly near: (text: string) => readonly string[];
};

/**
 * Finds texts that differ by one character. Texts that do share what is left when a character of each is taken away, so
 * that nobody has to hold each text against each other.
 */
export function findNearTexts(texts: Iterable<string>): NearTexts {
  const byRest = new Map<string, string[]>();
  for (const text of new Set(texts)) {
    for (const rest of restsOf(text)) {
      const known = byRest.get(rest);
      if (known) known.push(text);
      else byRest.set(rest, [text]);
    }
  }
  return {
    near: (text) => {
      const found = new Set<string>();
      for (const rest of restsOf(text)) {
        for (const each of byRest.get(rest) ?? []) if (slipBetween(text, each) !== null) found.add(each);
      }
      return [...found];
    },
  };
}

/** The text, and what is left of it without each of its characters. */
function restsOf(text: string): ReadonlySet<string> {
  const rests = new Set([text]);
  if (text.length > LONGEST) return rests;
  for (let at = 0; at < text.length; at += 1) rests.add(text.slice(0, at) + text.slice(at + 1));
  return rests;
}
