import { isSame } from '../changes/diff-records.ts';
import type { Entry } from '../records/archive-record.ts';
import { fieldsOf, fieldValue } from '../records/record-fields.ts';
import type { DraftedRecord } from './draft-rows.ts';

/**
 * Names of the fields that a file says otherwise than a record, in the order of their definition. What the file says
 * nothing of is no difference, nor is a level that the archive worked out by itself.
 */
export function saidDifferences({ kind, draft, said }: DraftedRecord, record: Entry): readonly string[] {
  const names = new Set(said);
  return fieldsOf(kind).flatMap(([name, field]) => {
    if (!names.has(name)) return [];
    const value = comparableValue(field.type, fieldValue(draft, name));
    if (saysNothing(value)) return [];
    const stored = comparableValue(field.type, field.boundary(fieldValue(record, name)));
    return isSame(value, stored) ? [] : [name];
  });
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && 'raw' in value && value.raw === '';
}

/** Drafts and records, at the boundary, have some values in more than one form; this is the one to compare. */
export function comparableValue(type: string, value: unknown): unknown {
  if (type === 'recipients') {
    return (value as readonly (string | object)[]).map((each) =>
      typeof each === 'string' ? { name: each, role: '', unit: '' } : each,
    );
  }
  if (type === 'reference') return (value as { readonly printed: string } | null)?.printed ?? '';
  return value;
}
