import type { ColumnState, GridApi } from 'ag-grid-community';
import { useEffect, useRef } from 'react';
import type { Entry } from '#domain/records/archive-record';
import type { EntryKind } from '#domain/records/record-base';
import { useSession } from '../../archive/session-context.tsx';

const QUIET_MS = 400;

/** Keeps a ledger's column widths, order and sorting in the data folder, so that they are there next time. */
export function useColumnMemory(kind: EntryKind) {
  const { settings, changeSettings } = useSession();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ settings, changeSettings });
  useEffect(() => {
    latest.current = { settings, changeSettings };
  });

  const remember = (api: GridApi<Entry>) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (api.isDestroyed()) return;
      const { ledgerColumns } = latest.current.settings;
      const columns = api.getColumnState().map(withoutEmpty);
      void latest.current.changeSettings({ ledgerColumns: { ...ledgerColumns, [kind]: columns } });
    }, QUIET_MS);
  };
  const restore = (api: GridApi<Entry>) => {
    const state = settings.ledgerColumns[kind];
    if (state) api.applyColumnState({ state: state as unknown as ColumnState[], applyOrder: true });
  };
  return { remember, restore };
}

/** Only plain values can be kept; the grid leaves some of its keys undefined. */
function withoutEmpty(column: ColumnState): Record<string, string | number | boolean | null> {
  const kept = Object.entries(column).filter(
    ([, value]) => ['string', 'number', 'boolean'].includes(typeof value) || value === null,
  );
  return Object.fromEntries(kept) as Record<string, string | number | boolean | null>;
}
