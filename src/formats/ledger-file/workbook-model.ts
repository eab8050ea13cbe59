/** A workbook to be written: an export, rejected rows, or a template to be filled in. */
export type WorkbookToWrite = { readonly sheets: readonly SheetToWrite[] };

export type SheetToWrite = {
  /** Made fit for Excel when written: 31 characters, none of []:*?/\, each once. */
  readonly name: string;
  readonly columns: readonly ColumnToWrite[];
  readonly rows: readonly (readonly CellToWrite[])[];
  /** Rows that stay in view, from the row of headers; notes above it stay too. 0 freezes nothing. */
  readonly frozenRows: number;
  /** Lines above the headers, one row each, across all columns. */
  readonly notes?: readonly string[];
};

export type ColumnToWrite = {
  readonly header: string;
  /** In characters of the default font; a Chinese character takes two. */
  readonly width: number;
  /**
   * What is typed into a `text` or `date` column stays as typed: 2023.10 does not become 2023.1. In a `date` column a
   * string that is an ISO day is written as a date of Excel, any other as the text it is.
   */
  readonly type: 'text' | 'number' | 'date';
  /** What may be chosen from a list; Excel asks back before it takes anything else. */
  readonly choices?: readonly string[];
};

/** A number is written as a number; a string is text whatever it looks like; null is a blank cell. */
export type CellToWrite = string | number | null;
