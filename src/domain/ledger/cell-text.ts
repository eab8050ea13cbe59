import { formatFuzzyDate, type FuzzyDate } from '../dates/fuzzy-date.ts';
import type { AnyField } from '../records/field.ts';
import type { RecordReference } from '../records/reference-fields.ts';

/** What the two answers of a flag are called; the only flag of a ledger tells collective recipients from persons. */
export const FLAG_WORDS = { true: '集体', false: '个人' } as const;

/** Stands between the items of a list in one cell. */
export const LIST_SEPARATOR = '、';

type Printed = { readonly printed: string };

/** A value as one cell shows it; empty when nothing is known. Prose keeps its lines. */
export function cellText(field: AnyField, value: unknown): string {
  switch (field.type) {
    case 'flag':
      return FLAG_WORDS[value === true ? 'true' : 'false'];
    case 'date':
      return formatFuzzyDate(value as FuzzyDate);
    case 'count':
      return String((value as number | null) ?? '');
    case 'choices':
    case 'names':
      return (value as readonly string[]).join(LIST_SEPARATOR);
    case 'reference':
      return (value as RecordReference | null)?.printed ?? '';
    case 'bodies':
    case 'recipients':
      return (Array.isArray(value) ? (value as readonly Printed[]) : [value as Printed | null])
        .map((body) => body?.printed ?? '')
        .join(LIST_SEPARATOR);
    case 'rows':
      return rowsText(field, value as readonly Readonly<Record<string, unknown>>[]);
    default:
      return (value as string | null) ?? '';
  }
}

function rowsText(field: AnyField, rows: readonly Readonly<Record<string, unknown>>[]): string {
  const inner = Object.entries(field.fields ?? {});
  return rows
    .map((row) =>
      inner
        .map(([name, each]) => cellText(each, row[name]))
        .filter((text) => text !== '')
        .join(' '),
    )
    .join('；');
}

/** What stands in a cell while it is edited, copied or filled down: a date as it was typed, all else as it is shown. */
export function editableText(field: AnyField, value: unknown): string {
  return field.type === 'date' ? (value as FuzzyDate).raw : cellText(field, value);
}

/** Rows with fields of their own do not fit into one cell: they are edited in the form. */
export function isCellEditable(field: AnyField | undefined): boolean {
  return field !== undefined && field.type !== 'rows';
}

/** Whether a cell holds several items, to which others can be added. */
export function isListField(field: AnyField): boolean {
  return ['choices', 'names', 'recipients'].includes(field.type) || (field.type === 'bodies' && field.empty !== '');
}
