import { contentWidths } from '#domain/list-table/column-widths';
import type { ListCell, ListTable } from '#domain/list-table/list-table';
import type { CellToWrite, SheetToWrite } from './workbook-model.ts';
import { writeWorkbook } from './write-workbook.ts';

/** Beside the text a cell has a margin at each side. */
const MARGINS = 2;
/** The first day that Excel and the calendar count alike; days before it are told in words. */
const FIRST_SAFE_DAY = '1900-03-01';

/**
 * Lists as the bytes of an .xlsx file, one sheet each: notes, then the headings, both in view while the rows scroll.
 *
 * @throws RangeError when a list has more rows or columns than Excel
 */
export function writeListWorkbook(tables: readonly ListTable[]): Uint8Array<ArrayBuffer> {
  return writeWorkbook({ sheets: tables.map(sheetOf) });
}

function sheetOf(table: ListTable): SheetToWrite {
  const widths = contentWidths(table);
  return {
    name: table.name,
    notes: table.notes,
    columns: table.columns.map(({ heading, ...column }, index) => ({
      ...column,
      header: heading,
      width: (widths[index] ?? 0) + MARGINS,
    })),
    rows: table.rows.map((row) => row.map(cellOf)),
    frozenRows: 1,
  };
}

function cellOf(cell: ListCell): CellToWrite {
  if (cell === null || typeof cell !== 'object') return cell;
  return cell.day < FIRST_SAFE_DAY ? cell.text : cell.day;
}
