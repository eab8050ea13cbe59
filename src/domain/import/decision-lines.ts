import { gridRows } from './sheet-grid.ts';
import type { SourceBook } from './source-book.ts';

/** A line of a document, or a table that stands among its lines. */
export type DecisionLine = {
  /** Number of its paragraph, from 1. */
  readonly number: number;
  readonly text: string;
  /** Heading level of the paragraph, or null. */
  readonly level: number | null;
  /** Name of the table that stands here, or null. */
  readonly table: string | null;
};

/** The lines of a document in order, blank ones left out. A table that no paragraph stands for comes at the end. */
export function decisionLines(book: SourceBook): readonly DecisionLine[] {
  const names = new Set(book.sheets.map(({ name }) => name));
  const lines = book.paragraphs.flatMap(({ text, level }, index): readonly DecisionLine[] => {
    const number = index + 1;
    if (names.delete(text.trim())) return [{ number, text: '', level: null, table: text.trim() }];
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ number, text: line.trim(), level, table: null }));
  });
  const last = book.paragraphs.length;
  return [...lines, ...[...names].map((table) => ({ number: last, text: '', level: null, table }))];
}

/** The cells of a table of the document, row by row, without those that are blank. */
export function tableLines(
  book: SourceBook,
  name: string,
): readonly { readonly row: number; readonly cells: readonly string[] }[] {
  const sheet = book.sheets.find((each) => each.name === name);
  return sheet === undefined
    ? []
    : gridRows(sheet).map(({ number, filled, texts }) => ({
        row: number,
        cells: filled.map((column) => texts[column] ?? ''),
      }));
}
