import { readColumnFilters, type ColumnFilters } from '#domain/ledger/column-filter';
import { columnText } from '#domain/ledger/copy-rows';
import { filterRecords, type FilteredRecords, type LedgerFilters } from '#domain/ledger/ledger-filters';
import { createRecordSorter, type RecordSorter } from '#domain/ledger/sort-records';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { LedgerKind } from '#domain/records/record-base';
import type { LiveRecords } from '../../archive/live-records.ts';
import type { LedgerLook } from './use-ledger-view.ts';

/** The row and the column of the cursor; the row by the id of its record. */
export type CursorPlace = { readonly id: string; readonly column: string };

/** What ledgers have worked out, and how they were left, for the next time that they are opened. */
export type LedgerMemory = {
  readonly filter: (kind: LedgerKind, question: FilterQuestion) => FilteredRecords;
  readonly sorter: (kind: LedgerKind) => RecordSorter;
  readonly looks: Map<LedgerKind, LedgerLook>;
  readonly places: Map<LedgerKind, CursorPlace>;
};

/** Which of some records are asked for. */
export type FilterQuestion = {
  readonly all: readonly LedgerRecord[];
  readonly filters: LedgerFilters;
  readonly columnFilters: ColumnFilters;
  /** Ids of the records that have the text of the filters; null when none is asked for. */
  readonly withText: ReadonlySet<string> | null;
  /** Ids of the records that a certificate is attached to. */
  readonly certified: ReadonlySet<string>;
};

const memories = new WeakMap<LiveRecords, LedgerMemory>();

export function ledgerMemory(records: LiveRecords): LedgerMemory {
  const known = memories.get(records);
  if (known) return known;
  const sorters = new Map<LedgerKind, RecordSorter>();
  const memory: LedgerMemory = {
    filter: createRecordFilter(),
    sorter: (kind) => {
      const sorter = sorters.get(kind) ?? createRecordSorter(kind);
      sorters.set(kind, sorter);
      return sorter;
    },
    looks: new Map(),
    places: new Map(),
  };
  memories.set(records, memory);
  return memory;
}

/** A filter that knows the last answer for each ledger: one that is opened again has not changed as a rule. */
function createRecordFilter(): LedgerMemory['filter'] {
  const last = new Map<LedgerKind, { readonly key: readonly unknown[]; readonly answer: FilteredRecords }>();
  return (kind, { all, filters, columnFilters, withText, certified }) => {
    const key = [all, JSON.stringify([filters, columnFilters]), withText, certified];
    const known = last.get(kind);
    if (known?.key.every((part, index) => part === key[index])) return known.answer;
    const passes = readColumnFilters(columnFilters);
    const answer = filterRecords(all, filters, {
      hasText: withText && (({ id }) => withText.has(id)),
      passesColumns: passes && ((record) => passes((column) => columnText(record, column))),
      certified,
    });
    last.set(kind, { key, answer });
    return answer;
  };
}
