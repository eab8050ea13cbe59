import { foldTable } from './fold-text.ts';
import { ASCII_END, asciiKey, gramKey } from './gram-index.ts';
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
    let wasAsTyped = false;
    let before = 1;
    for (let offset = 0; offset < length; offset += 1) {
      const unit = text[mark + 1 + offset] as number;
      const char = fold[unit] as number;
      const isAsTyped = char === 0 || char === unit;
      // With what folding drops, two characters are a gram as they are typed.
      if (wasAsTyped && isAsTyped && (char === 0 || before === 0)) {
        visit(gramKey(text[mark + offset] as number, unit), ceiling + shapeAt(offset - 1, 2, length));
      }
      wasAsTyped = isAsTyped;
      before = char;
      if (char === 0) visit(gramKey(unit, 0), ceiling + shapeAt(offset, 1, length));
      else {
        kept[count] = char;
        offsets[count] = offset;
        count += 1;
      }
    }
    // How many kept characters up to here stand side by side and as they are.
    let run = 0;
    let asciiRun = 0;
    for (let at = 0; at < count; at += 1) {
      const char = kept[at] as number;
      const offset = offsets[at] as number;
      const isSame = text[mark + 1 + offset] === char;
      const isNext = isSame && at > 0 && offsets[at - 1] === offset - 1;
      if (!isSame) run = 0;
      else run = isNext ? run + 1 : 1;
      asciiRun = char < ASCII_END ? asciiRun + 1 : 0;
      const codeOf = (size: number) => {
        if (run >= size) return ceiling + shapeAt(offset - size + 1, size, length);
        return ceiling + LOOSE_CODE + shapeAt(at - size + 1, size, count);
      };
      visit(gramKey(char, 0), codeOf(1));
      if (at > 0) visit(gramKey(kept[at - 1] as number, char), codeOf(2));
      if (asciiRun > 2) visit(asciiKey(kept[at - 2] as number, kept[at - 1] as number, char), codeOf(3));
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
