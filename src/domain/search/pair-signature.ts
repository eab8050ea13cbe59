/**
 * Which pairs of neighbouring characters a text contains, hashed into a few bits: a text without the pairs of a term
 * cannot contain the term and need not be read. Says "perhaps", never wrongly "no".
 */
export type PairSignature = Uint32Array;

/** One word of a signature with the bits that a term needs there. */
type NeededBits = { readonly word: number; readonly bits: number };

// 2,048 bits keep a record of 350 characters at one sixth full.
const WORDS = 64;
const BITS_PER_WORD = 32;
const HASH_SHIFT = 32 - Math.log2(WORDS * BITS_PER_WORD);

export function signPairs(text: string): PairSignature {
  const signature = new Uint32Array(WORDS);
  for (let at = 1; at < text.length; at += 1) {
    const bit = hashPair(text, at);
    const word = bit >>> 5;
    signature[word] = (signature[word] ?? 0) | (1 << (bit & 31));
  }
  return signature;
}

/** What a signature must have for the term to be possible; nothing for a term of one character. */
export function neededBits(term: string): readonly NeededBits[] {
  const needed = new Map<number, number>();
  for (let at = 1; at < term.length; at += 1) {
    const bit = hashPair(term, at);
    const word = bit >>> 5;
    needed.set(word, ((needed.get(word) ?? 0) | (1 << (bit & 31))) >>> 0);
  }
  return Array.from(needed, ([word, bits]) => ({ word, bits }));
}

export function mayContain(signature: PairSignature, needed: readonly NeededBits[]): boolean {
  for (const { word, bits } of needed) {
    if (((signature[word] ?? 0) & bits) >>> 0 !== bits) return false;
  }
  return true;
}

function hashPair(text: string, at: number): number {
  const mixed = Math.imul(text.charCodeAt(at - 1), 0x9e3779b1) ^ Math.imul(text.charCodeAt(at), 0x85ebca6b);
  return mixed >>> HASH_SHIFT;
}
