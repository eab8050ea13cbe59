import type { ArchiveRecord } from '../records/archive-record.ts';
import type { AnyField } from '../records/field.ts';
import { fieldsOf, fieldValue, namedUnitIds } from '../records/record-fields.ts';
import type { Recipient, RecordReference } from '../records/reference-fields.ts';
import type { RecordKind } from '../records/record-base.ts';

/** Kinds of record that say something about other ones and go out of sight together with them. */
export const DEPENDENT_KINDS = [
  'link',
  'attachment',
  'photoGroup',
  'filingItem',
  'notDuplicate',
] as const satisfies readonly RecordKind[];

const NONE: readonly string[] = [];

/** The ids of the records that a record belongs to; a link belongs to both its ends. */
export function ownersOf(record: ArchiveRecord): readonly string[] {
  switch (record.kind) {
    case 'link':
      return [record.from, record.to].flatMap(idOf);
    case 'notDuplicate':
      return [record.record, record.other].flatMap(idOf);
    case 'attachment':
    case 'photoGroup':
    case 'filingItem':
      return idOf(record.owner);
    default:
      return NONE;
  }
}

/** The ids of all units, persons, programmes and other records that a record names without belonging to them. */
export function mentionsOf(record: ArchiveRecord): readonly string[] {
  const others = fieldsOf(record.kind).flatMap(([name, field]) => mentionsIn(field, fieldValue(record, name)));
  const owners = new Set(ownersOf(record));
  return [...new Set([...namedUnitIds(record), ...others])].filter((id) => !owners.has(id));
}

function mentionsIn(field: AnyField, value: unknown): readonly string[] {
  if (field.type === 'reference') return idOf(value as RecordReference | null);
  if (field.type !== 'recipients') return NONE;
  return (value as readonly Recipient[]).flatMap(({ personId }) => personId ?? []);
}

function idOf(reference: RecordReference | null): readonly string[] {
  return reference?.id ? [reference.id] : NONE;
}
