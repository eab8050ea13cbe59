import { Form, Input, InputNumber, Radio, Select, Typography } from 'antd';
import { useMemo, type KeyboardEvent, type ReactNode } from 'react';
import { formatFuzzyDate, type FuzzyDate } from '#domain/dates/fuzzy-date';
import { parseFuzzyDate } from '#domain/dates/parse-fuzzy-date';
import type { DraftProblem } from '#domain/records/draft-problem';
import type { LedgerKind } from '#domain/records/record-base';
import type { UnitDirectory } from '#domain/units/unit-directory';
import { fieldLabel } from '../../archive/field-labels.ts';
import { noticeHint, problemHint } from '../../archive/problem-messages.ts';
import { dateText, isStoredDate, typedDate, type FormValues } from './form-values.ts';
import { messages } from './messages.ts';
import { typedTextLast, unitOptions } from './unit-options.ts';
import styles from './entry-form.module.css';

/** What all fields of a form share. */
export type FormHandle = {
  readonly kind: LedgerKind;
  readonly values: FormValues;
  /** What stood in the form when it was opened. */
  readonly initial: FormValues;
  readonly set: (field: string, value: unknown) => void;
  /** A name that is being typed and stands in no field yet; empty when there is none. */
  readonly setUnconfirmed: (text: string) => void;
  readonly problems: readonly DraftProblem[];
  readonly units: UnitDirectory;
  readonly today: string;
};

type FieldProps = { readonly form: FormHandle; readonly name: string; readonly placeholder?: string };

type LabelledProps = {
  readonly form: FormHandle;
  readonly name: string;
  readonly help?: ReactNode;
  readonly required?: boolean;
  readonly children: ReactNode;
};

/** Label, input, and below it what is wrong or how it was understood. */
function Labelled({ form, name, help, required, children }: LabelledProps) {
  const problem = form.problems.find(({ field }) => field === name || field.startsWith(`${name}[`));
  return (
    <Form.Item
      label={fieldLabel(name, form.kind)}
      htmlFor={`field-${name}`}
      required={required ?? false}
      validateStatus={problem ? 'error' : ''}
      help={problem ? problemHint(problem) : help}
    >
      {children}
    </Form.Item>
  );
}

type TextFieldProps = FieldProps & {
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  /** More than one makes a text area that grows with its text. */
  readonly rows?: number;
};

export function TextField({ form, name, placeholder, autoFocus, required, rows }: TextFieldProps) {
  const shared = {
    id: `field-${name}`,
    value: form.values[name] as string,
    placeholder,
    autoFocus: autoFocus ?? false,
    onChange: (event: { readonly target: { readonly value: string } }) => form.set(name, event.target.value),
  };
  return (
    <Labelled form={form} name={name} required={required ?? false}>
      {rows ? (
        <Input.TextArea {...shared} rows={rows} className={styles['prose'] ?? ''} />
      ) : (
        <Input {...shared} autoComplete="off" />
      )}
    </Labelled>
  );
}

/** A date as people write it; below it stands how it was understood, as soon as it can be. */
export function DateField({ form, name }: FieldProps) {
  const value = form.values[name];
  const echo = useMemo(() => describeDate(value, form.today), [value, form.today]);
  return (
    <Labelled form={form} name={name} help={echo}>
      <Input
        id={`field-${name}`}
        value={dateText(value)}
        placeholder={messages.dateHint}
        autoComplete="off"
        onChange={(event) => form.set(name, typedDate(event.target.value, form.initial[name]))}
      />
    </Labelled>
  );
}

function describeDate(value: unknown, today: string): ReactNode {
  if (isStoredDate(value)) return value.precision === 'unknown' ? null : understood(value);
  if (typeof value !== 'string' || value.trim() === '') return null;
  const parsed = parseFuzzyDate(value, { today });
  if (!parsed.ok) {
    return <Typography.Text type="warning">{problemHint({ code: parsed.error.code, field: '' })}</Typography.Text>;
  }
  const { date, concerns } = parsed.value;
  if (concerns.length === 0) return date.precision === 'unknown' ? messages.dateUnknown : understood(date);
  const questions = concerns.map((code) => noticeHint({ code, field: '' })).join('；');
  return (
    <>
      {date.precision !== 'unknown' && understood(date)} <Typography.Text type="warning">{questions}</Typography.Text>
    </>
  );
}

