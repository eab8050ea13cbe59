import { bareTitle, bigramAt, bigramsOf } from '../duplicates/bare-title.ts';
import type { SimilarityReason } from '../duplicates/similar-titles.ts';

/** How a title resembles another one, and how much, from 0 to 1. */
export type TitleLikeness = { readonly how: SimilarityReason['title']; readonly likeness: number };

/** Bigram Dice coefficient from which two titles resemble each other: of 2019年度示例先进集体 the year may be another. */
const MIN_DICE = 0.5;
/** A title contained in another says little when it is short (先进集体) or a small part of it. */
const MIN_CONTAINED_LENGTH = 4;
const MIN_CONTAINED_SHARE = 0.4;

/** Holds other titles against this one; null for one that does not resemble it. */
export function createTitleComparison(title: string): (other: string) => TitleLikeness | null {
  const [typed, bare] = [title.trim(), bareTitle(title)];
  const countShared = createPairCounter(bare);
  return (other) => {
    const otherBare = bareTitle(other);
    if (bare === '' || otherBare === '') return null;
    if (bare === otherBare) return typed === other.trim() ? SAME : MARKS;
    const { shared, pairs } = countShared(otherBare);
    const dice = (2 * shared) / pairs;
    const [short, long] = bare.length < otherBare.length ? [bare, otherBare] : [otherBare, bare];
    const share = short.length / long.length;
    const isLongEnough = short.length >= MIN_CONTAINED_LENGTH && share >= MIN_CONTAINED_SHARE;
    if (isLongEnough && long.includes(short)) return { how: 'contains', likeness: 0.5 + 0.5 * share };
    return dice >= MIN_DICE ? { how: 'similar', likeness: dice } : null;
  };
}

const SAME: TitleLikeness = { how: 'same', likeness: 1 };
const MARKS: TitleLikeness = { how: 'marks', likeness: 0.98 };

/** Counts what pairs texts share with this one, each once, and how many both have. Makes nothing anew for each text. */
function createPairCounter(text: string): (other: string) => { readonly shared: number; readonly pairs: number } {
  const places = new Map(Array.from(bigramsOf(text), (pair, place) => [pair, place]));
  const seenIn = new Uint32Array(places.size);
  let round = 0;
  return (other) => {
    round += 1;
    let shared = 0;
    for (let at = 1; at < other.length; at += 1) {
      const place = places.get(bigramAt(other, at));
      if (place === undefined || seenIn[place] === round) continue;
      seenIn[place] = round;
      shared += 1;
    }
    return { shared, pairs: places.size + Math.max(0, other.length - 1) };
  };
}
