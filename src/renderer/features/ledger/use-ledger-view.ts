import { useEffect, useMemo } from 'react';
import type { ColumnFilters } from '#domain/ledger/column-filter';
import { groupRecords, type LedgerItem } from '#domain/ledger/group-records';
import type { LedgerFacets, LedgerFilters } from '#domain/ledger/ledger-filters';
import type { SortBy } from '#domain/ledger/sort-records';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { LedgerKind } from '#domain/records/record-base';
import { unitDisplayName } from '#domain/records/unit';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { ledgerMemory } from './ledger-memory.ts';

/** How a ledger is looked at. */
export type LedgerLook = {
  readonly filters: LedgerFilters;
  readonly columnFilters: ColumnFilters;
  readonly sorts: readonly SortBy[];
  readonly groupBy: string | null;
  readonly collapsed: ReadonlySet<string>;
};

export type LedgerView = {
  /** All records of the ledger. */
  readonly all: readonly LedgerRecord[];
  /** Those that pass the filters, in order, also those in collapsed groups. */
  readonly records: readonly LedgerRecord[];
  /** The rows as they are shown. */
  readonly items: readonly LedgerItem[];
  readonly facets: LedgerFacets;
};

/** The rows of a ledger: filtered, sorted and grouped here rather than in the grid, which is told only what it shows. */
export function useLedgerView(kind: LedgerKind, look: LedgerLook): LedgerView {
  const { records: live } = useSession();
  const { filters, columnFilters, sorts, groupBy, collapsed } = look;
  const all: readonly LedgerRecord[] = useRecords(kind);
  const units = useRecords('unit');
  const attachments = useRecords('attachment');
  const memory = ledgerMemory(live);
  usePreparedTexts(all);

  const certified = useMemo(() => {
    if (filters.gap !== 'no-certificate') return NO_CERTIFICATES;
    return new Set(attachments.flatMap(({ owner, role }) => (role === '证书' && owner?.id ? [String(owner.id)] : [])));
  }, [filters.gap, attachments]);
  const filtered = useMemo(
    () => memory.filter(kind, { all, filters, columnFilters, units, certified }),
    [kind, all, filters, columnFilters, certified, units, memory],
  );
  const records = useMemo(() => memory.sorter(kind)(filtered.records, sorts), [memory, kind, filtered, sorts]);
  const items = useMemo(() => {
    if (groupBy === null) return records;
    const names = new Map(units.map((unit) => [String(unit.id), unitDisplayName(unit)]));
    return groupRecords(kind, records, groupBy, collapsed, (id) => names.get(id) ?? null);
  }, [kind, records, groupBy, collapsed, units]);
  return useMemo(() => ({ all, records, items, facets: filtered.facets }), [all, records, items, filtered]);
}

/** Which records have a certificate is only looked up when it matters. */
export const NO_CERTIFICATES: ReadonlySet<string> = new Set();
export const NO_COLUMN_FILTERS: ColumnFilters = {};
/** A ledger of fewer records is searched at once without any preparation. */
const MANY = 2000;
const LONGEST_SLICE_MS = 6;

/** Draws up the texts of all records in idle moments, so that the first word typed is looked for at once. */
function usePreparedTexts(all: readonly LedgerRecord[]): void {
  const { records: live } = useSession();
  useEffect(() => {
    if (all.length < MANY) return undefined;
    const { texts } = ledgerMemory(live);
    let next = 0;
    let handle = 0;
    const prepare = (deadline: IdleDeadline) => {
      const end = performance.now() + Math.min(LONGEST_SLICE_MS, deadline.timeRemaining());
      while (next < all.length && performance.now() < end) {
        for (const record of all.slice(next, next + 50)) texts.prepare(record);
        next += 50;
      }
      if (next < all.length) handle = requestIdleCallback(prepare);
    };
    handle = requestIdleCallback(prepare);
    return () => cancelIdleCallback(handle);
  }, [all, live]);
}
