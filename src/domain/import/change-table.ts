import type { EntryKind } from '../records/record-base.ts';
import type { ColumnReading, TableReading, UnderstandContext } from './book-reading.ts';
import { isSameTarget, isShareable, type ColumnTarget } from './column-target.ts';
import type { SourceBook } from './source-book.ts';
import { rereadTable } from './understand-book.ts';

/** One thing that a person says of a table; all else that was said of it stays. */
export type TableChange =
  | { readonly what: 'kind'; readonly kind: EntryKind }
  /** Numbers of the rows that name the columns; none for a table without headings. */
  | { readonly what: 'header'; readonly rows: readonly number[] }
  | { readonly what: 'column'; readonly column: number; readonly target: ColumnTarget };

const AS_NOTE: ColumnTarget = { role: 'value', field: 'note' };

/** The table as it is read after a change. The book is the one that it was read from. */
export function changeTable(
  book: SourceBook,
  table: TableReading,
  change: TableChange,
  context: UnderstandContext,
): TableReading {
  const { kind, headerRows } = table;
  switch (change.what) {
    case 'kind':
      return rereadTable(book, table, { kind: change.kind, headerRows }, context);
    case 'header':
      return rereadTable(book, table, { kind, headerRows: change.rows }, context);
    case 'column':
      return { ...table, columns: table.columns.map((each) => retarget(each, kind, change)) };
  }
}

/** A field that only one column can fill is given up by the one that had it; what stands there goes to the note. */
function retarget(
  reading: ColumnReading,
  kind: EntryKind,
  { column, target }: Extract<TableChange, { what: 'column' }>,
): ColumnReading {
  if (reading.column === column) return { ...reading, target, confidence: 1, reason: CHANGED };
  if (isShareable(kind, target) || !isSameTarget(reading.target, target)) return reading;
  return { ...reading, target: AS_NOTE, confidence: 1, reason: CHANGED };
}

const CHANGED = { code: 'changed', value: '' } as const;
