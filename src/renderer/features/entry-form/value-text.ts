import type { AnyField } from '#domain/records/field';
import type { BoundaryRecipient, RecordReference } from '#domain/records/reference-fields';
import { dateText } from './form-values.ts';
import { messages } from './messages.ts';

/** A field's value in a form as one text, to be compared with another one by eye; empty when nothing stands there. */
export function valueText(field: AnyField, value: unknown): string {
  if (value === null || value === undefined) return '';
  switch (field.type) {
    case 'date':
      return dateText(value);
    case 'flag':
      return value === true ? messages.collective : messages.individual;
    case 'reference':
      return (value as RecordReference).printed;
    case 'recipients':
      return (value as readonly BoundaryRecipient[]).map(recipientText).join('、');
    case 'rows':
      return (value as readonly Readonly<Record<string, unknown>>[])
        .map((row) => rowText(field.fields ?? {}, row))
        .join('；');
    default:
      if (Array.isArray(value)) return (value as readonly string[]).join('、');
      return typeof value === 'number' ? String(value) : (value as string);
  }
}

function rowText(fields: Readonly<Record<string, AnyField>>, row: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields)
    .map(([name, field]) => valueText(field, row[name]))
    .filter((text) => text !== '')
    .join(' ');
}

function recipientText(recipient: BoundaryRecipient): string {
  if (typeof recipient === 'string') return recipient;
  const remarks = [recipient.unit, recipient.role].filter((text) => text !== '');
  return remarks.length > 0 ? `${recipient.name}（${remarks.join('，')}）` : recipient.name;
}
