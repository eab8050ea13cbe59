import { recordTitle, type FindableRecord, type LedgerRecord } from '#domain/records/archive-record';
import type { FindableKind } from '#domain/records/record-base';
import type { ImportBatch } from '#domain/records/import-batch';

/** A file that was imported. */
export type BatchRow = {
  readonly batch: ImportBatch;
  /** How many records of ledgers that came from it are there now. */
  readonly present: number;
};

/** A record that came from a file, and its place there. */
export type ImportedRow = {
  readonly id: string;
  readonly kind: FindableKind;
  readonly title: string;
  readonly sheet: string;
  readonly row: number;
  readonly isDeleted: boolean;
};

/** Files that were imported, latest first. */
export function batchRows(
  batches: readonly ImportBatch[],
  ledgers: readonly (readonly LedgerRecord[])[],
): readonly BatchRow[] {
  const present = new Map<string, number>();
  for (const { origin } of ledgers.flat()) {
    if (origin !== null) present.set(origin.batch, (present.get(origin.batch) ?? 0) + 1);
  }
  return batches
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
    .map((batch) => ({ batch, present: present.get(batch.id) ?? 0 }));
}

const chinese = new Intl.Collator('zh-CN', { numeric: true });

/** What came from a file, by sheet and row. */
export function importedRows(batchId: string, records: readonly FindableRecord[]): readonly ImportedRow[] {
  return records
    .flatMap((record): readonly ImportedRow[] => {
      const { id, kind, origin, deletedAt } = record;
      if (origin?.batch !== batchId) return [];
      const title = recordTitle(record);
      return [{ id, kind, title, sheet: origin.sheet, row: origin.row, isDeleted: deletedAt !== null }];
    })
    .toSorted((a, b) => chinese.compare(a.sheet, b.sheet) || a.row - b.row);
}
