import { Button, Input, Select, Space } from 'antd';
import { useState } from 'react';
import type { EntryKind } from '#domain/records/record-base';
import type { SearchFacets } from '#domain/search/search-facets';
import { LEVELS, type Level } from '#domain/vocabulary/levels';
import { isUnfinishedInput } from '../../hooks/is-composing.ts';
import { messages } from './messages.ts';
import styles from './ledger-screen.module.css';

export type LedgerFilterValues = { readonly text: string; readonly year: number | null; readonly level: Level | null };

export const NO_LEDGER_FILTERS: LedgerFilterValues = { text: '', year: null, level: null };

type LedgerFiltersProps = {
  readonly kind: EntryKind;
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
  const levelCount = (level: Level) => facets.levels.find(({ value }) => value === level)?.count ?? 0;
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
      <Select
        className={styles['choice'] ?? ''}
        allowClear
        placeholder={messages.year}
        aria-label={messages.year}
        value={filters.year}
        onChange={(year) => change({ year: year ?? null })}
        options={facets.years.map(({ value, count }) => ({ value, label: messages.yearItem(value, count) }))}
      />
      {kind === 'honor' && (
        <Select
          className={styles['choice'] ?? ''}
          allowClear
          placeholder={messages.level}
          aria-label={messages.level}
          value={filters.level}
          onChange={(level) => change({ level: level ?? null })}
          options={LEVELS.map((level) => ({ value: level, label: messages.levelItem(level, levelCount(level)) }))}
        />
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
