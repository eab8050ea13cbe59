import type { ColDef, ColumnState } from 'ag-grid-community';
import { useEffect, useRef } from 'react';
import type { LedgerItem } from '#domain/ledger/group-records';
import type { SortBy } from '#domain/ledger/sort-records';
import type { LedgerKind } from '#domain/records/record-base';
import type { Settings } from '#contract/settings';
import { useSession } from '../../archive/session-context.tsx';
import type { LedgerGridApi } from './grid-reading.ts';
import { firstSorts } from './ledger-columns.ts';
import type { ViewState } from './view-state.ts';

const QUIET_MS = 400;

type KeptColumns = Settings['ledgerColumns'][string];

/** Keeps a ledger's column widths, order and sorting in the data folder, so that they are there next time. */
export function useColumnMemory(kind: LedgerKind) {
  const { settings, changeSettings } = useSession();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<KeptColumns | null>(null);

  const keep = () => {
    clearTimeout(timer.current);
    if (!pending.current) return;
    const columns = pending.current;
    pending.current = null;
    void changeSettings({ ledgerColumns: { ...settings.ledgerColumns, [kind]: columns } });
  };
  const latestKeep = useRef(keep);
  useEffect(() => {
    latestKeep.current = keep;
  });
  // Leaving the ledger does not wait for the quiet moment; the grid may be gone by then.
  useEffect(() => () => latestKeep.current(), []);

  const remember = (api: LedgerGridApi) => {
    pending.current = columnsOf(api);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latestKeep.current(), QUIET_MS);
  };
  /** The columns as they were left. A grid that is made with them need not be arranged anew once it is there. */
  const arrange = (columns: readonly ColDef<LedgerItem>[]): ColDef<LedgerItem>[] =>
    arrangeColumns(columns, settings.ledgerColumns[kind] ?? []);
  /** How the ledger was sorted last, before its grid is there to be asked. */
  const sorts = (): readonly SortBy[] => keptSorts(settings, kind);
  return { remember, arrange, sorts };
}

/** How a ledger was sorted last, or is sorted at first. */
export function keptSorts({ ledgerColumns }: Settings, kind: LedgerKind): readonly SortBy[] {
  const state = ledgerColumns[kind];
  return state ? sortsOfState(state) : firstSorts(kind);
}

/** Widths, order, visibility and sorting of all columns, as they can be kept. */
export function columnsOf(api: LedgerGridApi): KeptColumns {
  return api.getColumnState().map(withoutEmpty);
}

export function applyColumns(api: LedgerGridApi, columns: ViewState['columns']): void {
  api.applyColumnState({ state: columns as unknown as ColumnState[], applyOrder: true });
}

/** Columns that were not kept, such as those of new fields, stay as they are and come last. */
function arrangeColumns(columns: readonly ColDef<LedgerItem>[], kept: KeptColumns): ColDef<LedgerItem>[] {
  const place = new Map(kept.map(({ colId }, index) => [colId, index]));
  const placeOf = ({ colId }: ColDef<LedgerItem>) => place.get(colId ?? '') ?? kept.length;
  return columns
    .map((column) => {
      const state = kept[placeOf(column)];
      return state ? withState(column, state) : column;
    })
    .toSorted((a, b) => placeOf(a) - placeOf(b));
}

function withState({ flex: _flex, ...column }: ColDef<LedgerItem>, state: KeptColumns[number]): ColDef<LedgerItem> {
  const { width, flex, hide, sort, sortIndex } = state as unknown as ColumnState;
  return {
    ...column,
    ...(typeof width === 'number' ? { width } : {}),
    ...(typeof flex === 'number' ? { flex } : {}),
    hide: hide === true,
    sort: sort ?? null,
    sortIndex: sortIndex ?? null,
  };
}

function sortsOfState(state: KeptColumns): readonly SortBy[] {
  return state
    .filter(({ sort }) => sort === 'asc' || sort === 'desc')
    .toSorted((a, b) => Number(a['sortIndex'] ?? 0) - Number(b['sortIndex'] ?? 0))
    .map(({ colId, sort }) => ({ name: String(colId), direction: sort === 'asc' ? 'asc' : 'desc' }));
}

/** Only plain values can be kept; the grid leaves some of its keys undefined. */
function withoutEmpty(column: ColumnState): Record<string, string | number | boolean | null> {
  const kept = Object.entries(column).filter(
    ([, value]) => ['string', 'number', 'boolean'].includes(typeof value) || value === null,
  );
  return Object.fromEntries(kept) as Record<string, string | number | boolean | null>;
}
