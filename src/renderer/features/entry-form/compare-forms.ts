import { parseFuzzyDate } from '#domain/dates/parse-fuzzy-date';
import type { AnyField } from '#domain/records/field';
import type { LedgerKind } from '#domain/records/record-base';
import { fieldsOf } from '#domain/records/record-fields';
import type { BoundaryRecipient, RecordReference } from '#domain/records/reference-fields';
import { isStoredDate, type FormValues } from './form-values.ts';

/** Three states of one record: as somebody opened it, as it stands in their form, and as others have saved it since. */
export type Versions = { readonly base: FormValues; readonly mine: FormValues; readonly theirs: FormValues };

export type FormComparison = {
  /** Fields that both have changed, each to something else. */
  readonly conflicts: readonly string[];
  readonly onlyMine: readonly string[];
  readonly onlyTheirs: readonly string[];
};

export function compareForms(kind: LedgerKind, { base, mine, theirs }: Versions, today: string): FormComparison {
  const conflicts: string[] = [];
  const onlyMine: string[] = [];
  const onlyTheirs: string[] = [];
  for (const [name, field] of fieldsOf(kind)) {
    const isSame = (a: FormValues, b: FormValues) => isSameValue(field, a[name], b[name], today);
    const isMine = !isSame(mine, base);
    const isTheirs = !isSame(theirs, base);
    if (isMine && isTheirs && !isSame(mine, theirs)) conflicts.push(name);
    else if (isMine && !isTheirs) onlyMine.push(name);
    else if (isTheirs && !isMine) onlyTheirs.push(name);
  }
  return { conflicts, onlyMine, onlyTheirs };
}

/** What is saved when others have changed the record: their version, with what is taken of mine. */
export function mergeForms({ mine, theirs }: Versions, taken: readonly string[]): FormValues {
  return { ...theirs, ...Object.fromEntries(taken.map((name) => [name, mine[name]])) };
}

/** Whether two values would be saved as the same, whatever they look like in the form. */
function isSameValue(field: AnyField, a: unknown, b: unknown, today: string): boolean {
  return JSON.stringify(canonical(field, a, today)) === JSON.stringify(canonical(field, b, today));
}

function canonical(field: AnyField, value: unknown, today: string): unknown {
  if (value === null || value === undefined) return null;
  switch (field.type) {
    case 'date':
      return canonicalDate(value, today);
    case 'reference': {
      const { printed, id } = value as RecordReference;
      return [printed, id];
    }
    case 'recipients':
      return (value as readonly BoundaryRecipient[]).map((recipient) =>
        typeof recipient === 'string' ? [recipient, '', ''] : [recipient.name, recipient.unit, recipient.role],
      );
    case 'rows':
      return (value as readonly Readonly<Record<string, unknown>>[]).map((row) =>
        Object.entries(field.fields ?? {}).map(([name, inner]) => canonical(inner, row[name], today)),
      );
    default:
      return typeof value === 'string' ? value.trim() : value;
  }
}

function canonicalDate(value: unknown, today: string): unknown {
  if (isStoredDate(value)) return [value.raw, value.start, value.end];
  const typed = (value as string).trim();
  const parsed = parseFuzzyDate(typed, { today });
  return parsed.ok ? [parsed.value.date.raw, parsed.value.date.start, parsed.value.date.end] : [typed];
}
