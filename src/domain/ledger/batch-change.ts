import type { LedgerRecord } from '../records/archive-record.ts';
import type { AnyField } from '../records/field.ts';
import type { LedgerKind } from '../records/record-base.ts';
import { fieldValue } from '../records/record-fields.ts';
import { editableText, isCellEditable, isListField, LIST_SEPARATOR } from './cell-text.ts';
import type { RowWish } from './plan-cells.ts';
import { itemsOf } from './read-cell.ts';
import { fieldMap } from './field-map.ts';

/** What is done to one field of many records. */
export type BatchChange =
  | { readonly how: 'set'; readonly text: string }
  /** Adds items at the end of a list; those that are there already stay once. */
  | { readonly how: 'append'; readonly text: string }
  | { readonly how: 'clear' }
  | { readonly how: 'replace'; readonly find: string; readonly text: string };

export type BatchHow = BatchChange['how'];

/** The ways in which a field can be changed in many records at once. */
export function batchWays(field: AnyField): readonly BatchHow[] {
  if (!isCellEditable(field)) return [];
  if (field.type === 'flag') return ['set'];
  if (field.type === 'title') return ['set', 'replace'];
  const ways: readonly BatchHow[] = isListField(field) ? ['set', 'append', 'clear'] : ['set', 'clear'];
  return field.type === 'choice' || field.type === 'level' || field.type === 'count' ? ways : [...ways, 'replace'];
}

/** Whether it is said what is wanted. To put nothing in the place of what is there is to clear it, which has its own way. */
export function isBatchSaid(change: BatchChange): boolean {
  if (change.how === 'clear') return true;
  return change.how === 'replace' ? change.find !== '' : change.text.trim() !== '';
}

/** The cells that a batch change asks for, one of each record. */
export function batchWishes(
  kind: LedgerKind,
  name: string,
  change: BatchChange,
  records: readonly LedgerRecord[],
): readonly RowWish[] {
  const field = fieldMap(kind).get(name);
  if (!field) return [];
  return records.map((record, index) => ({
    row: index + 1,
    record,
    cells: [{ name, text: textAfter(field, editableText(field, fieldValue(record, name)), change) }],
  }));
}

function textAfter(field: AnyField, before: string, change: BatchChange): string {
  switch (change.how) {
    case 'set':
      return change.text;
    case 'append':
      return [...new Set([...itemsOf(before), ...itemsOf(change.text)])].join(LIST_SEPARATOR);
    case 'clear':
      return field.type === 'choice' ? String(field.empty) : '';
    case 'replace':
      return change.find === '' ? before : before.replaceAll(change.find, () => change.text);
  }
}
