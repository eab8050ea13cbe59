import type { LedgerRecord } from '#domain/records/archive-record';
import type { LedgerItem } from '#domain/ledger/group-records';
import type { RowSelection } from './row-selection.ts';

/** What the cells of the ledger's grid know of the ledger around them. */
export type LedgerGridContext = {
  /** The row that is shown at a place. */
  readonly itemAt: (index: number | null) => LedgerItem | null;
  /** All records that pass the filters. */
  readonly shown: () => readonly LedgerRecord[];
  readonly selection: RowSelection;
  /** Chooses or leaves the row at a place; with `isRange` all rows from the last one chosen to it. */
  readonly chooseAt: (index: number, isRange: boolean) => void;
  readonly toggleGroup: (id: string) => void;
};
