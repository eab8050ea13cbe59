import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { UNIT_NAME_KINDS } from '#domain/vocabulary/unit-terms';
import { fieldLabel } from '../../archive/field-labels.ts';
import { DateInputField } from './date-input-field.tsx';
import { messages } from './messages.ts';
import { EMPTY_NAME, type NameRow } from './unit-form-values.ts';
import form from './unit-form.module.css';
import styles from './units.module.css';

type NamesTableProps = {
  readonly rows: readonly NameRow[];
  readonly problems: ReadonlyMap<string, string>;
  readonly onChange: (rows: readonly NameRow[]) => void;
};

const KINDS = UNIT_NAME_KINDS.map((kind) => ({ value: kind, label: messages.nameKinds[kind] }));

/** All names of a unit with their kind and their time. */
export function NamesTable({ rows, problems, onChange }: NamesTableProps) {
  const change = (index: number, part: Partial<NameRow>) =>
    onChange(rows.map((row, place) => (place === index ? { ...row, ...part } : row)));
  const [hasAdded, setAdded] = useState(false);
  const add = () => {
    setAdded(true);
    onChange([...rows, { ...EMPTY_NAME, kind: rows.some(({ kind }) => kind === 'full') ? 'short' : 'full' }]);
  };
  const { row: label } = messages.form;
  return (
    <section className={form['wide']} aria-label={fieldLabel('names')}>
      <h2 className={form['tableTitle']}>{fieldLabel('names')}</h2>
      <table className={form['inputs']}>
        <thead>
          <tr>
            <th scope="col">{fieldLabel('name')}</th>
            <th scope="col" className={form['narrow']}>
              {fieldLabel('kind')}
            </th>
            <th scope="col" className={form['dateColumn']}>
              {fieldLabel('from')}
            </th>
            <th scope="col" className={form['dateColumn']}>
              {fieldLabel('to')}
            </th>
            <th scope="col" className={form['buttonColumn']} aria-label={messages.form.removeColumn} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const problem = problems.get(`names[${index}].name`) ?? (index === 0 ? problems.get('names') : undefined);
            return (
              // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity
              <tr key={index}>
                <td>
                  <Input
                    aria-label={label(fieldLabel('name'), index)}
                    autoFocus={index === 0 || hasAdded}
                    autoComplete="off"
                    status={problem === undefined ? '' : 'error'}
                    value={row.name}
                    onChange={(event) => change(index, { name: event.target.value })}
                  />
                  {problem !== undefined && <div className={styles['problem']}>{problem}</div>}
                </td>
                <td>
                  <Select
                    className={form['full'] ?? ''}
                    aria-label={label(fieldLabel('kind'), index)}
                    value={row.kind}
                    onChange={(kind) => change(index, { kind })}
                    options={KINDS}
                  />
                </td>
                {(['from', 'to'] as const).map((end) => (
                  <td key={end}>
                    <DateInputField
                      label={label(fieldLabel(end), index)}
                      value={row[end]}
                      problem={problems.get(`names[${index}].${end}`)}
                      onChange={(value) => change(index, { [end]: value })}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    type="text"
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={messages.form.removeRow(fieldLabel('names'), index)}
                    disabled={rows.length === 1}
                    onClick={() => onChange(rows.filter((_, place) => place !== index))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={form['tableFoot']}>
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
          {messages.form.addName}
        </Button>
        <span className={styles['echo']}>{messages.form.namesHint}</span>
      </div>
    </section>
  );
}
