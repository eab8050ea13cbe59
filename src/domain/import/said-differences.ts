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
    const value = plainForm(field.type, fieldValue(draft, name));
    if (saysNothing(value)) return [];
    const stored = plainForm(field.type, field.boundary(fieldValue(record, name)));
    return isSame(value, stored) ? [] : [name];
  });
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && 'raw' in value && value.raw === '';
}

/** Drafts and records have some values in more than one form. */
function plainForm(type: string, value: unknown): unknown {
  if (type === 'recipients') {
    return (value as readonly (string | object)[]).map((each) =>
      typeof each === 'string' ? { name: each, role: '', unit: '' } : each,
    );
  }
  if (type === 'reference') return (value as { readonly printed: string } | null)?.printed ?? '';
  return value;
}
