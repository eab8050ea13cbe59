import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import type { LedgerKind } from '#domain/records/record-base';
import type { SearchFacets } from '#domain/search/search-facets';
import type { Level } from '#domain/vocabulary/levels';
import { LevelSelect, YearSelect } from '../../components/filter-selects.tsx';
import { isUnfinishedInput } from '../../hooks/is-composing.ts';
import { messages } from './messages.ts';
import styles from './ledger-screen.module.css';

export type LedgerFilterValues = { readonly text: string; readonly year: number | null; readonly level: Level | null };

export const NO_LEDGER_FILTERS: LedgerFilterValues = { text: '', year: null, level: null };

type LedgerFiltersProps = {
  readonly kind: LedgerKind;
  readonly filters: LedgerFilterValues;
  readonly facets: SearchFacets;
  readonly onChange: (filters: LedgerFilterValues) => void;
};

/** The filters that are used every day; each column's own filter is in its header. */
export function LedgerFilters({ kind, filters, facets, onChange }: LedgerFiltersProps) {
  const [typed, setTyped] = useState(filters.text);
  const change = (next: Partial<LedgerFilterValues>) => {
    const wanted = { ...filters, ...next };
    const isNone = wanted.text === '' && wanted.year === null && wanted.level === null;
    onChange(isNone ? NO_LEDGER_FILTERS : wanted);
  };
  return (
    <Space className={styles['filters'] ?? ''}>
      <Input
        className={styles['find'] ?? ''}
        allowClear
        placeholder={messages.find}
        aria-label={messages.find}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          if (!isUnfinishedInput(event.nativeEvent)) change({ text: event.target.value });
        }}
        onCompositionEnd={(event) => change({ text: event.currentTarget.value })}
      />
      <YearSelect value={filters.year} facets={facets} onChange={(year) => change({ year })} />
      {kind === 'honor' && (
        <LevelSelect value={filters.level} facets={facets} onChange={(level) => change({ level })} />
      )}
      {filters !== NO_LEDGER_FILTERS && (
        <Button
          type="link"
          onClick={() => {
            setTyped('');
            onChange(NO_LEDGER_FILTERS);
          }}
        >
          {messages.clearFilters}
        </Button>
      )}
    </Space>
  );
}
