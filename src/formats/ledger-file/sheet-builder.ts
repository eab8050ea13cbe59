import type { SourceCell, SourceMerge, SourceRow } from '#domain/import/source-book';
import { MAX_COLUMNS, MAX_MERGES } from './read-limits.ts';
import { ReadStopped } from './read-problem.ts';
import type { Reading } from './reading.ts';

/** Takes the rows and merges of a sheet as they come, and keeps what has content. */
export type SheetBuilder = {
  readonly startRow: (number: number, isHidden: boolean) => void;
  /** A blank cell need not be told. @throws ReadStopped beyond the last column of Excel */
  readonly cell: (column: number, cell: SourceCell) => void;
  readonly merge: (merge: SourceMerge) => void;
  readonly finish: () => { readonly rows: readonly SourceRow[]; readonly merges: readonly SourceMerge[] };
};

export function sheetBuilder(reading: Reading): SheetBuilder {
  const rows: SourceRow[] = [];
  const merges: SourceMerge[] = [];
  let number = 0;
  let isHidden = false;
  let cells: SourceCell[] = [];
  const endRow = (): void => {
    if (cells.length > 0) rows.push({ number, isHidden, cells });
    cells = [];
  };
  return {
    startRow(next, hidden) {
      endRow();
      number = next;
      isHidden = hidden;
    },
    cell(column, cell) {
      if (cell === '') return;
      if (column >= MAX_COLUMNS || column < 0) throw new ReadStopped({ code: 'damaged' });
      reading.takeCells(Math.max(0, column + 1 - cells.length));
      while (cells.length < column) cells.push('');
      cells[column] = cell;
    },
    merge(merge) {
      if (merges.length === MAX_MERGES) throw new ReadStopped({ code: 'too-many-cells', limit: MAX_MERGES });
      merges.push(merge);
    },
    finish() {
      endRow();
      return { rows: inOrder(rows), merges: clippedMerges(merges, rows) };
    },
  };
}

function inOrder(rows: SourceRow[]): readonly SourceRow[] {
  const isSorted = rows.every((row, index) => index === 0 || (rows[index - 1]?.number ?? 0) < row.number);
  return isSorted ? rows : rows.toSorted((a, b) => a.number - b.number);
}

/**
 * Merges as far as there is content, so that whoever walks over a merge of all 17 billion cells walks over the sheet's
 * content only.
 */
function clippedMerges(merges: readonly SourceMerge[], rows: readonly SourceRow[]): readonly SourceMerge[] {
  let lastRow = 0;
  let lastColumn = 0;
  for (const row of rows) {
    lastRow = Math.max(lastRow, row.number);
    lastColumn = Math.max(lastColumn, row.cells.length - 1);
  }
  return merges
    .map(({ top, left, bottom, right }) => ({
      top,
      left,
      bottom: Math.min(bottom, lastRow),
      right: Math.min(right, lastColumn),
    }))
    .filter(({ top, left, bottom, right }) => top <= bottom && left <= right && (top < bottom || left < right));
}