function understood(date: FuzzyDate): string {
  const isSpan = date.precision === 'range' && date.start !== null && date.end !== null;
  const text = isSpan ? messages.dateSpan(date.start, date.end) : formatFuzzyDate(date);
  return messages.dateUnderstood(text, date.precision);
}

/**
 * Tab leaves the field, taking over what was typed. Left to itself the list would take Tab as a choice of the item that
 * happens to be marked, add or remove it, and keep the cursor.
 */
function leaveByTab(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Tab') event.stopPropagation();
}

/** Several names of bodies, with the known units to choose from; a name that is not known is kept as typed. */
export function NamesField({
  form,
  name,
  placeholder = messages.namesHint,
  suggest = true,
}: FieldProps & { readonly suggest?: boolean }) {
  const value = form.values[name] as readonly string[];
  const options = useMemo(() => (suggest ? unitOptions(form.units) : []), [form.units, suggest]);
  return (
    <Labelled form={form} name={name}>
      <Select
        id={`field-${name}`}
        mode="tags"
        onInputKeyDown={leaveByTab}
        value={[...value]}
        options={options}
        placeholder={placeholder}
        showSearch={{
          optionFilterProp: 'search',
          filterSort: typedTextLast(form.units),
          onSearch: form.setUnconfirmed,
        }}
        optionRender={({ value: offered, label: shown }) =>
          shown === offered && !form.units.find(String(offered)) ? messages.newName(String(offered)) : shown
        }
        optionLabelProp="value"
        tokenSeparators={['、', '；', ';', '\n']}
        suffixIcon={null}
        notFoundContent={null}
        {...(suggest ? {} : { open: false })}
        onChange={(names) => {
          form.set(name, names);
          form.setUnconfirmed('');
        }}
        onBlur={() => form.setUnconfirmed('')}
      />
    </Labelled>
  );
}

type ChoiceFieldProps = FieldProps & {
  readonly choices: readonly string[];
  /** What choosing nothing is called, where that is allowed; an item of its own, since a button to clear would be one more stop for the Tab key. */
  readonly nothing?: string;
};

export function ChoiceField({ form, name, choices, nothing }: ChoiceFieldProps) {
  const value = form.values[name] as string | null;
  const options = choices.map((choice) => ({ value: choice, label: choice }));
  return (
    <Labelled form={form} name={name}>
      <Select
        id={`field-${name}`}
        value={value ?? ''}
        onInputKeyDown={leaveByTab}
        onChange={(chosen) => form.set(name, chosen === '' ? null : chosen)}
        options={nothing === undefined ? options : [{ value: '', label: nothing }, ...options]}
      />
    </Labelled>
  );
}

export function WorksField({ form, name, placeholder, choices }: ChoiceFieldProps) {
  return (
    <Labelled form={form} name={name}>
      <Select
        id={`field-${name}`}
        mode="multiple"
        onInputKeyDown={leaveByTab}
        placeholder={placeholder}
        value={[...(form.values[name] as readonly string[])]}
        onChange={(chosen) => form.set(name, chosen)}
        options={choices.map((choice) => ({ value: choice, label: choice }))}
      />
    </Labelled>
  );
}

export function CollectiveField({ form, name }: FieldProps) {
  return (
    <Labelled form={form} name={name}>
      <Radio.Group
        id={`field-${name}`}
        value={form.values[name]}
        onChange={(event) => form.set(name, event.target.value)}
        options={[
          { value: true, label: messages.collective },
          { value: false, label: messages.individual },
        ]}
      />
    </Labelled>
  );
}

export function CountField({ form, name }: FieldProps) {
  const value = form.values[name];
  return (
    <Labelled form={form} name={name}>
      <InputNumber
        id={`field-${name}`}
        className={styles['count'] ?? ''}
        min={0}
        precision={0}
        value={typeof value === 'number' ? value : null}
        onChange={(count) => form.set(name, count)}
      />
    </Labelled>
  );
}
