import type { TabularRows } from '../clipboard/tabular-text.ts';
import type { SourceBook } from './source-book.ts';

/** A block from the clipboard as a book of one sheet. Rows are numbered from 1; blank ones keep their number. */
export function pastedBook(rows: TabularRows, name: string): SourceBook {
  const numbered = rows.map((cells, index) => ({ number: index + 1, isHidden: false, cells }));
  const filled = numbered.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const sheet = { name, isHidden: false, dateSystem: 1900, rows: filled, merges: [] } as const;
  return { format: 'pasted', sheets: [sheet], paragraphs: [] };
}
