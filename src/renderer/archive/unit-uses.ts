import { isLedgerRecord, type ArchiveRecord, type LedgerRecord } from '#domain/records/archive-record';
import { LEDGER_KINDS } from '#domain/records/record-base';
import { namedUnitIds } from '#domain/records/record-fields';
import type { LiveRecords } from './live-records.ts';

/** Which records name which units. */
export type UnitUses = { readonly recordsOf: (unitId: string) => readonly LedgerRecord[] };

const gathered = new WeakMap<LiveRecords, UnitUses>();

/** Gathered at the first question, and kept in step with every change from then on. */
export function unitUses(records: LiveRecords): UnitUses {
  const uses = gathered.get(records) ?? gatherUses(records);
  gathered.set(records, uses);
  return uses;
}

function gatherUses(records: LiveRecords): UnitUses {
  const users = new Map<string, Set<string>>();
  const named = new Map<string, ReadonlySet<string>>();
  const put = (record: ArchiveRecord) => {
    if (!isLedgerRecord(record)) return;
    for (const unitId of named.get(record.id) ?? []) users.get(unitId)?.delete(record.id);
    const unitIds = record.deletedAt === null ? namedUnitIds(record) : new Set<string>();
    named.set(record.id, unitIds);
    for (const unitId of unitIds) {
      const known = users.get(unitId);
      if (known) known.add(record.id);
      else users.set(unitId, new Set([record.id]));
    }
  };
  for (const kind of LEDGER_KINDS) for (const record of records.list(kind)) put(record);
  records.onChange((changed) => {
    for (const record of changed) put(record);
  });
  return {
    recordsOf: (unitId) => [...(users.get(unitId) ?? [])].flatMap((id) => records.get(id) ?? []).filter(isLedgerRecord),
  };
}
