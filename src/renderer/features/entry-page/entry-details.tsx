import type { ReactNode } from 'react';
import type { FuzzyDate } from '#domain/dates/fuzzy-date';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { AnyField } from '#domain/records/field';
import { fieldsOf, fieldValue } from '#domain/records/record-fields';
import type { RecordReference, Recipient } from '#domain/records/reference-fields';
import { fieldLabel } from '../../archive/field-labels.ts';
import { Bodies, type Body } from './bodies.tsx';
import { DateValue } from './date-value.tsx';
import { ReferenceValue } from './reference-value.tsx';
import { RowsValue } from './rows-value.tsx';
import { FieldList } from '../../components/field-list.tsx';
import styles from './entry-page.module.css';
import { messages } from './messages.ts';

const WIDE_TYPES: ReadonlySet<AnyField['type']> = new Set(['prose', 'rows', 'choices']);

/** What a record says, field by field; the names of the fields that say nothing stand at the foot, so that gaps are seen. */
export function EntryDetails({ entry }: { readonly entry: LedgerRecord }) {
  const rows = fieldsOf(entry.kind)
    .filter(([name]) => name !== 'title')
    .map(([name, field]) => ({
      label: fieldLabel(name, entry.kind),
      value: shownValue(name, field, fieldValue(entry, name)),
      isWide: WIDE_TYPES.has(field.type),
    }));
  const said = rows.filter(({ value }) => value !== '');
  const unsaid = rows.filter(({ value }) => value === '').map(({ label }) => label);
  const foot = { label: messages.unsaid, value: <span className={styles['unsaid']}>{unsaid.join('、')}</span> };
  const shown = unsaid.length === 0 ? said : [...said, { ...foot, isWide: true }];
  return <FieldList rows={shown} columns={2} testId="entry-details" />;
}

function isEmptyValue(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0);
}

/** Empty text where nothing is known. */
function shownValue(name: string, field: AnyField, value: unknown): ReactNode {
  if (isEmptyValue(value)) return name === 'level' ? messages.noLevel : '';
  return <FieldValue name={name} field={field} value={value} />;
}

type FieldValueProps = { readonly name: string; readonly field: AnyField; readonly value: unknown };

/** One value of any type of field, as it is read. */
function FieldValue({ name, field, value }: FieldValueProps): ReactNode {
  if (field.type === 'flag') return value === true ? messages.collective : messages.individual;
  switch (field.type) {
    case 'date':
      return <DateValue date={value as FuzzyDate} />;
    case 'bodies':
      return <Bodies bodies={Array.isArray(value) ? (value as readonly Body[]) : [value as Body]} />;
    case 'recipients':
      return <Bodies bodies={(value as readonly Recipient[]).map(recipientBody)} />;
    case 'reference':
      return <ReferenceValue reference={value as RecordReference} kind={field.refersTo ?? null} />;
    case 'rows':
      return <RowsValue fields={field.fields ?? {}} rows={value as readonly Readonly<Record<string, unknown>>[]} />;
    case 'choices':
    case 'names':
      return (value as readonly string[]).join('、');
    case 'count':
      return name === 'headcount' ? messages.people(value as number) : String(value);
    default:
      return value as string;
  }
}

function recipientBody({ printed, unitId, unitPrinted, role }: Recipient): Body {
  const remarks = [unitPrinted, role].filter((text) => text !== '').join('，');
  return { printed, unitId, remark: remarks };
}
