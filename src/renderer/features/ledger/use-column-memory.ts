import type { ColumnState, GridApi } from 'ag-grid-community';
import { useEffect, useRef } from 'react';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { LedgerKind } from '#domain/records/record-base';
import type { Settings } from '#contract/settings';
import { useSession } from '../../archive/session-context.tsx';

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

  const remember = (api: GridApi<LedgerRecord>) => {
    pending.current = api.getColumnState().map(withoutEmpty);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latestKeep.current(), QUIET_MS);
  };
  const restore = (api: GridApi<LedgerRecord>) => {
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
