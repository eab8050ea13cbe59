import { listCellText, type ListTable } from './list-table.ts';

/** In half-width characters: as wide as a digit; a Chinese character takes two. */
const NARROWEST = 6;
const WIDEST = 48;

/** How wide each column would have to be for its cells not to be broken, within limits, in half-width characters. */
export function contentWidths({ columns, rows }: Pick<ListTable, 'columns' | 'rows'>): readonly number[] {
  return columns.map(({ heading }, index) => {
    let width = Math.max(NARROWEST, textWidth(heading, WIDEST));
    for (const row of rows) {
      if (width >= WIDEST) break;
      width = Math.max(width, textWidth(listCellText(row[index] ?? null), WIDEST));
    }
    return Math.min(width, WIDEST);
  });
}

/** The width of the longest line in half-width characters, counted no further than is asked for. */
function textWidth(text: string, most: number): number {
  let longest = 0;
  let width = 0;
  for (const character of text) {
    if (character === '\n') width = 0;
    else width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
    longest = Math.max(longest, width);
    if (longest >= most) return most;
  }
  return longest;
}

/** Chinese characters, full-width forms and the punctuation that a Chinese font draws as wide. */
function isWide(code: number): boolean {
  return code >= 0x2010 && !(code >= 0xff61 && code <= 0xffdc);
}

/**
 * Shares out the width of a page. A column that needs less than an equal share gets what it needs, and what it leaves goes
 * to the others; what remains when all have enough makes every column wider.
 *
 * @param available in the unit of the widths
 */
export function shareWidths(widths: readonly number[], available: number): readonly number[] {
  const shares = new Map<number, number>();
  let left = available;
  const byNeed = widths.map((width, index) => ({ width, index })).toSorted((a, b) => a.width - b.width);
  byNeed.forEach(({ width, index }, done) => {
    const share = Math.min(width, left / (byNeed.length - done));
    shares.set(index, share);
    left -= share;
  });
  const used = available - left;
  const stretch = used > 0 ? available / used : 1;
  return widths.map((_, index) => (shares.get(index) ?? 0) * stretch);
}
