import type { ArchiveRecord } from '../records/archive-record.ts';
import type { AnyField } from '../records/field.ts';
import { fieldsOf, fieldValue } from '../records/record-fields.ts';
import { fieldText, type FieldWords } from './field-text.ts';

/** A field that two revisions of a record differ in: its values, and both as text to be read. */
export type FieldDifference = {
  readonly name: string;
  readonly field: AnyField;
  readonly before: unknown;
  readonly after: unknown;
  readonly beforeText: string;
  readonly afterText: string;
};

/**
 * What changed from one revision of a record to another, field by field in the order of its definition. Against null,
 * which stands for a record that was not there yet, everything that the record says is new.
 */
export function diffRecords(
  before: ArchiveRecord | null,
  after: ArchiveRecord,
  words: FieldWords,
): readonly FieldDifference[] {
  return fieldsOf(after.kind).flatMap(([name, field]) => {
    const [old, present] = [before && fieldValue(before, name), fieldValue(after, name)];
    if (before && isSame(old, present)) return [];
    const difference = { name, field, before: old, after: present, ...textsOf(name, field, old, present, words) };
    return before || difference.afterText !== '' ? [difference] : [];
  });
}

/** Whether two values of a field say the same; a journal may have brought the keys of an object into another order. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(memberOf(a, key), memberOf(b, key)))
  );
}

function memberOf(object: object, key: string): unknown {
  return (object as Readonly<Record<string, unknown>>)[key];
}

/** What references point at is only said where the printed names alone do not tell the two values apart. */
function textsOf(name: string, field: AnyField, before: unknown, after: unknown, words: FieldWords) {
  const plain = { ...words, target: () => null };
  const text = (value: unknown, how: FieldWords) =>
    value === undefined || value === null ? '' : fieldText(name, field, value, how);
  const [beforeText, afterText] = [text(before, plain), text(after, plain)];
  if (beforeText !== afterText || before === null) return { beforeText, afterText };
  return { beforeText: text(before, words), afterText: text(after, words) };
}
