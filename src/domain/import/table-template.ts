import * as v from 'valibot';
import { ENTRY_KINDS } from '../records/record-base.ts';
import type { BookReading, ColumnReading, TableReading } from './book-reading.ts';
import { columnTargetSchema, IGNORED, isColumnTarget } from './column-target.ts';
import { headerKey } from './header-words.ts';

/** How tables with the same headings are to be read: what a person corrected once is right for the next file too. */
export const tableTemplateSchema = v.pipe(
  v.strictObject({
    /** See `shapeOf`. */
    shape: v.string(),
    kind: v.picklist(ENTRY_KINDS),
    /** In the order of the headings of the shape. */
    targets: v.pipe(v.array(columnTargetSchema), v.readonly()),
  }),
  v.readonly(),
);
export type TableTemplate = v.InferOutput<typeof tableTemplateSchema>;

/** A template, and what it was learned from: the name of the sheet. */
export type LearnedTable = { readonly title: string; readonly template: TableTemplate };

/**
 * What tables of one make have in common: their headings in order, however they are spaced. Blank columns do not count.
 * Null for a table without headings, which has nothing to be known again by.
 */
export function shapeOf(table: TableReading): string | null {
  const headed = headedColumns(table);
  return headed.length === 0 ? null : headed.map(({ headerText }) => headerKey(headerText)).join('|');
}

/** The reading of a table as a template for others; null when it has no headings. */
export function templateOf(table: TableReading): TableTemplate | null {
  const shape = shapeOf(table);
  return shape === null ? null : { shape, kind: table.kind, targets: headedColumns(table).map(({ target }) => target) };
}

/** The book with every table of the template's shape read as the template says. */
export function applyTemplate(reading: BookReading, template: TableTemplate): BookReading {
  const apply = (table: TableReading) => (shapeOf(table) === template.shape ? withTemplate(table, template) : table);
  return { sheets: reading.sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map(apply) })) };
}

function withTemplate(table: TableReading, { kind, targets }: TableTemplate): TableReading {
  let at = 0;
  const columns = table.columns.map((column): ColumnReading => {
    if (column.headerText === '') {
      // What it was guessed to be in a table of another kind means nothing here.
      return isColumnTarget(kind, column.target) ? column : { ...column, target: IGNORED };
    }
    const target = targets[at] ?? IGNORED;
    at += 1;
    // A template of an earlier version may name a field that is no more.
    if (!isColumnTarget(kind, target))
      return isColumnTarget(kind, column.target) ? column : { ...column, target: IGNORED };
    return { ...column, target, confidence: 1, reason: { code: 'template', value: '' } };
  });
  return { ...table, kind, kindConfidence: 1, kindReasons: [{ code: 'template', kind, value: '' }], columns };
}

function headedColumns(table: TableReading): readonly ColumnReading[] {
  return table.columns.filter(({ headerText }) => headerText !== '');
}
