import type { ExcelDateSystem } from '../dates/excel-serial.ts';

/** What a file was read as. `pasted` is a block from the clipboard. */
export const SOURCE_FORMATS = ['xlsx', 'xls', 'ods', 'csv', 'docx', 'pasted'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/**
 * A file of ledgers as it is, before anybody guesses what it means. Nothing is dropped: hidden sheets and rows are there
 * and say so.
 */
export type SourceBook = {
  readonly format: SourceFormat;
  readonly sheets: readonly SourceSheet[];
  /** Of a Word file: its paragraphs outside tables, in order; a table stands as its sheet's name. Else empty. */
  readonly paragraphs: readonly SourceParagraph[];
};

export type SourceSheet = {
  /** The sheet's name; of a Word file 表1, 表2; of a text file its name without the ending. */
  readonly name: string;
  readonly isHidden: boolean;
  readonly dateSystem: ExcelDateSystem;
  /** Rows that have any content, in order. */
  readonly rows: readonly SourceRow[];
  readonly merges: readonly SourceMerge[];
};

export type SourceRow = {
  /** As the office program numbers it, from 1; of a text file the line on which it begins. */
  readonly number: number;
  readonly isHidden: boolean;
  /** From column A; '' is a blank cell. Merged cells have their content in the first one only. */
  readonly cells: readonly SourceCell[];
};

/** A text cell is its text, with line breaks. Others say what is shown and what is stored. */
export type SourceCell = string | SourceValue;
export type SourceValue = {
  /** As the office program shows it: 2021.10. */
  readonly text: string;
  /** The number stored: 2021.1. A date cell stores days since the sheet's epoch. */
  readonly number: number | null;
  readonly type: 'number' | 'date' | 'boolean' | 'error';
  /** The formula that gave it; its cached result is what is shown. A formula never runs here. */
  readonly formula: string | null;
};

/** Rows are numbered as in SourceRow.number, columns from 0, both ends included. */
export type SourceMerge = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

export type SourceParagraph = {
  readonly text: string;
  /** Heading level 1 to 9, or null. */ readonly level: number | null;
};
