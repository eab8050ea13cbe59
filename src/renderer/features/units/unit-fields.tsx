import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { unitDisplayName } from '#domain/records/unit';
import { LEVELS } from '#domain/vocabulary/levels';
import { UNIT_TYPES } from '#domain/vocabulary/unit-terms';
import { fieldLabel } from '../../archive/field-labels.ts';
import { BrandsTable } from './brands-table.tsx';
import { DateInputField } from './date-input-field.tsx';
import { messages } from './messages.ts';
import { NamesTable } from './names-table.tsx';
import type { UnitFormValues } from './unit-form-values.ts';
import { UnitSelect } from '../../archive/unit-select.tsx';
import form from './unit-form.module.css';

export type UnitFieldsProps = {
  readonly unitId: string | null;
  readonly values: UnitFormValues;
  /** What is wrong, by the path of the field. */
  readonly problems: ReadonlyMap<string, string>;
  readonly set: (change: Partial<UnitFormValues>) => void;
};

/** The fields of a unit, in the order in which it is described: its names, what it is, when it was there, its brands. */
export function UnitFields({ unitId, values, problems, set }: UnitFieldsProps) {
  const field = (name: keyof UnitFormValues, input: ReactNode, isWide = false) => (
    <Form.Item
      className={isWide ? (form['wide'] ?? '') : ''}
      label={fieldLabel(name, 'unit')}
      htmlFor={`unit-${name}`}
      {...(problems.has(name) ? { validateStatus: 'error' as const, help: problems.get(name) ?? '' } : {})}
    >
      {input}
    </Form.Item>
  );
  const text = (name: 'note' | 'source') =>
    field(
      name,
      <Input.TextArea
        id={`unit-${name}`}
        rows={2}
        value={values[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />,
      true,
    );
  const date = (name: 'activeFrom' | 'activeTo') =>
    field(
      name,
      <DateInputField
        id={`unit-${name}`}
        label={fieldLabel(name, 'unit')}
        value={values[name]}
        onChange={(value) => set({ [name]: value })}
      />,
    );
  return (
    <div className={form['fields']}>
      <NamesTable rows={values.names} problems={problems} onChange={(names) => set({ names })} />
      {field(
        'unitType',
        <Select
          id="unit-unitType"
          value={values.unitType}
          onChange={(unitType) => set({ unitType })}
          options={UNIT_TYPES.map((value) => ({ value, label: value }))}
        />,
      )}
      {field(
        'level',
        <Select
          id="unit-level"
          value={values.level ?? ''}
          onChange={(level: (typeof LEVELS)[number] | '') => set({ level: level === '' ? null : level })}
          options={[
            { value: '' as const, label: messages.form.noLevel },
            ...LEVELS.map((value) => ({ value, label: value })),
          ]}
        />,
      )}
      {field(
        'parent',
        <UnitSelect
          id="unit-parent"
          label={fieldLabel('parent', 'unit')}
          placeholder={values.parent?.printed ?? messages.form.noParent}
          value={values.parent?.id ?? null}
          exclude={unitId === null ? [] : [unitId]}
          onChange={(unit) => set({ parent: unit && { printed: unitDisplayName(unit), id: unit.id } })}
        />,
      )}
      <div className={form['pair']}>
        {date('activeFrom')}
        {date('activeTo')}
      </div>
      <BrandsTable rows={values.brands} problems={problems} onChange={(brands) => set({ brands })} />
      {text('note')}
      {text('source')}
    </div>
  );
}
