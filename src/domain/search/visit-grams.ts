import { foldTable } from './fold-text.ts';
import { gramKey } from './gram-index.ts';
import { LOOSE_CODE, SHAPES, type MatchCode } from './match-place.ts';
import { isMark, placeOfMark } from './match-text.ts';

/** @param key see `gramKey` */
export type GramVisitor = (key: number, code: MatchCode) => void;

/** Goes through the grams of documents; keeps its scratch memory from one to the next. */
export function createGramReader(visit: GramVisitor): (text: Uint16Array, start: number, end: number) => void {
  const fold = foldTable();
  // The units of one field that folding keeps, and where in the field they stand.
  let kept = new Uint16Array(1024);
  let offsets = new Uint32Array(1024);

  const readField = (text: Uint16Array, mark: number, end: number) => {
    const length = end - mark - 1;
    if (length > kept.length) {
      kept = new Uint16Array(length * 2);
      offsets = new Uint32Array(length * 2);
    }
    const ceiling = placeOfMark(text[mark] as number) * SHAPES.length;
    let count = 0;
    for (let offset = 0; offset < length; offset += 1) {
      const unit = text[mark + 1 + offset] as number;
      const char = fold[unit] as number;
      if (char === 0) visit(gramKey(unit, 0), ceiling + shapeAt(offset, 1, length));
      else {
        kept[count] = char;
        offsets[count] = offset;
        count += 1;
      }
    }
    let wasSame = false;
    for (let at = 0; at < count; at += 1) {
      const char = kept[at] as number;
      const offset = offsets[at] as number;
      const isSame = text[mark + 1 + offset] === char;
      visit(gramKey(char, 0), ceiling + (isSame ? shapeAt(offset, 1, length) : LOOSE_CODE + shapeAt(at, 1, count)));
      if (at > 0) {
        const isAsTyped = isSame && wasSame && offsets[at - 1] === offset - 1;
        const shape = isAsTyped ? shapeAt(offset - 1, 2, length) : LOOSE_CODE + shapeAt(at - 1, 2, count);
        visit(gramKey(kept[at - 1] as number, char), ceiling + shape);
      }
      wasSame = isSame;
    }
  };
  return (text, start, end) => {
    let mark = start;
    for (let at = start + 1; at <= end; at += 1) {
      if (at < end && !isMark(text[at] as number)) continue;
      readField(text, mark, at);
      mark = at;
    }
  };
}

function shapeAt(start: number, size: number, length: number): number {
  if (start > 0) return 2;
  return size === length ? 0 : 1;
}
