import { isFindable, type ArchiveRecord, type FindableRecord } from '../records/archive-record.ts';
import { namedUnitIds } from '../records/record-fields.ts';
import { toSearchDocument, type SearchDocument } from './search-document.ts';
import { compareRows, toSearchRow, type SearchRow } from './search-row.ts';

/** Holds the records in sight and keeps their rows up to date, also when a unit that they refer to changes its names. */
export type SearchRowStore = {
  readonly put: (record: ArchiveRecord) => void;
  readonly remove: (id: string) => void;
  readonly size: () => number;
  /** Most recent first. Rows that have become stale are made anew here, not at every change. */
  readonly rows: () => readonly SearchRow[];
  /** Of a record in the store. */
  readonly documentOf: (id: string) => SearchDocument | null;
  /** Every unit that was ever referred to; rows name units by their place in it. */
  readonly unitIds: readonly string[];
};

export function createSearchRowStore(): SearchRowStore {
  const records = new Map<string, FindableRecord>();
  const referrers = new Map<string, Set<string>>();
  const stale = new Set<string>();
  const unitIds: string[] = [];
  const unitPlaces = new Map<string, number>();
  let sorted: readonly SearchRow[] = [];

  const unitNames = (unitId: string): readonly string[] => {
    const unit = records.get(unitId);
    return unit?.kind === 'unit' ? unit.names.map(({ name }) => name) : [];
  };
  const placeOf = (unitId: string): number => {
    const place = unitPlaces.get(unitId) ?? unitIds.push(unitId) - 1;
    unitPlaces.set(unitId, place);
    return place;
  };
  const markStale = (record: FindableRecord): void => {
    stale.add(record.id);
    if (record.kind !== 'unit') return;
    for (const id of referrers.get(record.id) ?? []) stale.add(id);
  };
  const remove = (id: string): void => {
    const record = records.get(id);
    if (record === undefined) return;
    records.delete(id);
    markStale(record);
    for (const unitId of namedUnitIds(record)) referrers.get(unitId)?.delete(id);
  };
  const put = (record: ArchiveRecord): void => {
    remove(record.id);
    if (record.deletedAt !== null || !isFindable(record)) return;
    records.set(record.id, record);
    markStale(record);
    for (const unitId of namedUnitIds(record)) addReferrer(referrers, unitId, record.id);
  };
  const documentOf = (id: string): SearchDocument | null => {
    const record = records.get(id);
    return record === undefined ? null : toSearchDocument(record, unitNames);
  };
  const rows = (): readonly SearchRow[] => {
    if (stale.size === 0) return sorted;
    const kept = sorted.filter(({ id }) => !stale.has(id));
    const fresh = [...stale].flatMap((id) => {
      const record = records.get(id);
      const document = documentOf(id);
      if (record === undefined || document === null) return [];
      return [toSearchRow(document, document.unitIds.map(placeOf), record.createdAt)];
    });
    stale.clear();
    sorted = [...kept, ...fresh].toSorted(compareRows);
    return sorted;
  };
  return { put, remove, size: () => records.size, rows, documentOf, unitIds };
}

function addReferrer(referrers: Map<string, Set<string>>, unitId: string, entryId: string): void {
  const entries = referrers.get(unitId);
  if (entries === undefined) referrers.set(unitId, new Set([entryId]));
  else entries.add(entryId);
}
