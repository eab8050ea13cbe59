import { foldTable } from './fold-text.ts';
import { gramKey, placeOfKey } from './gram-index.ts';
import type { Segment } from './search-segment.ts';
import type { SegmentView } from './segment-view.ts';
import { createGramReader } from './visit-grams.ts';

/** Which characters of the folded texts stand beside each other somewhere. */
export type GramDictionary = {
  readonly units: readonly number[];
  readonly hasPair: (first: number, second: number) => boolean;
  /** The characters that stand somewhere behind one. */
  readonly followers: (first: number) => readonly number[];
};

export function createGramDictionary(views: readonly SegmentView[]): GramDictionary {
  const fold = foldTable();
  const lists = views.map(({ grams, segment }) => grams?.keys ?? readKeys(segment));
  const known = new Map<number, readonly number[]>();
  const units = new Set<number>();
  for (const keys of lists) {
    for (const key of keys) if ((key & 0xffff) === 0 && fold[key >>> 16] !== 0) units.add(key >>> 16);
  }
  const findFollowers = (first: number): readonly number[] => {
    const found = new Set<number>();
    for (const keys of lists) {
      for (let at = placeOfKey(keys, gramKey(first, 1)); at < keys.length; at += 1) {
        const key = keys[at] as number;
        if (key >>> 16 !== first) break;
        if (fold[key & 0xffff] !== 0) found.add(key & 0xffff);
      }
    }
    return [...found];
  };
  return {
    units: [...units],
    hasPair: (first, second) => {
      const key = gramKey(first, second);
      return lists.some((keys) => keys[placeOfKey(keys, key)] === key);
    },
    followers: (first) => {
      const followers = known.get(first) ?? findFollowers(first);
      known.set(first, followers);
      return followers;
    },
  };
}

const keysOfSegments = new WeakMap<Segment, Uint32Array>();

/** Of the few documents that have changed and have no index yet. */
function readKeys(segment: Segment): Uint32Array {
  const known = keysOfSegments.get(segment);
  if (known !== undefined) return known;
  const found = new Set<number>();
  const readGrams = createGramReader((key) => found.add(key));
  const { size, text, starts } = segment.passages;
  for (let passage = 0; passage < size; passage += 1) {
    readGrams(text, starts[passage] as number, starts[passage + 1] as number);
  }
  const keys = Uint32Array.from(found).toSorted();
  keysOfSegments.set(segment, keys);
  return keys;
}
