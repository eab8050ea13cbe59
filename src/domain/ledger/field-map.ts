import type { AnyField } from '../records/field.ts';
import { LEDGER_KINDS, type LedgerKind } from '../records/record-base.ts';
import { fieldsOf } from '../records/record-fields.ts';

const MAPS = new Map(LEDGER_KINDS.map((kind) => [kind, new Map(fieldsOf(kind))]));

/** The fields of a kind by their names, drawn up once: a ledger asks for them at every cell. */
export function fieldMap(kind: LedgerKind): ReadonlyMap<string, AnyField> {
  return MAPS.get(kind) ?? new Map<string, AnyField>();
}
