import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/** What a UTF-16 unit becomes when blanks, punctuation and traditional forms do not matter; 0 when nothing is left. */
export type FoldTable = Uint16Array;

const UNITS = 0x1_0000;
const DROPPED = /[\s\p{P}]/u;

let table: FoldTable | null = null;

/**
 * The fold of every unit of a normalised text, from OpenCC's table of characters. It works unit by unit, so that the
 * fold of a part of a text is a part of the fold of the text; characters beyond U+FFFF, all rare, stay as they are.
 */
export function foldTable(): FoldTable {
  table ??= makeFoldTable();
  return table;
}

/** @param text normalised for search */
export function foldText(text: string): string {
  const fold = foldTable();
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = fold[text.charCodeAt(at)] ?? 0;
    if (unit !== 0) folded += String.fromCharCode(unit);
  }
  return folded;
}

function makeFoldTable(): FoldTable {
  const simplified = new Map<string, string>();
  for (const pair of traditionalToSimplified.split('|')) {
    const [from = '', to = ''] = pair.split(' ');
    if (from.length === 1 && to.length === 1) simplified.set(from, to);
  }
  const fold = new Uint16Array(UNITS);
  for (let unit = 1; unit < UNITS; unit += 1) {
    const char = String.fromCharCode(unit);
    if (!DROPPED.test(char)) fold[unit] = foldChar(char, simplified).charCodeAt(0);
  }
  return fold;
}

/** Follows the table to its end (薴 is 苧, which is 苎), so that folding again changes nothing. */
function foldChar(char: string, simplified: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let last = char;
  for (let next = simplified.get(last); next !== undefined && !seen.has(next); next = simplified.get(last)) {
    seen.add(next);
    last = next;
  }
  return last;
}
