import { foldTable } from './fold-text.ts';
import { ASCII_END, asciiKey, countGram, findGram, gramKey, markGram, type GramIndex } from './gram-index.ts';
import { LOOSE_CODE, NO_MATCH } from './match-place.ts';
import type { SearchTerm } from './match-text.ts';

/** Reading a passage costs about as much as going through so many entries of a list. */
const ENTRIES_PER_PASSAGE = 8;
const ENOUGH_RULED_OUT = 32;

type NeededGram = { readonly gram: number; readonly count: number };

/** What of the index leads to the passages of a term. */
export type GramPlan = {
  /** The grams without which no passage contains the term, the rarest first. */
  readonly wanted: readonly NeededGram[];
  /** Only codes below it count. */
  readonly limit: number;
  /** The term is its only gram. */
  readonly isWholeTerm: boolean;
};

/** The passages without which none contains the term, neither as typed nor loosely. */
export function planTerm(grams: GramIndex, term: SearchTerm): GramPlan {
  return term.isPlain || term.loose !== null ? planFolded(grams, term) : planAsTyped(grams, term);
}

/** By the fold of a term, which its passages contain whether they have it as typed or loosely. */
function planFolded(grams: GramIndex, { loose, folded, isPlain }: SearchTerm): GramPlan {
  // A plain term that has to stand as typed needs grams that do.
  const limit = loose === null && isPlain ? LOOSE_CODE : NO_MATCH;
  const keys = foldedKeys(folded);
  return { wanted: findGrams(grams, keys, limit), limit, isWholeTerm: isPlain && keys.size === 1 && isOneGram(folded) };
}

/** By the pairs of a term that is not its own fold as they are typed; a character that folding changes has none. */
function planAsTyped(grams: GramIndex, term: SearchTerm): GramPlan {
  const { units } = term;
  const fold = foldTable();
  const isIndexed = (unit: number) => fold[unit] === 0 || fold[unit] === unit;
  const keys = new Set<number>();
  if (units.length === 1 && fold[units[0] ?? 0] === 0) keys.add(gramKey(units[0] ?? 0, 0));
  for (let at = 1; at < units.length; at += 1) {
    const [first = 0, second = 0] = units.subarray(at - 1, at + 1);
    if (isIndexed(first) && isIndexed(second)) keys.add(gramKey(first, second));
  }
  if (keys.size === 0) return { ...planFolded(grams, term), isWholeTerm: false };
  const isWholeTerm = units.length <= 2 && keys.size === 1;
  return { wanted: findGrams(grams, keys, LOOSE_CODE), limit: LOOSE_CODE, isWholeTerm };
}

function findGrams(grams: GramIndex, keys: ReadonlySet<number>, limit: number): readonly NeededGram[] {
  return Array.from(keys, (key): NeededGram => {
    const gram = findGram(grams, key);
    return { gram, count: gram === -1 ? 0 : countGram(grams, gram, limit) };
  }).toSorted((a, b) => a.count - b.count);
}

function isOneGram(folded: Uint16Array): boolean {
  return folded.length <= 2 || (folded.length === 3 && folded.every((unit) => unit < ASCII_END));
}

function foldedKeys(folded: Uint16Array): ReadonlySet<number> {
  if (folded.length === 1) return new Set([gramKey(folded[0] ?? 0, 0)]);
  const keys = new Set<number>();
  for (let at = 1; at < folded.length; at += 1) {
    const [first = 0, second = 0, third = ASCII_END] = folded.subarray(at - 1, at + 2);
    const isAscii = Math.max(first, second, third) < ASCII_END;
    keys.add(isAscii ? asciiKey(first, second, third) : gramKey(first, second));
  }
  // Three characters of ASCII have the pair at their end besides.
  return folded.length === 3 && keys.size === 2 && isOneGram(folded) ? new Set([...keys].slice(0, 1)) : keys;
}

/** The passages that have all grams of a plan, or nearly all. @param bits to work in, a bit for each passage */
export function listCandidates(
  grams: GramIndex,
  { wanted, limit }: GramPlan,
  bits: readonly [Uint8Array, Uint8Array],
): Uint32Array {
  const [rarest, ...others] = wanted;
  if (rarest === undefined || rarest.count === 0) return new Uint32Array(0);
  const [candidates, present] = bits;
  candidates.fill(0);
  markGram(grams, rarest.gram, limit, candidates);
  let { count } = rarest;
  for (const other of others) {
    if (count <= ENOUGH_RULED_OUT || other.count > count * ENTRIES_PER_PASSAGE || other.count === grams.passages) break;
    present.fill(0);
    markGram(grams, other.gram, limit, present);
    count = intersectBits(candidates, present);
  }
  return listBits(candidates, count);
}

const BIT_COUNTS = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

/** Leaves in the first what is in both. @returns how many that are */
function intersectBits(into: Uint8Array, other: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < into.length; at += 1) {
    const both = (into[at] as number) & (other[at] as number);
    into[at] = both;
    count += BIT_COUNTS[both] as number;
  }
  return count;
}

export function countBits(bits: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) count += BIT_COUNTS[bits[at] as number] as number;
  return count;
}

/** The numbers of the bits that are set. @param count how many these are */
export function listBits(bits: Uint8Array, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  let listed = 0;
  for (let at = 0; listed < count; at += 1) {
    for (let byte = bits[at] as number; byte !== 0; byte &= byte - 1) {
      numbers[listed] = at * 8 + 31 - Math.clz32(byte & -byte);
      listed += 1;
    }
  }
  return numbers;
}
