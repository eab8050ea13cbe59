import { Select } from 'antd';
import { useMemo } from 'react';
import type { ColumnReading } from '#domain/import/book-reading';
import type { TableChange } from '#domain/import/change-table';
import { columnTargets, type ColumnTarget } from '#domain/import/column-target';
import { columnLetters } from '#domain/import/sheet-grid';
import type { TableView } from '#domain/import/table-view';
import type { EntryKind } from '#domain/records/record-base';
import { fieldLabel } from '../../archive/field-labels.ts';
import styles from './import.module.css';
import { messages } from './messages.ts';

const words = messages.tables;
/** What is surer than this needs no second look. */
const SURE = 0.6;

type ColumnTableProps = { readonly table: TableView; readonly onChange: (change: TableChange) => void };

/** Each column with what stands in it and what it becomes; what was guessed says why. */
export function ColumnTable({ table, onChange }: ColumnTableProps) {
  const { kind, columns, examples } = table;
  const options = useMemo(
    () => columnTargets(kind).map((target) => ({ value: targetKey(target), label: targetLabel(kind, target), target })),
    [kind],
  );
  return (
    <div className={styles['scrolled']}>
      <table className={styles['columns']}>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.heading}</th>
            <th scope="col">{words.examples}</th>
            <th scope="col">{words.target}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((reading, index) => {
            const { column, headerText, target } = reading;
            const letters = columnLetters(column);
            return (
              <tr key={column} data-testid={`import-column-${letters}`}>
                <th scope="row">{letters}</th>
                <td title={headerText}>
                  {headerText === '' ? <span className={styles['quiet']}>{words.noHeading}</span> : headerText}
                </td>
                <td className={styles['examples']}>
                  {(examples[index] ?? []).map((text) => (
                    <span key={text} className={styles['cell']} title={text}>
                      {text}
                    </span>
                  ))}
                </td>
                <td>
                  <Select
                    className={styles['target'] ?? ''}
                    aria-label={words.targetOf(letters)}
                    value={targetKey(target)}
                    options={options}
                    showSearch={{ optionFilterProp: 'label' }}
                    onChange={(_, option) => {
                      const next = Array.isArray(option) ? option[0] : option;
                      if (next) onChange({ what: 'column', column, target: next.target });
                    }}
                  />
                </td>
                <td className={styles['quiet']}>
                  {isDoubtful(reading) && <span className={styles['doubt']}>{words.check}</span>}
                  {reasonInWords(reading)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function isDoubtful({ confidence, reason, target }: ColumnReading): boolean {
  return confidence < SURE && reason.code !== 'no-content' && target.role !== 'ignored';
}

function reasonInWords({ reason: { code, value } }: ColumnReading): string {
  return words.columnReason[code](value);
}

function targetKey({ role, field }: ColumnTarget): string {
  return `${role} ${field}`;
}

function targetLabel(kind: EntryKind, { role, field }: ColumnTarget): string {
  if (field === '') return words.role[role];
  const [name = '', part] = field.split('.');
  return `${part === undefined ? fieldLabel(name, kind) : (words.part[part] ?? part)}${words.role[role]}`;
}
