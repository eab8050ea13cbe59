import { appendTo } from '../append-to.ts';
import { csvPlain } from '../clipboard/csv-safe.ts';
import { fieldsOf } from '../records/record-fields.ts';
import type { ColumnReading, TableReading } from './book-reading.ts';
import { createDateColumns, type DateColumns } from './date-columns.ts';
import type { ImportRow, ProposedRecord } from './import-row.ts';
import { fillDittos, type FilledRow } from './fill-dittos.ts';
import { finishRow } from './finish-row.ts';
import { readValueCell } from './read-value-cell.ts';
import { createValueChecker, question, startRow, type RowBuilder } from './row-builder.ts';
import { followSections, type SectionState } from './section-state.ts';
import { createSplitter } from './split-names.ts';
import { gridRows, textAt, textsWithin, type GridRow } from './sheet-grid.ts';
import type { SourceBook } from './source-book.ts';
import type { RowsContext, TablePlan } from './table-plan.ts';

/**
 * Reads the data rows of a table as records to propose, in order. The book is the one that the table was read from.
 * Each row is good, doubtful or rejected by itself, and has its texts as they stand in the file.
 */
export function readTableRows(book: SourceBook, table: TableReading, context: RowsContext): readonly ImportRow[] {
  const sheet = book.sheets.find(({ name }) => name === table.sheet);
  if (!sheet) return [];
  const isText = book.format === 'csv' || book.format === 'pasted';
  const grid = gridRows(sheet);
  const plan = planTable(table, context, isText, (dates) =>
    createDateColumns(table, grid, { today: context.today, dateSystem: sheet.dateSystem, isText }, dates),
  );
  const sections = followSections(table.context);
  const rows: ImportRow[] = [];
  let above: GridRow | null = null;
  let at = 0;
  for (const { number, is, section } of table.rows) {
    if (section) sections.enter(section);
    if (is !== 'data') continue;
    // Both are in the order of the sheet.
    while ((grid[at]?.number ?? number) < number) at += 1;
    const row = grid[at];
    if (row?.number !== number) continue;
    const filled = fillDittos(row, above, table.region);
    rows.push(readRow({ source: row, filled, above }, plan, sections));
    above = filled.row;
  }
  return rows;
}

function planTable(
  table: TableReading,
  context: RowsContext,
  isText: boolean,
  datesFor: (names: readonly string[]) => DateColumns,
): TablePlan {
  const fields = new Map(fieldsOf(table.kind));
  const columnsOf = new Map<string, ColumnReading[]>();
  for (const column of table.columns) {
    const { role, field } = column.target;
    if (role === 'value') appendTo(columnsOf, field, column);
  }
  const dateNames = [...fields].filter(([, { type }]) => type === 'date').map(([name]) => name);
  return {
    table,
    context,
    fields,
    columnsOf,
    dates: datesFor(dateNames),
    check: createValueChecker(table.kind),
    split: createSplitter(context.isKnownUnit),
    shareOrigins: createSharer(),
    textOf: isText ? (row, column) => csvPlain(textAt(row, column)) : textAt,
  };
}

/** Nearly all rows of a table have their fields from the same columns: they share one list of them. */
function createSharer(): TablePlan['shareOrigins'] {
  const known = new Map<string, ProposedRecord['origins']>();
  return (origins) => {
    let key = '';
    for (const field in origins) key += `${field} ${String(origins[field])};`;
    const before = known.get(key);
    if (before) return before;
    known.set(key, origins);
    return origins;
  };
}

type RowInPlace = {
  readonly source: GridRow;
  readonly filled: FilledRow;
  /** The data row before it, its own 同上 filled in. */
  readonly above: GridRow | null;
};

function readRow({ source, filled, above }: RowInPlace, plan: TablePlan, sections: SectionState): ImportRow {
  const { table } = plan;
  const { row, dittos } = filled;
  const builder = startRow(table.sheet, row.number);
  for (const column of dittos) {
    const field = table.columns.find((each) => each.column === column)?.target.field ?? '';
    question(builder, 'same-as-above', { field, column, text: source.texts[column] ?? '' }, row.texts[column]);
  }
  for (const column of table.columns) {
    const { role, field: name } = column.target;
    const field = role === 'value' ? plan.fields.get(name) : undefined;
    if (!field || field.type === 'date' || field.type === 'recipients') continue;
    readValueCell({ name, field, column, row }, plan, builder);
  }
  plan.dates.read(row, sections.year(), builder);
  const records = finishRow({ row, above, plan, sections, builder });
  return {
    sheet: table.sheet,
    row: row.number,
    isHidden: row.isHidden,
    status: statusOf(builder),
    records,
    problems: builder.problems,
    concerns: builder.concerns,
    originals: textsWithin(source, table.region),
  };
}

function statusOf({ problems, concerns }: RowBuilder): ImportRow['status'] {
  if (problems.length > 0) return 'rejected';
  return concerns.length > 0 ? 'ok-with-concerns' : 'ok';
}
