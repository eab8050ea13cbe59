import { appendTo } from '../append-to.ts';
import type { SourceCell, SourceMerge, SourceSheet } from './source-book.ts';

/** A row with what is asked of it again and again worked out once. */
export type GridRow = {
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: readonly SourceCell[];
  /** What each cell shows, without blanks around. */
  readonly texts: readonly string[];
  /** Columns that show anything, from left to right. */
  readonly filled: readonly number[];
  /** Cells that reach to the right: first column to last. */
  readonly spans: ReadonlyMap<number, number>;
  /** Columns whose cell is the lower part of a merged one: column to the row that holds its content. */
  readonly covered: ReadonlyMap<number, GridRow>;
};

/** Rectangle of a sheet: rows by number, columns from 0, all ends included. */
export type Region = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

const NOTHING: ReadonlyMap<never, never> = new Map<never, never>();

/** A sheet is asked when it is understood, read, and read again as a person corrects it. */
const known = new WeakMap<SourceSheet, readonly GridRow[]>();

/** The rows of a sheet, ready to be asked. Takes time for the rows and merges that there are, however far they reach. */
export function gridRows(sheet: SourceSheet): readonly GridRow[] {
  const rows = known.get(sheet) ?? drawUp(sheet);
  known.set(sheet, rows);
  return rows;
}

function drawUp(sheet: SourceSheet): readonly GridRow[] {
  const startingAt = new Map<number, SourceMerge[]>();
  for (const merge of sheet.merges) appendTo(startingAt, merge.top, merge);
  const reaching = new Map<number, { readonly bottom: number; readonly row: GridRow }>();
  return sheet.rows.map((source) => {
    const texts = source.cells.map(shownText);
    const filled: number[] = [];
    for (let column = 0; column < texts.length; column += 1) if (texts[column] !== '') filled.push(column);
    const starting = startingAt.get(source.number) ?? [];
    const row: GridRow = {
      number: source.number,
      isHidden: source.isHidden,
      cells: source.cells,
      texts,
      filled,
      spans: spansOf(starting),
      covered: reaching.size === 0 ? NOTHING : coveredAt(source.number, reaching),
    };
    for (const { left, top, bottom } of starting) if (bottom > top) reaching.set(left, { bottom, row });
    return row;
  });
}

/** What a cell shows, without blanks around; full-width blanks and those that must not break count as blanks. */
function shownText(cell: SourceCell | undefined): string {
  if (cell === undefined) return '';
  return (typeof cell === 'string' ? cell : cell.text).trim();
}

/** The text of a cell, or of the merged cell that it is a lower part of. */
export function textAt(row: GridRow, column: number): string {
  return row.texts[column] || (row.covered.get(column)?.texts[column] ?? '');
}

/** What each cell within the columns shows, from column A; '' elsewhere. */
export function textsWithin(row: GridRow, { left, right }: Pick<Region, 'left' | 'right'>): readonly string[] {
  if (row.covered.size === 0 && left === 0 && right >= row.texts.length - 1) return row.texts;
  return Array.from({ length: right + 1 }, (_, column) => (column < left ? '' : textAt(row, column)));
}

/** Columns of the region that show anything in this row themselves. */
export function filledWithin(row: GridRow, { left, right }: Pick<Region, 'left' | 'right'>): readonly number[] {
  const { filled } = row;
  if (filled.length === 0 || ((filled[0] as number) >= left && (filled.at(-1) as number) <= right)) return filled;
  return filled.filter((column) => column >= left && column <= right);
}

/** The letters by which office programs name a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function spansOf(starting: readonly SourceMerge[]): ReadonlyMap<number, number> {
  const wide = starting.filter(({ left, right }) => right > left);
  return wide.length === 0 ? NOTHING : new Map(wide.map(({ left, right }) => [left, right]));
}

function coveredAt(
  number: number,
  reaching: Map<number, { readonly bottom: number; readonly row: GridRow }>,
): ReadonlyMap<number, GridRow> {
  const covered = new Map<number, GridRow>();
  for (const [column, { bottom, row }] of reaching) {
    if (bottom < number) reaching.delete(column);
    else covered.set(column, row);
  }
  return covered;
}
