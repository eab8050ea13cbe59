import type { ArchiveRecord } from '../records/archive-record.ts';
import type { NamedBody } from '../records/field.ts';
import { RECORD_KINDS, type RecordKind } from '../records/record-base.ts';
import { fieldsOf, fieldValue, RECORD_FIELDS } from '../records/record-fields.ts';
import type { RecordReference } from '../records/reference-fields.ts';
import { mapUnitFields } from '../records/rows-field.ts';

/** Fields of a kind, picked once: a merger looks at every record of the archive. */
type UnitFields = {
  /** Those that name units in their own right. */
  readonly bodies: readonly (readonly [name: string, bodiesOf: (stored: unknown) => readonly NamedBody[]])[];
  /** Those through which one record points at another, which may be a unit: a parent, an owner. */
  readonly pointers: readonly string[];
};

function unitFieldsOf(kind: RecordKind): UnitFields {
  const fields = fieldsOf(kind);
  return {
    bodies: fields.flatMap(([name, { bodiesOf }]) => (bodiesOf ? [[name, bodiesOf] as const] : [])),
    pointers: fields
      .filter(([, { type, refersTo }]) => type === 'reference' && (refersTo === 'unit' || refersTo === null))
      .map(([name]) => name),
  };
}

const UNIT_FIELDS = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, unitFieldsOf(kind)])) as Readonly<
  Record<RecordKind, UnitFields>
>;

/** The units that a record names, each once. */
export function namedUnitIds(record: ArchiveRecord): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [name, bodiesOf] of UNIT_FIELDS[record.kind].bodies) {
    for (const { unitId } of bodiesOf(fieldValue(record, name))) if (unitId !== null) ids.add(unitId);
  }
  return ids;
}

/** Whether a record names or points at one of the units, in any of its fields. */
export function refersToUnits(record: ArchiveRecord, unitIds: ReadonlySet<string>): boolean {
  for (const id of namedUnitIds(record)) if (unitIds.has(id)) return true;
  return UNIT_FIELDS[record.kind].pointers.some((name) => {
    const pointer = fieldValue(record, name) as RecordReference | null;
    return pointer !== null && pointer.id !== null && unitIds.has(pointer.id);
  });
}

/** How many records of each kind use a unit; none when it may be deleted. Deleted records do not count. */
export function countUses(unitId: string, records: Iterable<ArchiveRecord>): ReadonlyMap<RecordKind, number> {
  const uses = new Map<RecordKind, number>();
  const ids = new Set([unitId]);
  for (const record of records) {
    if (record.deletedAt !== null || record.id === unitId || !refersToUnits(record, ids)) continue;
    uses.set(record.kind, (uses.get(record.kind) ?? 0) + 1);
  }
  return uses;
}

/** The record with every reference to a unit rewritten; what is printed stays as it is. */
export function mapUnitIds(record: ArchiveRecord, map: (unitId: string) => string): ArchiveRecord {
  const moved = mapUnitFields(RECORD_FIELDS[record.kind], record, map);
  const pointers = UNIT_FIELDS[record.kind].pointers.flatMap((name) => {
    const pointer = fieldValue(record, name) as RecordReference | null;
    return pointer === null || pointer.id === null ? [] : [[name, { ...pointer, id: map(pointer.id) }] as const];
  });
  return { ...moved, ...Object.fromEntries(pointers) };
}
