import { foldTable } from './fold-text.ts';
import { NO_MATCH, PLACES, SHAPES, type MatchCode } from './match-place.ts';
import { isMark, placeOfMark, toUnits } from './match-text.ts';
import { END, START, type ReadingTerm } from './reading-term.ts';

/** Titles, bodies and persons are found by how they are read; long texts would contain anything. */
const LAST_PLACE = PLACES.indexOf('body');

/** How well a term fits the names between two offsets by its reading; see `matchText`. */
export function matchReading(text: Uint16Array, start: number, end: number, term: ReadingTerm): MatchCode {
  const fold = foldTable();
  let best = NO_MATCH;
  let ceiling = 0;
  let isFieldStart = true;
  for (let at = start; at < end; at += 1) {
    const unit = text[at] as number;
    if (isMark(unit)) {
      const place = placeOfMark(unit);
      ceiling = place * SHAPES.length;
      // Places come in their order.
      if (place > LAST_PLACE || best < ceiling) return best;
      isFieldStart = true;
      continue;
    }
    const char = fold[unit] as number;
    if (char === 0) continue;
    if (term.mayBegin(char)) {
      const reached = readOn(text, at, START, term, fold);
      if (reached !== 'nowhere') {
        best = Math.min(best, ceiling + shapeOf(isFieldStart, reached === 'field-end'));
        if (best === ceiling) return best;
      }
    }
    isFieldStart = false;
    // What stands further inside is no better.
    if (best < NO_MATCH) while (!isMark(text[at + 1] as number)) at += 1;
  }
  return best;
}

type Reached = 'nowhere' | 'inside' | 'field-end';

/** Reads from one character on; a mark stands behind the last one and leads nowhere. */
function readOn(text: Uint16Array, at: number, state: number, term: ReadingTerm, fold: Uint16Array): Reached {
  let behind = at + 1;
  while (fold[text[behind] as number] === 0) behind += 1;
  let best: Reached = 'nowhere';
  for (const next of term.next(fold[text[at] as number] as number, state)) {
    const isAtEnd = isMark(text[behind] as number);
    if (next === END && isAtEnd) return 'field-end';
    if (next === END) best = 'inside';
    else if (!isAtEnd) {
      const reached = readOn(text, behind, next, term, fold);
      if (reached === 'field-end') return reached;
      if (reached === 'inside') best = reached;
    }
  }
  return best;
}

function shapeOf(isAtStart: boolean, isAtEnd: boolean): number {
  if (!isAtStart) return 2;
  return isAtEnd ? 0 : 1;
}

/** Where a term stands in a folded text by its reading, from the first to behind the last unit; perhaps overlapping. */
export function findReadings(folded: string, term: ReadingTerm): readonly (readonly [start: number, end: number])[] {
  const units = toUnits(folded);
  const found: (readonly [number, number])[] = [];
  const read = (start: number, at: number, state: number) => {
    if (at === units.length) return;
    for (const next of term.next(units[at] as number, state)) {
      if (next === END) found.push([start, at + 1]);
      else read(start, at + 1, next);
    }
  };
  for (let start = 0; start < units.length; start += 1) read(start, start, START);
  return found;
}
