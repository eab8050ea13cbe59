import { useEffect, useState } from 'react';
import { NO_LEDGER_FILTERS } from '#domain/ledger/ledger-filters';
import { LEDGER_KINDS, type LedgerKind } from '#domain/records/record-base';
import type { Settings } from '#contract/settings';
import type { LiveRecords } from '../../archive/live-records.ts';
import { useSession } from '../../archive/session-context.tsx';
import { keptSorts } from './use-column-memory.ts';
import { ledgerMemory } from './ledger-memory.ts';
import { NO_CERTIFICATES, NO_COLUMN_FILTERS } from './use-ledger-view.ts';

/** A ledger of fewer records is drawn up in a moment. */
const MANY = 2000;

/**
 * Draws up the large ledgers as they will be opened first, one after another in idle moments: at 100,000 records that
 * takes longer than whoever opens one should wait.
 */
export function usePreparedLedgers(): void {
  const { records, settings } = useSession();
  // Once, after the start: each column that is made wider is a change of the settings.
  const [first] = useState(settings);
  useEffect(() => prepareLedgers(records, first), [records, first]);
}

/** Answers how to stop. */
function prepareLedgers(records: LiveRecords, settings: Settings): () => void {
  const kinds = LEDGER_KINDS.filter((kind) => records.list(kind).length >= MANY);
  let handle = 0;
  const next = () => {
    const kind = kinds.shift();
    if (!kind) return;
    prepare(records, kind, settings);
    handle = requestIdleCallback(next);
  };
  handle = requestIdleCallback(next);
  return () => cancelIdleCallback(handle);
}

function prepare(records: LiveRecords, kind: LedgerKind, settings: Settings): void {
  const memory = ledgerMemory(records);
  const filtered = memory.filter(kind, {
    all: records.list(kind),
    filters: NO_LEDGER_FILTERS,
    columnFilters: NO_COLUMN_FILTERS,
    withText: null,
    certified: NO_CERTIFICATES,
  });
  memory.sorter(kind)(filtered.records, keptSorts(settings, kind));
}
