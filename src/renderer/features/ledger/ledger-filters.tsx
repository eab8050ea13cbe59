import { Button, Input, Select, Tag } from 'antd';
import { useState } from 'react';
import { fieldMap } from '#domain/ledger/field-map';
import { NO_LEDGER_FILTERS, type LedgerFacets, type LedgerFilters as Filters } from '#domain/ledger/ledger-filters';
import type { LedgerKind } from '#domain/records/record-base';
import { VERIFICATIONS } from '#domain/vocabulary/honor-terms';
import { WORKS } from '#domain/vocabulary/works';
import { LevelSelect, YearSelect } from '../../components/filter-selects.tsx';
import { isUnfinishedInput } from '../../hooks/is-composing.ts';
import { GroupSelect } from './group-select.tsx';
import { messages } from './messages.ts';
import styles from './ledger-screen.module.css';

type LedgerFiltersProps = {
  readonly kind: LedgerKind;
  readonly filters: Filters;
  readonly facets: LedgerFacets;
  /** Whether anything narrows the ledger, a column's own filter included. */
  readonly isFiltered: boolean;
  readonly groupBy: string | null;
  readonly onChange: (filters: Filters) => void;
  readonly onClear: () => void;
  readonly onGroup: (by: string | null) => void;
};

/** The filters that are used every day; each column's own filter is in its header. */
export function LedgerFilters({ kind, filters, facets, onChange, onClear, ...props }: LedgerFiltersProps) {
  const fields = fieldMap(kind);
  const change = (next: Partial<Filters>) => onChange({ ...filters, ...next });
  return (
    <search className={styles['filters'] ?? ''}>
      <FindInput text={filters.text} onChange={(text) => change({ text })} />
      {(fields.has('date') || fields.has('issued')) && (
        <YearSelect value={filters.year} facets={facets} onChange={(year) => change({ year })} />
      )}
      {fields.has('level') && (
        <LevelSelect value={filters.level} facets={facets} onChange={(level) => change({ level })} />
      )}
      {fields.has('verification') && (
        <ChoiceFilter
          label={messages.filters.verification}
          value={filters.verification}
          options={VERIFICATIONS.map((value) => ({ value, label: value }))}
          onChange={(verification) => change({ verification })}
        />
      )}
      {fields.has('collective') && (
        <ChoiceFilter
          label={messages.filters.collective}
          value={filters.collective === null ? null : String(filters.collective)}
          options={Object.entries(messages.filters.flag).map(([value, label]) => ({ value, label }))}
          onChange={(value) => change({ collective: value === null ? null : value === 'true' })}
        />
      )}
      {fields.has('works') && (
        <ChoiceFilter
          label={messages.filters.work}
          value={filters.work}
          options={WORKS.map((value) => ({ value, label: value }))}
          onChange={(work) => change({ work })}
        />
      )}
      <GroupSelect kind={kind} value={props.groupBy} onChange={props.onGroup} />
      {filters.gap && (
        <Tag closable closeIcon onClose={() => change({ gap: null })} className={styles['gap'] ?? ''}>
          {messages.filters.gaps[filters.gap]}
        </Tag>
      )}
      {props.isFiltered && (
        <Button type="link" onClick={onClear}>
          {messages.filters.clear}
        </Button>
      )}
    </search>
  );
}

type FindInputProps = { readonly text: string; readonly onChange: (text: string) => void };

/** What an input method has not finished is not looked for yet. */
function FindInput({ text, onChange }: FindInputProps) {
  const [typed, setTyped] = useState(text);
  const [told, setTold] = useState(text);
  const tell = (next: string) => {
    setTold(next);
    onChange(next);
  };
  // The filters were cleared, or a view was chosen.
  if (text !== told) {
    setTold(text);
    setTyped(text);
  }
  return (
    <Input
      className={styles['find'] ?? ''}
      allowClear
      placeholder={messages.filters.find}
      aria-label={messages.filters.find}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        if (!isUnfinishedInput(event.nativeEvent)) tell(event.target.value);
      }}
      onCompositionEnd={(event) => tell(event.currentTarget.value)}
    />
  );
}

type ChoiceFilterProps = {
  readonly label: string;
  readonly value: string | null;
  readonly options: { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | null) => void;
};

function ChoiceFilter({ label, value, options, onChange }: ChoiceFilterProps) {
  return (
    <Select
      className={styles['filter'] ?? ''}
      allowClear
      placeholder={label}
      aria-label={label}
      value={value}
      options={options}
      onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
    />
  );
}

/** Whether nothing narrows a ledger. */
export function areNoFilters(filters: Filters): boolean {
  return JSON.stringify(filters) === JSON.stringify(NO_LEDGER_FILTERS);
}
