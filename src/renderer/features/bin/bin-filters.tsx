import { Button, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { RECORD_KINDS, type RecordKind } from '#domain/records/record-base';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { isUnfinishedInput } from '../../hooks/is-composing.ts';
import type { BinRow } from './bin-rows.ts';
import styles from './bin.module.css';
import { messages } from './messages.ts';

export type BinFilterValues = { readonly text: string; readonly kind: RecordKind | null };

export const NO_BIN_FILTERS: BinFilterValues = { text: '', kind: null };

type BinFiltersProps = {
  readonly filters: BinFilterValues;
  readonly rows: readonly BinRow[];
  readonly onChange: (filters: BinFilterValues) => void;
};

export function BinFilters({ filters, rows, onChange }: BinFiltersProps) {
  const [typed, setTyped] = useState(filters.text);
  const counts = Map.groupBy(rows, ({ kind }) => kind);
  const options = RECORD_KINDS.flatMap((kind) => {
    const count = counts.get(kind)?.length ?? 0;
    return count > 0 ? [{ value: kind, label: messages.kindItem(KIND_NAMES[kind], count) }] : [];
  });
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
          if (!isUnfinishedInput(event.nativeEvent)) onChange({ ...filters, text: event.target.value });
        }}
        onCompositionEnd={(event) => onChange({ ...filters, text: event.currentTarget.value })}
      />
      <Select<RecordKind>
        className={styles['kind'] ?? ''}
        allowClear
        placeholder={messages.kind}
        aria-label={messages.kind}
        value={filters.kind}
        onChange={(kind) => onChange({ ...filters, kind: kind ?? null })}
        options={options}
      />
      {(filters.text !== '' || filters.kind !== null) && (
        <Button
          type="link"
          onClick={() => {
            setTyped('');
            onChange(NO_BIN_FILTERS);
          }}
        >
          {messages.clearFilters}
        </Button>
      )}
    </Space>
  );
}
