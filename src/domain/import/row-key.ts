import type { ImportRow } from './import-row.ts';
import { columnLetters } from './sheet-grid.ts';

/**
 * Names a row of a file: its sheet and the first cell that shows anything, as 荣誉!A12. Two tables side by side have
 * rows of the same number.
 */
export function rowKey({ sheet, row, originals }: Pick<ImportRow, 'sheet' | 'row' | 'originals'>): string {
  const first = originals.findIndex((text) => text !== '');
  return `${sheet}!${columnLetters(Math.max(0, first))}${row}`;
}
