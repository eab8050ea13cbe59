import type { GramDictionary } from './gram-dictionary.ts';
import { toUnits } from './match-text.ts';

/**
 * The texts that may stand where a folded text does not: with one character left out, two neighbours exchanged, one
 * character more inside, or another one inside. Only those whose pairs of characters all stand somewhere.
 *
 * A text that differs in its first or last character contains the text without it, so it is not told apart.
 */
export function editVariants(text: string, dictionary: GramDictionary): ReadonlySet<string> {
  const units = toUnits(text);
  const { length } = units;
  const at = (index: number) => units[index] as number;
  const found = new Set<string>();
  const add = (before: number, between: readonly number[], behind: number) => {
    const variant = [...units.subarray(0, before), ...between, ...units.subarray(behind)];
    if (isKnown(variant, Math.max(0, before - 1), before + between.length, dictionary)) {
      found.add(String.fromCharCode(...variant));
    }
  };
  const [knownUpTo, knownFrom] = knownEnds(units, dictionary);
  for (let index = 0; index + 1 < length; index += 1) {
    if (index > knownUpTo + 1 || index + 1 < knownFrom - 1) continue;
    add(index, [at(index + 1), at(index)], index + 2);
  }
  for (let index = 1; index < length; index += 1) {
    // Whatever is put in here, the rest stays as it is.
    if (index - 1 > knownUpTo) break;
    for (const unit of dictionary.followers(at(index - 1))) {
      if (index + 1 < length && index + 1 >= knownFrom && unit !== at(index)) add(index, [unit], index + 1);
      if (index >= knownFrom) add(index, [unit], index);
    }
  }
  for (let index = 0; index < length; index += 1) add(index, [], index + 1);
  found.delete(text);
  return found;
}

/** Up to and from which character all pairs of a text are known. */
function knownEnds(units: Uint16Array, { hasPair }: GramDictionary): readonly [upTo: number, from: number] {
  const isPairKnown = (index: number) => hasPair(units[index] as number, units[index + 1] as number);
  let upTo = 0;
  while (upTo + 1 < units.length && isPairKnown(upTo)) upTo += 1;
  let from = units.length - 1;
  while (from > 0 && isPairKnown(from - 1)) from -= 1;
  return [upTo, from];
}

/** Asks first for the pairs from one character to another, which are the ones that have changed. */
function isKnown(units: readonly number[], from: number, to: number, { hasPair }: GramDictionary): boolean {
  const arePairsKnown = (start: number, end: number) => {
    for (let at = start; at < end && at + 1 < units.length; at += 1) {
      if (!hasPair(units[at] as number, units[at + 1] as number)) return false;
    }
    return true;
  };
  return arePairsKnown(from, to) && arePairsKnown(0, from) && arePairsKnown(to, units.length);
}
