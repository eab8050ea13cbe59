import type { ColDef, IDatasource, IsFullWidthRowParams } from 'ag-grid-community';
import { useEffect, useMemo, useRef, useState, type ClipboardEvent, type ReactNode } from 'react';
import { isGroup, type LedgerItem } from '#domain/ledger/group-records';
import { DataGrid } from '../../components/data-grid.tsx';
import { createGridModel, type GridModel } from './grid-model.ts';
import { pressKey, type GridCommands } from './grid-keys.ts';
import { GroupRow } from './grid-cells.ts';
import { focusCell, type LedgerGridApi } from './grid-reading.ts';
import { SELECT_COLUMN } from './ledger-columns.ts';
import type { CursorPlace } from './ledger-memory.ts';
import type { LedgerGridContext } from './ledger-grid-context.ts';
import { messages } from './messages.ts';
import type { RowSelection } from './row-selection.ts';
import type { LedgerView } from './use-ledger-view.ts';
import styles from './ledger-screen.module.css';

type LedgerGridProps = {
  readonly view: LedgerView;
  readonly columns: ColDef<LedgerItem>[];
  readonly selection: RowSelection;
  readonly commands: GridCommands;
  /** Where the cursor was when the ledger was left. */
  readonly place: { readonly recall: () => CursorPlace | null; readonly remember: (place: CursorPlace) => void };
  readonly onReady: (api: LedgerGridApi) => void;
  /** Sorting, filters, widths or order of the columns are not what they were. */
  readonly onColumns: (api: LedgerGridApi) => void;
  readonly onScroll: () => void;
  /** Stands above the grid, such as the editor of a cell. */
  readonly children: ReactNode;
};

/** How many rows the grid keeps at hand at once; it asks for others when they are scrolled to. */
const BLOCK = 200;

/**
 * The grid of a ledger. It never holds all rows: it is told how many there are and asks for those that it shows, so
 * that 100,000 records open as fast as ten.
 */
export function LedgerGrid({ view, columns, selection, commands, place, ...props }: LedgerGridProps) {
  const api = useRef<LedgerGridApi | null>(null);
  const [model] = useState(() => createGridModel(view, commands, selection));
  const { context } = model;
  const [firstCount] = useState(() => Math.max(1, view.items.length));
  useShownView(api, model, view, commands);

  const datasource = useMemo<IDatasource>(
    () => ({
      getRows: (wanted) => {
        const { items } = model.view();
        wanted.successCallback(items.slice(wanted.startRow, wanted.endRow), items.length);
      },
    }),
    [model],
  );
  const paste = (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    commands.paste(event.clipboardData.getData('text/plain'));
  };
  return (
    <div className={styles['grid']} data-testid="ledger" onPaste={paste}>
      <DataGrid<LedgerItem>
        rowModelType="infinite"
        datasource={datasource}
        cacheBlockSize={BLOCK}
        infiniteInitialRowCount={1}
        alwaysShowVerticalScroll={firstCount > BLOCK}
        context={context}
        columnDefs={columns}
        getRowId={({ data }) => data.id}
        isFullWidthRow={({ rowNode }: IsFullWidthRowParams<LedgerItem>) => isGroupAt(context, rowNode.rowIndex)}
        fullWidthCellRenderer={GroupRow}
        overlayNoRowsTemplate={messages.noneShown}
        onGridReady={(event) => {
          api.current = event.api;
          props.onReady(event.api);
        }}
        onFirstDataRendered={(event) => focusFirst(event.api, view, place.recall())}
        onCellFocused={({ rowIndex, column }) => {
          const item = context.itemAt(rowIndex);
          if (item && column && typeof column !== 'string') place.remember({ id: item.id, column: column.getColId() });
        }}
        onCellDoubleClicked={({ rowIndex, column, event }) => {
          const item = context.itemAt(rowIndex);
          if (!item || isGroup(item) || rowIndex === null || column.getColId() === SELECT_COLUMN) return;
          event?.preventDefault();
          commands.editCell({ record: item, index: rowIndex, column: column.getColId() });
        }}
        onCellKeyDown={(event) => pressKey(event, context, model.commands())}
        onColumnResized={(event) => event.finished && props.onColumns(event.api)}
        onColumnMoved={(event) => event.finished && props.onColumns(event.api)}
        onColumnVisible={(event) => props.onColumns(event.api)}
        onSortChanged={(event) => props.onColumns(event.api)}
        onFilterChanged={(event) => props.onColumns(event.api)}
        onBodyScroll={props.onScroll}
      />
      {props.children}
    </div>
  );
}

function isGroupAt(context: LedgerGridContext, index: number | null): boolean {
  const item = context.itemAt(index);
  return item !== null && isGroup(item);
}

/** Has the grid show another view. */
function useShownView(
  api: { readonly current: LedgerGridApi | null },
  model: GridModel,
  view: LedgerView,
  commands: GridCommands,
): void {
  useEffect(() => {
    const before = model.become(view, commands);
    const grid = api.current;
    if (!grid || before === view || grid.isDestroyed()) return;
    const focused = grid.getFocusedCell();
    // Records were changed: the cursor stays with its record. Sorting and filtering leave it where it is.
    const isChanged = before.all !== view.all;
    const id = focused && isChanged ? before.items[focused.rowIndex]?.id : undefined;
    grid.setRowCount(view.items.length, true);
    grid.refreshInfiniteCache();
    grid.refreshHeader();
    // A row keeps what it is made of, heading or cells, until it is drawn anew.
    if (before.items.some(isGroup) || view.items.some(isGroup)) grid.redrawRows();
    else grid.refreshCells();
    const index = id === undefined ? -1 : view.items.findIndex((item) => item.id === id);
    if (focused && index !== -1 && index !== focused.rowIndex) focusCell(grid, index, focused.column.getColId());
  }, [api, model, view, commands]);
}

/** So that the arrow keys work at once, without a click first; where the ledger was left, if it was. */
function focusFirst(api: LedgerGridApi, view: LedgerView, place: CursorPlace | null): void {
  if (document.activeElement !== document.body) return;
  const known = place === null ? -1 : view.items.findIndex(({ id }) => id === place.id);
  const shown = api.getAllDisplayedColumns().map((column) => column.getColId());
  const column = [place?.column ?? '', 'title', ...shown].find((each) => shown.includes(each));
  if (column !== undefined) focusCell(api, Math.max(0, known), column);
}
