import type { FuzzyDate } from '#domain/dates/fuzzy-date';
import type { BoundaryRecordOf } from '#domain/records/boundary-record';
import type { LedgerKind } from '#domain/records/record-base';
import { fieldsOf } from '#domain/records/record-fields';

/** What stands in a form: the record at its boundary, where a date may still be text that nobody has read yet. */
export type FormValues = Readonly<Record<string, unknown>>;

export function emptyForm(kind: LedgerKind): FormValues {
  const values = Object.fromEntries(fieldsOf(kind).map(([name, field]) => [name, field.empty]));
  return { kind, ...values, ...FIRST_CHOICES[kind] };
}

/** What a new record of a kind nearly always is. */
const FIRST_CHOICES: Readonly<Partial<Record<LedgerKind, FormValues>>> = {
  plan: { planKind: '方案', status: '现行' },
};

export function formOf(record: BoundaryRecordOf<LedgerKind>): FormValues {
  const { id: _, ...values } = record;
  return values;
}

/** A date field's text: typed text as it is, a stored date by what was typed or printed then. */
export function dateText(value: unknown): string {
  if (typeof value === 'string') return value;
  return isStoredDate(value) ? value.raw : '';
}

export function isStoredDate(value: unknown): value is FuzzyDate {
  return typeof value === 'object' && value !== null && 'raw' in value && 'precision' in value;
}

/** What a date field holds after typing: the stored date again, with all that is known of it, when its text is back. */
export function typedDate(text: string, initial: unknown): unknown {
  return isStoredDate(initial) && initial.raw === text ? initial : text;
}

/** Whether two forms hold the same, so that leaving would lose nothing. */
export function isSameForm(a: FormValues, b: FormValues): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
