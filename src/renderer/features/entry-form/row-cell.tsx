import { Input, Select } from 'antd';
import { useMemo } from 'react';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { AnyField } from '#domain/records/field';
import { useRecords } from '../../archive/use-records.ts';
import { CompletingInput, passByList } from './completing-input.tsx';
import { countValues, isCompleted } from './completions.ts';
import { DateInput, describeDate } from './date-input.tsx';
import { useCompletions } from './fields.tsx';
import { fieldId, type FormHandle } from './form-handle.ts';
import { isStoredDate } from './form-values.ts';
import { messages } from './messages.ts';
import { unitsByUse } from './unit-options.ts';
import styles from './entry-form.module.css';

export type Row = Readonly<Record<string, unknown>>;

export type RowColumn = {
  readonly name: string;
  readonly label: string;
  readonly field: Pick<AnyField, 'type' | 'choices' | 'empty'>;
};

type RowCellProps = {
  readonly form: FormHandle;
  /** The field whose row it is. */
  readonly list: string;
  readonly index: number;
  readonly column: RowColumn;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

/** The input for one field of a row. */
export function RowCell(props: RowCellProps) {
  const { form, list, index, column, value, onChange } = props;
  const id = fieldId(form, `${list}[${index}].${column.name}`);
  const label = messages.rows.cell(index + 1, column.label);
  switch (column.field.type) {
    case 'choice':
      return (
        <Select
          id={id}
          aria-label={label}
          className={styles['cell-choice'] ?? ''}
          value={value as string}
          onInputKeyDown={passByList}
          onChange={onChange}
          options={(column.field.choices ?? []).map((choice) => ({ value: choice, label: choice }))}
        />
      );
    case 'date':
      return <DateCell {...props} />;
    case 'bodies':
      return <UnitCell {...props} />;
    default:
      if (isCompleted(`${list}.${column.name}`)) return <PhraseCell {...props} />;
      return (
        <Input
          id={id}
          aria-label={label}
          autoComplete="off"
          value={value as string}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

function DateCell({ form, list, index, column, value, onChange }: RowCellProps) {
  const echo = useMemo(() => describeDate(value, form.today), [value, form.today]);
  return (
    <>
      <DateInput
        id={fieldId(form, `${list}[${index}].${column.name}`)}
        label={messages.rows.cell(index + 1, column.label)}
        value={value}
        initial={findStoredDate(form.initial[list], column.name, index)}
        onChange={onChange}
      />
      {echo !== null && <div className={styles['cell-echo']}>{echo}</div>}
    </>
  );
}

/** The date that stood in this row when the form was opened. */
function findStoredDate(initial: unknown, column: string, index: number): unknown {
  const row = Array.isArray(initial) ? (initial[index] as Row | undefined) : undefined;
  const date = row?.[column];
  return isStoredDate(date) ? date : undefined;
}

/** One unit by any of its names; one that is not known is kept as typed. */
function UnitCell({ form, list, index, column, value, onChange }: RowCellProps) {
  const records: readonly LedgerRecord[] = useRecords(form.kind);
  const path = list === 'recipients' ? 'recipients.unitPrinted' : `${list}.${column.name}`;
  return (
    <CompletingInput
      id={fieldId(form, `${list}[${index}].${column.name}`)}
      label={messages.rows.cell(index + 1, column.label)}
      value={value as string}
      onChange={onChange}
      onPick={({ text }) => onChange(text)}
      matcher={form.matcher}
      candidates={() => unitsByUse(form.units, countValues(records, path), null)}
    />
  );
}

function PhraseCell({ form, list, index, column, value, onChange }: RowCellProps) {
  const candidates = useCompletions(form.kind, `${list}.${column.name}`);
  return (
    <CompletingInput
      id={fieldId(form, `${list}[${index}].${column.name}`)}
      label={messages.rows.cell(index + 1, column.label)}
      value={value as string}
      onChange={onChange}
      matcher={form.matcher}
      candidates={candidates}
    />
  );
}
