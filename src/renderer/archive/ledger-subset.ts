import type { LedgerKind } from '#domain/records/record-base';
import type { LiveRecords } from './live-records.ts';

const subsets = new WeakMap<LiveRecords, Map<LedgerKind, ReadonlySet<string>>>();

/** Hands records that were found elsewhere to the ledger of their kind, until others are handed over. */
export function handToLedger(records: LiveRecords, kind: LedgerKind, ids: readonly string[]): void {
  const known = subsets.get(records) ?? new Map<LedgerKind, ReadonlySet<string>>();
  known.set(kind, new Set(ids));
  subsets.set(records, known);
}

/** The ids that were handed to a ledger, or null, as after the window was loaded anew. */
export function handedToLedger(records: LiveRecords, kind: LedgerKind): ReadonlySet<string> | null {
  return subsets.get(records)?.get(kind) ?? null;
}
