import type { ArchiveRecord } from '../records/archive-record.ts';
import { RECORD_KINDS, type RecordKind } from '../records/record-base.ts';
import { fieldsOf, fieldValue, namedUnitIds, RECORD_FIELDS } from '../records/record-fields.ts';
import type { RecordReference } from '../records/reference-fields.ts';
import { mapUnitFields } from '../records/rows-field.ts';

/** Fields through which a record of a kind points at another, which may be a unit: a parent, an owner. */
const POINTERS = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, pointersOf(kind)])) as Readonly<
  Record<RecordKind, readonly string[]>
>;

function pointersOf(kind: RecordKind): readonly string[] {
  return fieldsOf(kind)
    .filter(([, { type, refersTo }]) => type === 'reference' && (refersTo === 'unit' || refersTo === null))
    .map(([name]) => name);
}

/** Whether a record names or points at one of the units, in any of its fields. */
export function refersToUnits(record: ArchiveRecord, unitIds: ReadonlySet<string>): boolean {
  for (const id of namedUnitIds(record)) if (unitIds.has(id)) return true;
  return POINTERS[record.kind].some((name) => {
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
  const pointers = POINTERS[record.kind].flatMap((name) => {
    const pointer = fieldValue(record, name) as RecordReference | null;
    return pointer === null || pointer.id === null ? [] : [[name, { ...pointer, id: map(pointer.id) }] as const];
  });
  return { ...moved, ...Object.fromEntries(pointers) };
}
