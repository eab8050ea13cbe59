import type { GridApi } from 'ag-grid-community';
import { isGroup, type LedgerItem } from '#domain/ledger/group-records';
import type { SortBy } from '#domain/ledger/sort-records';
import type { LedgerRecord } from '#domain/records/archive-record';
import { SELECT_COLUMN } from './ledger-columns.ts';

export type LedgerGridApi = GridApi<LedgerItem>;

/** A cell of a record with its place in the grid. */
export type LedgerCell = { readonly record: LedgerRecord; readonly index: number; readonly column: string };

export type ShownColumn = { readonly name: string; readonly heading: string };

/** The columns that are shown, from left to right. */
export function shownColumns(api: LedgerGridApi): readonly ShownColumn[] {
  return api.getAllDisplayedColumns().flatMap((column) => {
    const name = column.getColId();
    return name === SELECT_COLUMN ? [] : [{ name, heading: column.getColDef().headerName ?? '' }];
  });
}

/** The record that has the cursor, and its column. */
export function focusedCell(api: LedgerGridApi, items: readonly LedgerItem[]): LedgerCell | null {
  const focused = api.getFocusedCell();
  const item = focused && items[focused.rowIndex];
  if (!item || isGroup(item)) return null;
  return { record: item, index: focused.rowIndex, column: focused.column.getColId() };
}

export function focusCell(api: LedgerGridApi, index: number, column: string): void {
  api.ensureIndexVisible(index);
  api.setFocusedCell(index, column);
}

/** By which columns the grid is sorted, the first one first. */
export function sortsOf(api: LedgerGridApi): readonly SortBy[] {
  return api
    .getColumnState()
    .filter(({ sort }) => sort === 'asc' || sort === 'desc')
    .toSorted((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
    .map(({ colId, sort }) => ({ name: colId, direction: sort === 'asc' ? 'asc' : 'desc' }));
}
