import { csvSafe } from '../clipboard/csv-safe.ts';
import { writeTabularText } from '../clipboard/tabular-text.ts';
import type { TextRow } from '../document/document-tree.ts';
import { CATALOGUE_COLUMNS } from './filing-catalogue.ts';

/** Excel reads a file without it in the code page of the system, and shows Chinese as nonsense. */
const BYTE_ORDER_MARK = '\uFEFF';
const NEEDS_QUOTES = /[",\r\n]/;

/** The catalogue with its header, as it is put on the clipboard for Excel and WPS. */
export function catalogueTsv(rows: readonly TextRow[]): string {
  return writeTabularText(withHeader(rows));
}

/** The catalogue as a .csv file (RFC 4180) that Excel opens by a double click. */
export function catalogueCsv(rows: readonly TextRow[]): string {
  const lines = withHeader(rows).map((cells) => cells.map(writeCell).join(','));
  return BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join('');
}

function withHeader(rows: readonly TextRow[]): readonly (readonly string[])[] {
  return [CATALOGUE_COLUMNS.map(({ title }) => title), ...rows.map(({ cells }) => cells.map(csvSafe))];
}

function writeCell(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
