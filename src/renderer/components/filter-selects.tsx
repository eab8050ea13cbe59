import { Select } from 'antd';
import type { SearchFacets } from '#domain/search/search-facets';
import { LEVELS, type Level } from '#domain/vocabulary/levels';
import styles from './filter-selects.module.css';
import { messages } from './messages.ts';

type FilterSelectProps<T> = {
  readonly value: T | null;
  /** How many records each choice would leave. */
  readonly facets: Pick<SearchFacets, 'years' | 'levels'>;
  readonly onChange: (value: T | null) => void;
};

/** The years that there are records of. */
export function YearSelect({ value, facets, onChange }: FilterSelectProps<number>) {
  return (
    <Select
      className={styles['select'] ?? ''}
      allowClear
      placeholder={messages.year}
      aria-label={messages.year}
      value={value}
      onChange={(year) => onChange(year ?? null)}
      options={facets.years.map((year) => ({ value: year.value, label: messages.yearItem(year.value, year.count) }))}
    />
  );
}

export function LevelSelect({ value, facets, onChange }: FilterSelectProps<Level>) {
  const countOf = (level: Level) => facets.levels.find((each) => each.value === level)?.count ?? 0;
  return (
    <Select
      className={styles['select'] ?? ''}
      allowClear
      placeholder={messages.level}
      aria-label={messages.level}
      value={value}
      onChange={(level) => onChange(level ?? null)}
      options={LEVELS.map((level) => ({ value: level, label: messages.levelItem(level, countOf(level)) }))}
    />
  );
}
