import { refuse, succeed, type Result } from '../result.ts';

/** Rows of cells; rows may differ in length. */
export type TabularRows = readonly (readonly string[])[];

/** Where the block was too much: row and column count from 1, as the sheet shows them. */
export type TabularProblem = {
  readonly code: 'too-many-characters' | 'too-many-rows';
  readonly limit: number;
  readonly row: number;
  readonly column: number;
};

type Cell = { readonly text: string; readonly end: number };

export const MAX_TABULAR_CHARACTERS = 1_000_000;
export const MAX_TABULAR_ROWS = 20_000;

const LINE_BREAK = /\r\n?|\n/g;
const ENDS_CELL = /[\t\r\n]/g;

/**
 * Reads a block copied from Excel, WPS or a text file: tabs between cells, a line break after each row (the last one
 * may lack it). `\n` stands for every line break inside a cell.
 *
 * Excel and WPS put a cell into quotes only when it holds a line break or a tab, and double its quotes then; a cell
 * that merely contains or begins with a quote is copied as it is. So quotes around a cell are taken off only when they
 * were needed, that is, around a tab, a line break or a doubled quote; "模范机关+N" keeps those that belong to it, and a
 * quote that is never closed is a character like any other. A table has no errors of syntax that way, only limits.
 *
 * @returns no rows for an empty text; the text of one empty cell, a line break, gives one row of one empty cell.
 */
export function parseTabularText(input: string): Result<TabularRows, TabularProblem> {
  const isTooLong = input.length > MAX_TABULAR_CHARACTERS;
  const text = (isTooLong ? input.slice(0, MAX_TABULAR_CHARACTERS) : input).replace(/^\uFEFF/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (rows.length === MAX_TABULAR_ROWS) {
      return refuse({ code: 'too-many-rows', limit: MAX_TABULAR_ROWS, row: rows.length + 1, column: 1 });
    }
    const cell = readCell(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text.charAt(at) === '\t') {
      at += 1;
      // A tab before the end has a last, empty cell behind it.
      if (at === text.length) row.push('');
    } else if (at < text.length) {
      rows.push(row);
      row = [];
      at += text.startsWith('\r\n', at) ? 2 : 1;
    }
  }
  if (isTooLong) return refuse(tooManyCharacters(rows, row));
  if (row.length > 0) rows.push(row);
  return succeed(rows);
}

/**
 * Writes rows as Excel puts them on the clipboard: CRLF after every row. What `parseTabularText` reads back is equal,
 * except that a row without cells comes back with one empty cell and line breaks inside cells come back as `\n`.
 */
export function writeTabularText(rows: TabularRows): string {
  const lines = rows.map((row) => row.map(writeCell).join('\t'));
  return lines.map((line) => `${line}\r\n`).join('');
}

function tooManyCharacters(rows: TabularRows, openRow: readonly string[]): TabularProblem {
  const column = Math.max(1, openRow.length);
  return { code: 'too-many-characters', limit: MAX_TABULAR_CHARACTERS, row: rows.length + 1, column };
}

function readCell(text: string, start: number): Cell {
  return readQuotedCell(text, start) ?? readPlainCell(text, start);
}

/** Null when the cell is not quoted, or its quotes are its own. */
function readQuotedCell(text: string, start: number): Cell | null {
  if (text.charAt(start) !== '"') return null;
  let at = text.indexOf('"', start + 1);
  while (at !== -1 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  if (at === -1) return null;
  const end = at + 1;
  if (end < text.length && !'\t\r\n'.includes(text.charAt(end))) return null;
  const inner = text.slice(start + 1, at);
  if (!/[\t\r\n"]/.test(inner)) return null;
  return { text: inner.replace(/""/g, '"').replace(LINE_BREAK, '\n'), end };
}

function readPlainCell(text: string, start: number): Cell {
  ENDS_CELL.lastIndex = start;
  const end = ENDS_CELL.exec(text)?.index ?? text.length;
  return { text: text.slice(start, end), end };
}

function writeCell(cell: string): string {
  // A quote at the beginning is doubled in quotes, or "甲"<tab> could be taken for a quoted cell.
  if (!cell.startsWith('"') && !/[\t\r\n]/.test(cell)) return cell;
  return `"${cell.replace(LINE_BREAK, '\n').replace(/"/g, '""')}"`;
}
