import type { ExcelDateSystem } from '../dates/excel-serial.ts';
import type { TableReading } from './book-reading.ts';
import type { ColumnRole } from './column-target.ts';
import {
  joinDateEnds,
  joinDateParts,
  readDateCell,
  type DateOutcome,
  type DateSurroundings,
} from './read-date-cell.ts';
import { put, question, refuse, type RowBuilder } from './row-builder.ts';
import { textAt, type GridRow } from './sheet-grid.ts';
import type { SourceCell } from './source-book.ts';

/** Reads the dates of rows, whole or from the columns that hold their parts. */
export type DateColumns = {
  /** @param year the year of the row's section or table, for dates written without one */
  readonly read: (row: GridRow, year: number | null, builder: RowBuilder) => void;
};

type Around = { readonly today: string; readonly dateSystem: ExcelDateSystem; readonly isText: boolean };
/** The columns of one date field. */
type DateField = { readonly name: string; readonly columns: Readonly<Partial<Record<ColumnRole, number>>> };

/** Dates by which the rows of a list belong to its year; a plan may well expire in another. */
const MAIN_DATES: ReadonlySet<string> = new Set(['date', 'issued']);

export function createDateColumns(
  table: TableReading,
  rows: readonly GridRow[],
  around: Around,
  names: readonly string[],
): DateColumns {
  const fields = names.map((name): DateField => {
    const own = table.columns.filter(({ target }) => target.field === name);
    return { name, columns: Object.fromEntries(own.toReversed().map(({ column, target }) => [target.role, column])) };
  });
  const used = fields.filter(({ columns }) => Object.keys(columns).length > 0);
  let surroundings: Surroundings = { ...around, year: null, readCell: createCellReader(rows, around) };
  const tableYear = table.context.year;
  return {
    read: (row, year, builder) => {
      // The year in a file's name is often that of its last change.
      const expected = year === tableYear?.value && tableYear?.from === 'file-name' ? null : year;
      if (surroundings.year !== year) surroundings = { ...surroundings, year };
      for (const field of used) settle(readField(row, field, surroundings), field, expected, builder);
    },
  };
}

type ReadCell = (cell: SourceCell, column: number, year: number | null) => DateOutcome;

/** Reads cells of dates; equal cells of a column are read once, as long as the year stays the same. */
function createCellReader(rows: readonly GridRow[], around: Around): ReadCell {
  const columns = new Map<number, { year: number | null; mayLackZero: boolean; known: Map<string, DateOutcome> }>();
  return (cell, column, year) => {
    let own = columns.get(column);
    if (own === undefined) {
      own = { year, mayLackZero: around.isText && hasNoOctober(rows, column), known: new Map() };
      columns.set(column, own);
    }
    if (own.year !== year) {
      own.year = year;
      own.known.clear();
    }
    const key = typeof cell === 'string' ? cell : `${cell.type} ${cell.number} ${cell.text}`;
    const before = own.known.get(key);
    if (before) return before;
    const read = readDateCell(cell, { ...around, year, mayLackZero: own.mayLackZero });
    own.known.set(key, read);
    return read;
  };
}

/** A text file from Excel lost the zero of 2021.10 where no cell of the column has one. */
function hasNoOctober(rows: readonly GridRow[], column: number): boolean {
  const texts = rows.map((row) => row.texts[column] ?? '');
  return texts.some((text) => /^\d{4}\.1[12]$/u.test(text)) && !texts.some((text) => /^\d{4}\.(?:10|0\d)$/u.test(text));
}

type Found = { readonly outcome: DateOutcome; readonly columns: readonly number[]; readonly text: string };
type Surroundings = Omit<DateSurroundings, 'mayLackZero'> & { readonly readCell: ReadCell };

function readField(row: GridRow, { columns }: DateField, around: Surroundings): Found {
  const { value, year, month, day, from, to } = columns;
  if (from !== undefined || to !== undefined) return readEnds(row, [from, to], around);
  if (value !== undefined && textAt(row, value) !== '') return readWhole(row, value, year, around);
  const text = (column: number | undefined) => (column === undefined ? '' : textAt(row, column));
  const parts = [year, month, day].filter((column) => column !== undefined && text(column) !== '') as number[];
  if (parts.length === 0) return { outcome: NO_DATE, columns: parts, text: '' };
  const outcome = joinDateParts(
    { year: text(year), month: text(month), day: text(day) },
    { ...around, mayLackZero: false },
  );
  return { outcome, columns: parts, text: parts.map(text).join(' ') };
}

function readEnds(row: GridRow, ends: readonly (number | undefined)[], around: Surroundings): Found {
  const outcomes = ends.map((column) =>
    column === undefined ? NO_DATE : around.readCell(cellAt(row, column), column, around.year),
  );
  const columns = ends.filter((column) => column !== undefined && textAt(row, column) !== '') as number[];
  const outcome = joinDateEnds(outcomes[0] ?? NO_DATE, outcomes[1] ?? NO_DATE, around.today);
  return { outcome, columns, text: columns.map((column) => textAt(row, column)).join('至') };
}

/** A whole date, and perhaps beside it the year of the row (年度), which is no guess where the date has none. */
function readWhole(row: GridRow, column: number, yearColumn: number | undefined, around: Surroundings): Found {
  const text = textAt(row, column);
  const told =
    yearColumn === undefined
      ? ''
      : textAt(row, yearColumn)
          .normalize('NFKC')
          .replace(/\s+|年度?$/gu, '');
  if (yearColumn === undefined || !/^(?:19|20)\d\d$/u.test(told)) {
    return { outcome: around.readCell(cellAt(row, column), column, around.year), columns: [column], text };
  }
  const outcome = around.readCell(cellAt(row, column), column, Number(told));
  const remarks = outcome.remarks.filter(({ code }) => code !== 'year-from-context');
  const isUsed = remarks.length < outcome.remarks.length;
  return { outcome: { ...outcome, remarks }, columns: isUsed ? [column, yearColumn] : [column], text };
}

const NO_DATE: DateOutcome = { date: null, problem: null, remarks: [] };

function cellAt(row: GridRow, column: number): SourceCell {
  return (row.texts[column] ? row.cells[column] : row.covered.get(column)?.cells[column]) ?? '';
}

function settle(found: Found, { name }: DateField, expected: number | null, builder: RowBuilder): void {
  const { outcome, columns, text } = found;
  const spot = { field: name, column: columns[0] ?? null, text };
  if (outcome.problem !== null) {
    refuse(builder, outcome.problem, spot, { how: 'type-date' });
    return;
  }
  for (const { code, value } of outcome.remarks) question(builder, code, spot, value);
  const { date } = outcome;
  if (date === null || date.raw === '') return;
  put(builder, name, date, null);
  builder.origins[name] = columns;
  if (expected === null || !MAIN_DATES.has(name) || date.start === null || date.end === null) return;
  const isWithin = Number(date.start.slice(0, 4)) <= expected && expected <= Number(date.end.slice(0, 4));
  if (!isWithin) question(builder, 'year-clash', spot, String(expected));
}
