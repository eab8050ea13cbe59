import { appendTo } from '../append-to.ts';
import { slipBetween } from '../text/slip-between.ts';

/** Longer texts are compared no further. */
const LONGEST = 80;

export type SlipIndex = {
  /** Texts that were added and differ from this one by a single slip, in the order in which they were added. */
  readonly near: (text: string) => readonly string[];
};

/**
 * Finds texts that differ by one character. Texts that do share what is left when a character of each is taken away, so
 * that nobody has to hold each text against each other.
 */
export function createSlipIndex(texts: Iterable<string>): SlipIndex {
  const byRest = new Map<string, string[]>();
  for (const text of new Set(texts)) {
    for (const rest of restsOf(text)) appendTo(byRest, rest, text);
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
