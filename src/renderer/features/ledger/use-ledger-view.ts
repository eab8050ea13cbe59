import { useMemo } from 'react';
import { certifiedIds } from '#domain/attachments/certified-ids';
import type { ColumnFilters } from '#domain/ledger/column-filter';
import { groupRecords, type LedgerItem } from '#domain/ledger/group-records';
import type { LedgerFacets, LedgerFilters } from '#domain/ledger/ledger-filters';
import type { SortBy } from '#domain/ledger/sort-records';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { LedgerKind } from '#domain/records/record-base';
import { unitDisplayName } from '#domain/records/unit';
import { useSession } from '../../archive/session-context.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { useTypedSearch } from '../../hooks/use-typed-search.ts';
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
export function useLedgerView(kind: LedgerKind, look: LedgerLook, only: ReadonlySet<string> | null): LedgerView {
  const { records: live } = useSession();
  const { filters, columnFilters, sorts, groupBy, collapsed } = look;
  const present: readonly LedgerRecord[] = useRecords(kind);
  const all = useMemo(() => (only ? present.filter(({ id }) => only.has(id)) : present), [present, only]);
  const units = useRecords('unit');
  const attachments = useRecords('attachment');
  const memory = ledgerMemory(live);
  const withText = useIdsWithText(kind, filters.text);

  const certified = useMemo(() => {
    if (filters.gap !== 'no-certificate') return NO_CERTIFICATES;
    return certifiedIds(attachments);
  }, [filters.gap, attachments]);
  const filtered = useMemo(
    () => memory.filter(kind, { all, filters, columnFilters, withText, certified }),
    [kind, all, filters, columnFilters, certified, withText, memory],
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

/** What a search within the ledger finds, by ids; the whole language of searches can be typed. */
function useIdsWithText(kind: LedgerKind, text: string): ReadonlySet<string> | null {
  const wanted = { kinds: [kind], limit: 0, withFacets: false, withIds: true };
  const { found } = useTypedSearch(text.trim() === '' ? null : text, wanted);
  return useMemo(() => found && new Set(found.ids), [found]);
}
