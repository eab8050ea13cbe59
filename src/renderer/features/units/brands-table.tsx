import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { fieldLabel } from '../../archive/field-labels.ts';
import { DateInputField } from './date-input-field.tsx';
import { messages } from './messages.ts';
import { EMPTY_BRAND, type BrandRow } from './unit-form-values.ts';
import form from './unit-form.module.css';
import styles from './units.module.css';

type BrandsTableProps = {
  readonly rows: readonly BrandRow[];
  readonly problems: ReadonlyMap<string, string>;
  readonly onChange: (rows: readonly BrandRow[]) => void;
};

/** The party-building brands of a unit: name and since when on one line, what it is and where that is from below. */
export function BrandsTable({ rows, problems, onChange }: BrandsTableProps) {
  const change = (index: number, part: Partial<BrandRow>) =>
    onChange(rows.map((row, place) => (place === index ? { ...row, ...part } : row)));
  const label = (name: string, index: number) => messages.form.row(`${fieldLabel('brands')}${fieldLabel(name)}`, index);
  return (
    <section className={form['wide']} aria-label={fieldLabel('brands')}>
      <h2 className={form['tableTitle']}>{fieldLabel('brands')}</h2>
      {rows.map((row, index) => {
        const problem = problems.get(`brands[${index}].name`);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- rows have no other identity
          <div key={index} className={form['brand']}>
            <div>
              <Input
                aria-label={label('name', index)}
                placeholder={fieldLabel('name')}
                autoComplete="off"
                status={problem === undefined ? '' : 'error'}
                value={row.name}
                onChange={(event) => change(index, { name: event.target.value })}
              />
              {problem !== undefined && <div className={styles['problem']}>{problem}</div>}
            </div>
            <div>
              <DateInputField
                label={label('since', index)}
                placeholder={fieldLabel('since')}
                value={row.since}
                problem={problems.get(`brands[${index}].since`)}
                onChange={(since) => change(index, { since })}
              />
            </div>
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={messages.form.removeRow(fieldLabel('brands'), index)}
              onClick={() => onChange(rows.filter((_, place) => place !== index))}
            />
            {(['summary', 'source'] as const).map((name) => (
              <Input.TextArea
                key={name}
                aria-label={label(name, index)}
                placeholder={fieldLabel(name)}
                rows={2}
                value={row[name]}
                onChange={(event) => change(index, { [name]: event.target.value })}
              />
            ))}
          </div>
        );
      })}
      <div className={form['tableFoot']}>
        <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...rows, EMPTY_BRAND])}>
          {messages.form.addBrand}
        </Button>
      </div>
    </section>
  );
}
