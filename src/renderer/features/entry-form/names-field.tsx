import { Select } from 'antd';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { UnitDirectory } from '#domain/units/unit-directory';
import { useRecords } from '../../archive/use-records.ts';
import { passByList, SuggestionText } from './completing-input.tsx';
import { countValues } from './completions.ts';
import { fieldId, type FieldProps, type FormHandle } from './form-handle.ts';
import { Labelled } from './labelled.tsx';
import { messages } from './messages.ts';
import { namesAfter } from './names-after.ts';
import { suggest, type Suggestion } from './suggestions.ts';
import { unitsByUse } from './unit-options.ts';
import styles from './entry-form.module.css';

/** Several names of bodies, with the known units to choose from. */
export function BodiesField({ form, name, help }: FieldProps & { readonly help?: ReactNode }) {
  const value = form.values[name] as readonly string[];
  return (
    <Labelled form={form} name={name} help={help ?? (form.carried.has(name) ? messages.carriedNames : null)}>
      <UnitNames form={form} name={name} value={value} onChange={(names) => form.set(name, names)} />
    </Labelled>
  );
}

type UnitNamesProps = {
  readonly form: FormHandle;
  readonly name: string;
  readonly value: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
};

const MOST_SHOWN = 30;

/** Names of units; one that is not known is kept as typed, and founds a unit when the record is saved. */
export function UnitNames({ form, name, value, onChange }: UnitNamesProps) {
  const { units, matcher, onDate } = form;
  const records: readonly LedgerRecord[] = useRecords(form.kind);
  const [typed, setTyped] = useState('');
  const [hasCursor, setHasCursor] = useState(false);
  const [keepsCarried, setKeepsCarried] = useState(false);
  const suggestions = useMemo(
    () => (hasCursor ? suggest(matcher, typed, unitsByUse(units, countValues(records, name), onDate), MOST_SHOWN) : []),
    [hasCursor, matcher, typed, units, onDate, records, name],
  );
  const rank = new Map(suggestions.map(({ candidate }, index) => [candidate.text, index]));
  const byText = new Map(suggestions.map((suggestion) => [suggestion.candidate.text, suggestion]));
  // Known units first, so that Enter takes one rather than founding another by a part of its name; a text that is
  // itself a name of a unit stays as it was printed.
  const typedWeight = units.find(typed.trim()) ? -1 : MOST_SHOWN;
  const weigh = (text: unknown) => (text === typed ? typedWeight : (rank.get(String(text)) ?? MOST_SHOWN));
  const type = (text: string) => {
    setTyped(text);
    form.setUnconfirmed(text);
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    // As in a text that is selected: an arrow lets go of the selection, typing takes its place.
    if (event.key === 'ArrowRight' && typed === '') setKeepsCarried(true);
    passByList(event);
  };
  return (
    <Select
      id={fieldId(form, name)}
      mode="tags"
      onInputKeyDown={press}
      value={[...value]}
      options={suggestions.map(({ candidate }) => ({ value: candidate.text, label: candidate.text }))}
      placeholder={messages.namesHint}
      showSearch={{
        filterOption: (search, option) => option?.value === search || rank.has(String(option?.value)),
        filterSort: (a, b) => weigh(a.value) - weigh(b.value),
        onSearch: type,
      }}
      optionRender={({ value: text }) => drawOffered(String(text), byText.get(String(text)), units)}
      tokenSeparators={['、', '；', ';', '\n']}
      suffixIcon={null}
      notFoundContent={null}
      onFocus={() => setHasCursor(true)}
      onChange={(names: readonly string[]) => {
        const best = suggestions[0]?.candidate.text ?? typed.trim();
        const isReplaced = form.carried.has(name) && !keepsCarried;
        onChange(namesAfter({ before: value, after: names, meant: typed.trim() === '' ? null : best, isReplaced }));
        type('');
      }}
      onBlur={() => {
        setHasCursor(false);
        type('');
      }}
    />
  );
}

/** A unit with what was matched of it, or what was typed. */
function drawOffered(text: string, suggestion: Suggestion | undefined, units: UnitDirectory): ReactNode {
  if (suggestion) return <SuggestionText {...suggestion} />;
  return units.find(text) ? text : messages.newName(text);
}

/** Several names that stand for themselves. */
export function NamesField({ form, name }: FieldProps) {
  const value = form.values[name] as readonly string[];
  return (
    <Labelled form={form} name={name}>
      <Select
        id={fieldId(form, name)}
        className={styles['names'] ?? ''}
        mode="tags"
        open={false}
        onInputKeyDown={passByList}
        value={[...value]}
        placeholder={messages.namesHint}
        showSearch={{ onSearch: form.setUnconfirmed }}
        tokenSeparators={['、', '；', ';', '\n']}
        suffixIcon={null}
        onChange={(names) => {
          form.set(name, names);
          form.setUnconfirmed('');
        }}
        onBlur={() => form.setUnconfirmed('')}
      />
    </Labelled>
  );
}
