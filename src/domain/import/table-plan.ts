import type { AnyField } from '../records/field.ts';
import type { ColumnReading, TableReading } from './book-reading.ts';
import type { DateColumns } from './date-columns.ts';
import type { ProposedRecord } from './import-row.ts';
import type { ValueChecker } from './row-builder.ts';
import type { GridRow } from './sheet-grid.ts';
import type { KnownName, SplitNames } from './split-names.ts';

export type RowsContext = {
  /** The current day, ISO 8601. */
  readonly today: string;
  /** Whether the archive knows a unit of this name. */
  readonly isKnownUnit: KnownName;
};

/** What the reading of every row of a table goes by. */
export type TablePlan = {
  readonly table: TableReading;
  readonly context: RowsContext;
  readonly fields: ReadonlyMap<string, AnyField>;
  /** Columns by the field and part that they hold, as "recipients.person". */
  readonly columnsOf: ReadonlyMap<string, readonly ColumnReading[]>;
  readonly dates: DateColumns;
  readonly check: ValueChecker;
  readonly split: (text: string) => SplitNames;
  readonly shareOrigins: (origins: ProposedRecord['origins']) => ProposedRecord['origins'];
  readonly textOf: (row: GridRow, column: number) => string;
};
