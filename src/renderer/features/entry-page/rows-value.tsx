import type { FuzzyDate } from '#domain/dates/fuzzy-date';
import type { AnyField, Fields } from '#domain/records/field';
import { fieldLabel } from '../../archive/field-labels.ts';
import { Bodies, type Body } from './bodies.tsx';
import { DateValue } from './date-value.tsx';
import styles from './entry-page.module.css';

type Row = Readonly<Record<string, unknown>>;

/** The rows of a field as a small table. */
export function RowsValue({ fields, rows }: { readonly fields: Fields; readonly rows: readonly Row[] }) {
  const columns = Object.entries(fields);
  return (
    <table className={styles['rows']}>
      <thead>
        <tr>
          {columns.map(([name]) => (
            <th key={name} scope="col">
              {fieldLabel(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity
          <tr key={index}>
            {columns.map(([name, field]) => (
              <td key={name}>
                <Cell field={field} value={row[name]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ field, value }: { readonly field: AnyField; readonly value: unknown }) {
  if (value === null || value === undefined) return null;
  if (field.type === 'date') {
    const date = value as FuzzyDate;
    return date.raw === '' ? null : <DateValue date={date} />;
  }
  if (field.type === 'bodies') return <Bodies bodies={[value as Body]} />;
  return typeof value === 'number' ? String(value) : (value as string);
}
