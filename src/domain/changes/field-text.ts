import { formatFuzzyDate, type FuzzyDate } from '../dates/fuzzy-date.ts';
import type { AnyField, NamedBody } from '../records/field.ts';
import type { Recipient, RecordReference } from '../records/reference-fields.ts';

/** What the domain has no words for: yes and no, and what a reference points at by now. */
export type FieldWords = {
  readonly flag: (name: string, value: boolean) => string;
  readonly choice: (name: string, value: string) => string;
  /** What the record of that id is called, or null to leave what it points at unsaid. */
  readonly target: (id: string) => string | null;
};

type Row = Readonly<Record<string, unknown>>;

/** The value of any field as text to be read; rows take a line each, and what is not known is empty. */
export function fieldText(name: string, field: AnyField, value: unknown, words: FieldWords): string {
  switch (field.type) {
    case 'flag':
      return words.flag(name, value === true);
    case 'choice':
      return words.choice(name, value as string);
    case 'date':
      return dateText(value as FuzzyDate);
    case 'count':
      return String((value as number | null) ?? '');
    case 'choices':
    case 'names':
      return (value as readonly string[]).join('、');
    case 'reference':
      return value === null ? '' : referenceText(value as RecordReference, words);
    case 'bodies':
      return bodiesIn(value)
        .map((body) => pointing(body.printed, body.unitId, words))
        .join('、');
    case 'recipients':
      return (value as readonly Recipient[]).map((recipient) => recipientText(recipient, words)).join('、');
    case 'rows':
      return (value as readonly Row[]).map((row) => rowText(field, row, words)).join('\n');
    default:
      return (value as string | null) ?? '';
  }
}

/** A field of one body holds it alone, or null. */
function bodiesIn(value: unknown): readonly NamedBody[] {
  if (Array.isArray(value)) return value as readonly NamedBody[];
  return value === null ? [] : [value as NamedBody];
}

function dateText(date: FuzzyDate): string {
  const formatted = formatFuzzyDate(date);
  return date.raw === '' || date.raw === formatted ? formatted : `${formatted}（${date.raw}）`;
}

function referenceText({ printed, id }: RecordReference, words: FieldWords): string {
  return pointing(printed, id, words);
}

function recipientText({ printed, role, unitPrinted, unitId }: Recipient, words: FieldWords): string {
  const remarks = [unitPrinted, role].filter((text) => text !== '').join('，');
  return `${pointing(printed, unitId, words)}${remarks === '' ? '' : `（${remarks}）`}`;
}

function pointing(printed: string, id: string | null, words: FieldWords): string {
  const target = id === null ? null : words.target(id);
  return target === null ? printed : `${printed}（→ ${target}）`;
}

function rowText(field: AnyField, row: Row, words: FieldWords): string {
  return Object.entries(field.fields ?? {})
    .map(([name, inner]) => fieldText(name, inner, row[name], words))
    .filter((text) => text !== '')
    .join('，');
}
