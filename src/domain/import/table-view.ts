import type { RowClass, TableReading } from './book-reading.ts';
import { ROW_CLASSES } from './book-reading.ts';
import { gridRows, textAt } from './sheet-grid.ts';
import type { SourceBook } from './source-book.ts';

/** A table as a person looks it over: its reading without the rows, and some of them as they stand in the file. */
export type TableView = Omit<TableReading, 'rows'> & {
  /** How many rows of each class there are; hidden ones count among them. */
  readonly counts: Readonly<Record<RowClass, number>>;
  readonly hiddenRows: number;
  /** The rows that it begins with. */
  readonly sample: readonly SampleRow[];
  /** For each column what stands in it, each text once. */
  readonly examples: readonly (readonly string[])[];
};

export type SampleRow = {
  readonly number: number;
  readonly is: RowClass;
  readonly isHidden: boolean;
  /** In the order of the columns of the table. */
  readonly texts: readonly string[];
};

const MOST_SAMPLED = 12;
const MOST_EXAMPLES = 3;
/** So many data rows are looked through for examples; one that comes later is no help in telling a column. */
const LOOKED_THROUGH = 200;

/** The book is the one that the table was read from. */
export function viewTable(book: SourceBook, { rows, ...table }: TableReading): TableView {
  const counts = Object.fromEntries(ROW_CLASSES.map((each) => [each, 0])) as Record<RowClass, number>;
  let hiddenRows = 0;
  for (const { is, isHidden } of rows) {
    counts[is] += 1;
    if (isHidden && is === 'data') hiddenRows += 1;
  }
  const sheet = book.sheets.find(({ name }) => name === table.sheet);
  const byNumber = new Map((sheet ? gridRows(sheet) : []).map((row) => [row.number, row]));
  const columns = table.columns.map(({ column }) => column);
  const textsOf = (number: number) => {
    const row = byNumber.get(number);
    return columns.map((column) => (row ? textAt(row, column) : ''));
  };
  const sample = rows.slice(0, MOST_SAMPLED).map(({ number, is, isHidden }) => ({
    number,
    is,
    isHidden,
    texts: textsOf(number),
  }));
  const data = rows.filter(({ is }) => is === 'data').slice(0, LOOKED_THROUGH);
  const examples = columns.map(() => new Set<string>());
  for (const { number } of data) {
    for (const [index, text] of textsOf(number).entries()) {
      const found = examples[index];
      if (found && text !== '' && found.size < MOST_EXAMPLES) found.add(text);
    }
  }
  return { ...table, counts, hiddenRows, sample, examples: examples.map((found) => [...found]) };
}
