import type { AnyField } from '#domain/records/field';
import { fieldLabel } from '../../archive/field-labels.ts';
import type { FieldProps } from './form-handle.ts';
import { Labelled } from './labelled.tsx';
import type { Row } from './row-cell.tsx';
import { RowsTable } from './rows-table.tsx';

/** A field that is a list of rows with fields of their own. */
export function RowsField({ form, name, field }: FieldProps & { readonly field: AnyField }) {
  const columns = Object.entries(field.fields ?? {}).map(([column, inner]) => ({
    name: column,
    label: fieldLabel(column),
    field: inner,
  }));
  return (
    <Labelled form={form} name={name} isGroup>
      <RowsTable
        form={form}
        name={name}
        label={fieldLabel(name, form.kind)}
        columns={columns}
        rows={form.values[name] as readonly Row[]}
        onChange={(rows) => form.set(name, rows)}
      />
    </Labelled>
  );
}
