import { Input, InputNumber, Select } from 'antd';
import { useCallback, useMemo } from 'react';
import { useRecords, useRulebook } from '../../archive/use-records.ts';
import { CompletingInput, passByList } from './completing-input.tsx';
import { completionsOf, isCompleted } from './completions.ts';
import { DateInput, describeDate } from './date-input.tsx';
import { fieldId, type FieldProps } from './form-handle.ts';
import { Labelled } from './labelled.tsx';
import { messages } from './messages.ts';
import type { Candidate } from './suggestions.ts';
import styles from './entry-form.module.css';

type TextFieldProps = FieldProps & {
  readonly required?: boolean;
  /** More than one makes a text area that grows with its text. */
  readonly rows?: number;
};

export function TextField({ form, name, placeholder, required, rows }: TextFieldProps) {
  const shared = {
    id: fieldId(form, name),
    value: form.values[name] as string,
    placeholder,
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

/** A line of text; where values come again, it is completed from what was entered before. */
export function PhraseField({ form, name, placeholder }: FieldProps) {
  const candidates = useCompletions(form.kind, name);
  if (!isCompleted(name)) return <TextField form={form} name={name} {...(placeholder ? { placeholder } : {})} />;
  return (
    <Labelled form={form} name={name}>
      <CompletingInput
        id={fieldId(form, name)}
        value={form.values[name] as string}
        onChange={(text) => form.set(name, text)}
        matcher={form.matcher}
        candidates={candidates}
        {...(placeholder ? { placeholder } : {})}
      />
    </Labelled>
  );
}

/** What is offered in a field, by its path such as "place" or "posts.post"; worked out when it is asked for. */
export function useCompletions(kind: FieldProps['form']['kind'], path: string): () => readonly Candidate[] {
  const records = useRecords(kind);
  const rulebook = useRulebook();
  return useCallback(
    () => completionsOf(kind, path, records, rulebook).map((text) => ({ text })),
    [kind, path, records, rulebook],
  );
}

/** A date as people write it; below it stands how it was understood. */
export function DateField({ form, name }: FieldProps) {
  const value = form.values[name];
  const echo = useMemo(() => describeDate(value, form.today), [value, form.today]);
  return (
    <Labelled form={form} name={name} help={echo}>
      <DateInput
        id={fieldId(form, name)}
        value={value}
        initial={form.initial[name]}
        placeholder={messages.dateHint}
        onChange={(date) => form.set(name, date)}
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
        id={fieldId(form, name)}
        value={value ?? ''}
        onInputKeyDown={passByList}
        onChange={(chosen) => form.set(name, chosen === '' ? null : chosen)}
        options={nothing === undefined ? options : [{ value: '', label: nothing }, ...options]}
      />
    </Labelled>
  );
}

export function ChoicesField({ form, name, choices }: ChoiceFieldProps) {
  return (
    <Labelled form={form} name={name}>
      <Select
        id={fieldId(form, name)}
        mode="multiple"
        onInputKeyDown={passByList}
        placeholder={messages.choicesHint}
        value={[...(form.values[name] as readonly string[])]}
        onChange={(chosen) => form.set(name, chosen)}
        options={choices.map((choice) => ({ value: choice, label: choice }))}
      />
    </Labelled>
  );
}

export function CountField({ form, name }: FieldProps) {
  const value = form.values[name];
  return (
    <Labelled form={form} name={name}>
      <InputNumber
        id={fieldId(form, name)}
        className={styles['count'] ?? ''}
        min={0}
        precision={0}
        value={typeof value === 'number' ? value : null}
        onChange={(count) => form.set(name, count)}
      />
    </Labelled>
  );
}
