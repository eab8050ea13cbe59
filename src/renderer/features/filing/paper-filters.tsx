import { Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { FILABLE_KINDS } from '#domain/filing/filable-record';
import { RETENTIONS } from '#domain/filing/retention';
import { KIND_NAMES } from '../../components/kind-names.ts';
import styles from './filing.module.css';
import { messages } from './messages.ts';
import type { PaperFilters } from './paper-rows.ts';

type PaperFilterBarProps = {
  readonly filters: PaperFilters;
  /** The years that there is something of. */
  readonly years: ReadonlySet<number | null>;
  readonly withRetention: boolean;
  readonly shown: number;
  readonly all: number;
  readonly onChange: (filters: PaperFilters) => void;
  readonly children?: ReactNode;
};

export function PaperFilterBar({ filters, years, withRetention, shown, all, onChange, children }: PaperFilterBarProps) {
  const set = (change: Partial<PaperFilters>) => onChange({ ...filters, ...change });
  return (
    <div className={styles['filters']}>
      <Input
        className={styles['find'] ?? ''}
        allowClear
        placeholder={messages.find}
        aria-label={messages.find}
        value={filters.text}
        onChange={(event) => set({ text: event.target.value })}
      />
      <YearChoice value={filters.year} years={years} onChange={(year) => set({ year })} />
      <Select<string>
        className={styles['select'] ?? ''}
        aria-label={messages.kind}
        value={filters.kind ?? ''}
        onChange={(kind) => set({ kind: FILABLE_KINDS.find((each) => each === kind) ?? null })}
        options={[
          { value: '', label: messages.allKinds },
          ...FILABLE_KINDS.map((kind) => ({ value: kind as string, label: KIND_NAMES[kind] })),
        ]}
      />
      {withRetention && (
        <RetentionChoice
          className={styles['select'] ?? ''}
          value={filters.retention}
          nothing={messages.allRetentions}
          onChange={(retention) => set({ retention })}
        />
      )}
      <span className={styles['count']}>{messages.count(shown, all)}</span>
      <span className={styles['spacer']} />
      {children}
    </div>
  );
}

type YearChoiceProps = {
  readonly value: PaperFilters['year'];
  readonly years: ReadonlySet<number | null>;
  readonly onChange: (year: PaperFilters['year']) => void;
};

export function YearChoice({ value, years, onChange }: YearChoiceProps) {
  const known = [...years].filter((year) => year !== null).toSorted((a, b) => b - a);
  return (
    <Select<number | string>
      className={styles['select'] ?? ''}
      aria-label={messages.year}
      value={value ?? ''}
      onChange={(year) => onChange(typeof year === 'number' || year === 'none' ? year : null)}
      options={[
        { value: '', label: messages.allYears },
        ...known.map((year) => ({ value: year, label: `${year}` })),
        ...(years.has(null) ? [{ value: 'none', label: messages.noYear }] : []),
      ]}
    />
  );
}

type RetentionChoiceProps = {
  readonly value: string | null;
  /** What choosing none is called. */
  readonly nothing: string;
  readonly onChange: (retention: string | null) => void;
  readonly id?: string;
  readonly className?: string;
};

export function RetentionChoice({ value, nothing, onChange, id, className }: RetentionChoiceProps) {
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(className === undefined ? {} : { className })}
      aria-label={messages.retention}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
      options={[
        { value: '', label: nothing },
        ...RETENTIONS.map((retention) => ({ value: retention as string, label: retention as string })),
      ]}
    />
  );
}
