import * as v from 'valibot';
import { ENTRY_KINDS, type EntryKind } from '../records/record-base.ts';
import { fieldsOf } from '../records/record-fields.ts';

/**
 * What a column is to its field: the value, or a part of it. `from` and `to` are the ends of a period. A sequence
 * counts the rows; what is ignored stays in the file only.
 */
export const COLUMN_ROLES = ['value', 'year', 'month', 'day', 'from', 'to', 'sequence', 'ignored'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/**
 * Where the cells of a column go. `field` is a field of the kind of record, or one of its parts: `recipients.person`
 * holds persons, `recipients.unit` the unit of those persons and `recipients.role` what they were. Empty for a
 * sequence and for what is ignored.
 */
export const columnTargetSchema = v.pipe(
  v.strictObject({ role: v.picklist(COLUMN_ROLES), field: v.string() }),
  v.readonly(),
);
export type ColumnTarget = v.InferOutput<typeof columnTargetSchema>;

export const SEQUENCE: ColumnTarget = { role: 'sequence', field: '' };
export const IGNORED: ColumnTarget = { role: 'ignored', field: '' };

const RECIPIENT_PARTS = ['recipients.person', 'recipients.unit', 'recipients.role'] as const;
const DATE_ROLES = ['value', 'year', 'month', 'day', 'from', 'to'] as const;
/** Types of field that several columns of one table can fill together. */
const JOINED_TYPES: ReadonlySet<string> = new Set(['bodies', 'recipients', 'prose', 'choices']);

/** Every target that a column of a table of this kind can have, in the order of the fields; for menus. */
export function columnTargets(kind: EntryKind): readonly ColumnTarget[] {
  return TARGETS[kind];
}

export function isColumnTarget(kind: EntryKind, target: ColumnTarget): boolean {
  return TARGETS[kind].some((each) => isSameTarget(each, target));
}

export function isSameTarget(a: ColumnTarget, b: ColumnTarget): boolean {
  return a.role === b.role && a.field === b.field;
}

/** Whether a second column may have this target too. */
export function isShareable(kind: EntryKind, { role, field }: ColumnTarget): boolean {
  if (role === 'sequence' || role === 'ignored') return true;
  return role === 'value' && JOINED_TYPES.has(fieldTypeOf(kind, field) ?? '');
}

/** The type of the field that a target belongs to, or null when it has none. */
export function fieldTypeOf(kind: EntryKind, field: string): string | null {
  const [name] = field.split('.');
  return fieldsOf(kind).find(([each]) => each === name)?.[1].type ?? null;
}

const TARGETS = Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, listTargets(kind)])) as unknown as Readonly<
  Record<EntryKind, readonly ColumnTarget[]>
>;

/** Rows with fields of their own do not fit into one cell. */
function listTargets(kind: EntryKind): readonly ColumnTarget[] {
  const ofFields = fieldsOf(kind).flatMap(([name, { type }]): readonly ColumnTarget[] => {
    if (type === 'rows') return [];
    if (type === 'date') return DATE_ROLES.map((role) => ({ role, field: name }));
    const parts = type === 'recipients' ? RECIPIENT_PARTS : [];
    return [name, ...parts].map((field) => ({ role: 'value', field }));
  });
  return [...ofFields, SEQUENCE, IGNORED];
}
