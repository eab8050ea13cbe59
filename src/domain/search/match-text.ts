import { foldTable, foldText } from './fold-text.ts';
import { LOOSE_CODE, NO_MATCH, SHAPES, type MatchCode } from './match-place.ts';
import { normalizeForSearch } from './normalize-text.ts';

/**
 * Text of documents is kept field after field, each behind a unit that tells its place: FIRST_MARK plus the index of
 * the place. These are noncharacters, which no normalised text contains, so that no match reaches into the next field.
 * A mark without a place stands behind the last field of all.
 */
const FIRST_MARK = 0xfdd0;
const LAST_MARK = 0xfdd3;
export const END_MARK = LAST_MARK;
const MARK_BITS = 3;

export function fieldMark(place: number): number {
  return FIRST_MARK + place;
}

export function isMark(unit: number): boolean {
  return unit >= FIRST_MARK && unit <= LAST_MARK;
}

export function placeOfMark(mark: number): number {
  return mark & MARK_BITS;
}

/** A text to be found, normalised. */
export type SearchTerm = {
  readonly text: string;
  readonly units: Uint16Array;
  /** Without blanks and punctuation, in simplified form; null when it is found as typed only, or too little is left. */
  readonly loose: Uint16Array | null;
  /** The fold of the text, whether or not it is found by it. */
  readonly folded: Uint16Array;
  /** Folding changes nothing: where the fold stands as typed, the text stands. */
  readonly isPlain: boolean;
};

/** @returns null when nothing is left to be found */
export function readSearchTerm(typed: string, isExactOnly: boolean): SearchTerm | null {
  const text = normalizeForSearch(typed).trim();
  if (text === '') return null;
  const foldedText = foldText(text);
  const folded = toUnits(foldedText);
  // One character out of several says nothing of what was meant.
  const isTelling = folded.length > 1 || (folded.length === 1 && text.length === 1);
  const loose = isExactOnly || !isTelling ? null : folded;
  return { text, units: toUnits(text), loose, folded, isPlain: text === foldedText };
}

/** How well a term fits the text between two offsets, of which the first is a mark and the second the mark behind. */
export function matchText(text: Uint16Array, start: number, end: number, term: SearchTerm): MatchCode {
  const exact = matchExactly(text, start, end, term.units);
  return exact !== NO_MATCH || term.loose === null ? exact : matchLoosely(text, start, end, term.loose);
}

function matchExactly(text: Uint16Array, start: number, end: number, units: Uint16Array): MatchCode {
  const first = units[0];
  const { length } = units;
  let best = NO_MATCH;
  // The best that the present place can give.
  let ceiling = 0;
  for (let at = start; at < end; at += 1) {
    let unit = text[at] as number;
    // A mark stands behind the text and ends this: most of the time of a search is spent here.
    while (unit !== first && (unit < FIRST_MARK || unit > LAST_MARK)) {
      at += 1;
      unit = text[at] as number;
    }
    if (at >= end) break;
    if (unit === first) {
      let matched = 1;
      while (matched < length && text[at + matched] === units[matched]) matched += 1;
      if (matched < length) continue;
      const code = ceiling + matchedShape(isMark(text[at - 1] as number), isMark(text[at + length] as number));
      if (code < best) best = code;
      if (code === ceiling) return best;
    } else {
      ceiling = (unit & MARK_BITS) * SHAPES.length;
      // What follows stands in a place that counts less.
      if (best < ceiling) return best;
    }
  }
  return best;
}

/** The same for a text that does not contain the term as typed. */
function matchLoosely(text: Uint16Array, start: number, end: number, folded: Uint16Array): MatchCode {
  const fold = foldTable();
  const first = folded[0];
  let best = NO_MATCH;
  let ceiling = LOOSE_CODE;
  let isFieldStart = true;
  for (let at = start; at < end; at += 1) {
    const unit = text[at] as number;
    if (isMark(unit)) {
      ceiling = LOOSE_CODE + (unit & MARK_BITS) * SHAPES.length;
      isFieldStart = true;
      if (best < ceiling) return best;
      continue;
    }
    const char = fold[unit] as number;
    if (char === 0) continue;
    if (char === first) {
      const behind = endOfLooseMatch(text, at, folded, fold);
      if (behind !== -1) {
        const code = ceiling + matchedShape(isFieldStart, isMark(text[behind] as number));
        if (code < best) best = code;
        if (code === ceiling) return best;
      }
    }
    isFieldStart = false;
  }
  return best;
}

/** Where the next unit that counts stands behind the match that begins here, or -1 when there is none. */
function endOfLooseMatch(text: Uint16Array, start: number, folded: Uint16Array, fold: Uint16Array): number {
  let at = start + 1;
  // Marks fold to themselves and stop both loops.
  for (let matched = 1; matched < folded.length; at += 1) {
    const char = fold[text[at] as number] as number;
    if (char === 0) continue;
    if (char !== folded[matched]) return -1;
    matched += 1;
  }
  while (fold[text[at] as number] === 0) at += 1;
  return at;
}

function matchedShape(isAtStart: boolean, isAtEnd: boolean): number {
  if (!isAtStart) return 2;
  return isAtEnd ? 0 : 1;
}

export function toUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  return units;
}
