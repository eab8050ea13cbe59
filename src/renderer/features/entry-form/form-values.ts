import type { FuzzyDate } from '#domain/dates/fuzzy-date';
import { parseFuzzyDate } from '#domain/dates/parse-fuzzy-date';
import type { LedgerRecord } from '#domain/records/archive-record';
import { toBoundaryRecord } from '#domain/records/boundary-record';
import type { Authorities } from '#domain/records/build-record';
import type { AnyField } from '#domain/records/field';
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

/**
 * A record as it is edited. A level that is no other than the one that follows from the awarding bodies goes on
 * following from them; the record stores it either way.
 */
export function formOf(record: LedgerRecord, authorities: Pick<Authorities, 'deriveLevel'>): FormValues {
  const { id: _, ...values } = toBoundaryRecord(record);
  if (record.kind !== 'honor' || record.level === null || record.levelReason !== '') return values;
  const derived = authorities.deriveLevel(record.awardedBy, record.programme?.id ?? null);
  return derived === record.level ? { ...values, level: null } : values;
}

/** Values from a draft, as far as the kind has such fields: another version of the program may have kept it. */
export function formOfDraft(kind: LedgerKind, kept: FormValues): FormValues {
  const empty = emptyForm(kind);
  const known = Object.keys(empty).filter((name) => name !== 'kind' && isSameShape(empty[name], kept[name]));
  return { ...empty, ...Object.fromEntries(known.map((name) => [name, kept[name]])) };
}

function isSameShape(empty: unknown, kept: unknown): boolean {
  if (Array.isArray(empty)) return Array.isArray(kept);
  // Text may stand for a date that was read, and null for a number or a reference that is not there.
  if (typeof empty === 'boolean') return typeof kept === 'boolean';
  return kept !== undefined && !Array.isArray(kept);
}

/** Whether something stands in a field that would not stand in an empty form. */
export function isFilled(kind: LedgerKind, name: string, field: AnyField, value: unknown): boolean {
  const first = FIRST_CHOICES[kind]?.[name] ?? field.empty;
  if (isStoredDate(value)) return value.raw !== '' || value.start !== null;
  return value !== undefined && JSON.stringify(value) !== JSON.stringify(first);
}

/** The date of what is being entered, as far as it can be read; by it a unit is called what it was called then. */
export function dateOfForm(values: FormValues, today: string): FuzzyDate | null {
  const value = values['date'] ?? values['issued'];
  if (isStoredDate(value)) return value;
  if (typeof value !== 'string') return null;
  const parsed = parseFuzzyDate(value, { today });
  return parsed.ok ? parsed.value.date : null;
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
