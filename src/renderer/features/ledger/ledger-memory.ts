import { createRowTexts, type RowTexts } from '#domain/ledger/row-text';
import { createRecordSorter, type RecordSorter } from '#domain/ledger/sort-records';
import type { LedgerKind } from '#domain/records/record-base';
import type { LiveRecords } from '../../archive/live-records.ts';
import type { LedgerLook } from './use-ledger-view.ts';

/** The row and the column of the cursor; the row by the id of its record. */
export type CursorPlace = { readonly id: string; readonly column: string };

/** What ledgers have worked out, and how they were left, for the next time that they are opened. */
export type LedgerMemory = {
  readonly sorter: (kind: LedgerKind) => RecordSorter;
  readonly texts: RowTexts;
  readonly looks: Map<LedgerKind, LedgerLook>;
  readonly places: Map<LedgerKind, CursorPlace>;
};

const memories = new WeakMap<LiveRecords, LedgerMemory>();

export function ledgerMemory(records: LiveRecords): LedgerMemory {
  const known = memories.get(records);
  if (known) return known;
  const sorters = new Map<LedgerKind, RecordSorter>();
  const memory: LedgerMemory = {
    sorter: (kind) => {
      const sorter = sorters.get(kind) ?? createRecordSorter(kind);
      sorters.set(kind, sorter);
      return sorter;
    },
    texts: createRowTexts(),
    looks: new Map(),
    places: new Map(),
  };
  memories.set(records, memory);
  return memory;
}
