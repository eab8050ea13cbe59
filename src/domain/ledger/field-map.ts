import type { AnyField } from '../records/field.ts';
import { FINDABLE_KINDS, type FindableKind } from '../records/record-base.ts';
import { fieldsOf } from '../records/record-fields.ts';

const MAPS = new Map(FINDABLE_KINDS.map((kind) => [kind, new Map(fieldsOf(kind))]));

/** The fields of a kind by their names, drawn up once: a ledger asks for them at every cell. */
export function fieldMap(kind: FindableKind): ReadonlyMap<string, AnyField> {
  return MAPS.get(kind) ?? new Map<string, AnyField>();
}
