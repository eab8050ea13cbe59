import { useEffect, useState } from 'react';
import type { ColumnFilters } from '#domain/ledger/column-filter';
import { NO_LEDGER_FILTERS, type LedgerFilters, type LedgerGap } from '#domain/ledger/ledger-filters';
import type { LedgerKind } from '#domain/records/record-base';
import type { SortBy } from '#domain/ledger/sort-records';
import { useSession } from '../../archive/session-context.tsx';
import { ledgerMemory } from './ledger-memory.ts';
import { sortsOf, type LedgerGridApi } from './grid-reading.ts';
import { areNoFilters } from './ledger-filters.tsx';
import { applyColumns, columnsOf } from './use-column-memory.ts';
import { NO_COLUMN_FILTERS, type LedgerLook } from './use-ledger-view.ts';
import type { ViewState } from './view-state.ts';

/** What a ledger was opened for: records that lack something, or that a search has found. */
type LedgerOpening = { readonly gap: LedgerGap | null; readonly isFromSearch: boolean };

/** How a ledger is looked at, and everything that changes it; the grid's own part of it is read from the grid. */
export function useLedgerLook(
  kind: LedgerKind,
  { gap, isFromSearch }: LedgerOpening,
  firstSorts: readonly SortBy[],
  grid: () => LedgerGridApi | null,
) {
  const { records } = useSession();
  const { looks } = ledgerMemory(records);
  const [look, setLook] = useState<LedgerLook>(() => ({
    filters: { ...NO_LEDGER_FILTERS, gap },
    columnFilters: NO_COLUMN_FILTERS,
    groupBy: null,
    collapsed: new Set(),
    // Whoever opens a record and comes back finds the ledger as it was; a question of its own starts from nothing.
    ...(gap === null && !isFromSearch ? looks.get(kind) : {}),
    sorts: firstSorts,
  }));
  useEffect(() => {
    looks.set(kind, { ...look, filters: { ...look.filters, gap: null } });
  }, [looks, kind, look]);
  const change = (next: Partial<LedgerLook>) => setLook((before) => ({ ...before, ...next }));
  return {
    look,
    isFiltered: !areNoFilters(look.filters) || Object.keys(look.columnFilters).length > 0,
    setFilters: (filters: LedgerFilters) => change({ filters }),
    clearFilters: () => {
      change({ filters: NO_LEDGER_FILTERS, columnFilters: NO_COLUMN_FILTERS });
      grid()?.setFilterModel(null);
    },
    setGroupBy: (groupBy: string | null) => change({ groupBy, collapsed: new Set() }),
    setCollapsed: (collapsed: ReadonlySet<string>) => change({ collapsed }),
    toggleGroup: (id: string) =>
      setLook((before) => {
        const collapsed = new Set(before.collapsed);
        if (!collapsed.delete(id)) collapsed.add(id);
        return { ...before, collapsed };
      }),
    /** Takes over what the grid says of its columns; what is the same as before changes nothing. */
    readGrid: (api: LedgerGridApi) =>
      setLook((before) => {
        const sorts = kept(before.sorts, sortsOf(api));
        const columnFilters = kept<ColumnFilters>(before.columnFilters, api.getFilterModel());
        const isSame = sorts === before.sorts && columnFilters === before.columnFilters;
        return isSame ? before : { ...before, sorts, columnFilters };
      }),
    /** The grid is there: it shows the filters of its columns again. */
    restoreFilters: (api: LedgerGridApi) => {
      if (Object.keys(look.columnFilters).length > 0) api.setFilterModel(look.columnFilters);
    },
    present: (): ViewState => {
      const api = grid();
      const { filters, columnFilters, groupBy } = look;
      return { filters, columnFilters, groupBy, columns: api ? columnsOf(api) : [] };
    },
    choose: (state: ViewState) => {
      change({ filters: state.filters, groupBy: state.groupBy, collapsed: new Set() });
      const api = grid();
      if (!api) return;
      applyColumns(api, state.columns);
      api.setFilterModel(state.columnFilters);
    },
  };
}

function kept<T>(before: T, now: T): T {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
