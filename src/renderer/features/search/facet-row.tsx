import { Button, Select } from 'antd';
import { memo } from 'react';
import { filtersOf, withFilter, withoutFilter, withYears, type FilterKey } from '#domain/search/query/edit-search-text';
import type { ParsedSearch } from '#domain/search/query/parse-search-text';
import type { QueryContext } from '#domain/search/query/query-context';
import type { FacetCount, SearchFacets } from '#domain/search/search-facets';
import type { FilterCondition, SearchableField } from '#domain/search/search-expression';
import { FINDABLE_KINDS, type FindableKind } from '#domain/records/record-base';
import { LEVELS, type Level } from '#domain/vocabulary/levels';
import { useUnitNames } from '../../archive/use-unit-directory.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { messages } from './messages.ts';
import styles from './search-screen.module.css';
import { YearSelect } from './year-select.tsx';

type FacetRowProps = {
  readonly text: string;
  readonly parsed: ParsedSearch;
  readonly context: QueryContext;
  readonly facets: SearchFacets;
  readonly onChange: (text: string) => void;
};

/** The filters by mouse. They read from the text and write into it: what is typed and what is chosen are one. */
export const FacetRow = memo(function FacetRow({ text, parsed, context, facets, onChange }: FacetRowProps) {
  const unitNames = useUnitNames();
  const chosen = filtersOf(parsed);
  const set = (condition: FilterCondition) => onChange(withFilter(text, condition, context));
  const clear = (key: FilterKey) => onChange(withoutFilter(text, key, context));
  const setField = (field: SearchableField) => (value: string | null) =>
    value === null ? clear(field) : set({ type: 'field', field, text: value });
  const levels = chosen.levels.filter((level): level is Level => level !== null);
  const setLevels = (settled: readonly Level[]) => {
    // 未定 can only be typed, and stays while others are chosen.
    const next = [...settled, ...chosen.levels.filter((level) => level === null)];
    if (next.length === 0) clear('level');
    else set({ type: 'level', levels: next });
  };
  return (
    <search className={styles['facets'] ?? ''} aria-label={messages.facets.label}>
      <KindSwitches
        counts={facets.kinds}
        chosen={chosen.kinds}
        onChange={(kinds) => (kinds.length === 0 ? clear('kind') : set({ type: 'kind', kinds }))}
      />
      <YearSelect
        counts={facets.years}
        chosen={chosen.years}
        onChange={(years) => onChange(withYears(text, years, context))}
      />
      <LevelSelect counts={facets.levels} chosen={levels} onChange={setLevels} />
      <FacetSelect
        label={messages.facets.unit}
        counts={facets.units}
        value={chosen.unitId}
        nameOf={(id) => unitNames.get(id) ?? ''}
        isWide
        onChange={(unitId) => (unitId === null ? clear('unit') : set({ type: 'unit', unitId }))}
      />
      <FacetSelect
        label={messages.facets.work}
        counts={facets.works}
        value={chosen.fields.work ?? null}
        onChange={setField('work')}
      />
      <FacetSelect
        label={messages.facets.series}
        counts={facets.series}
        value={chosen.fields.series ?? null}
        onChange={setField('series')}
      />
      <FacetSelect
        label={messages.facets.status}
        counts={facets.statuses}
        value={chosen.fields.status ?? null}
        onChange={setField('status')}
      />
    </search>
  );
});

type KindSwitchesProps = {
  readonly counts: readonly FacetCount<FindableKind>[];
  readonly chosen: readonly FindableKind[];
  readonly onChange: (kinds: readonly FindableKind[]) => void;
};

/** Kinds are few, so they are seen at once; several can be chosen. */
function KindSwitches({ counts, chosen, onChange }: KindSwitchesProps) {
  const countOf = (kind: FindableKind) => counts.find(({ value }) => value === kind)?.count ?? 0;
  // What is not there at all would only take room.
  const shown = FINDABLE_KINDS.filter((kind) => countOf(kind) > 0 || chosen.includes(kind));
  const toggle = (kind: FindableKind) =>
    onChange(FINDABLE_KINDS.filter((each) => (each === kind ? !chosen.includes(each) : chosen.includes(each))));
  return (
    <fieldset className={styles['kinds']} aria-label={messages.facets.kind}>
      {shown.map((kind) => (
        <button
          key={kind}
          type="button"
          className={styles['switch']}
          aria-pressed={chosen.includes(kind)}
          onClick={() => toggle(kind)}
        >
          {KIND_NAMES[kind]}
          <span className={styles['count']}>{countOf(kind)}</span>
        </button>
      ))}
      {chosen.length > 0 && (
        <Button type="link" size="small" onClick={() => onChange([])}>
          {messages.facets.allKinds}
        </Button>
      )}
    </fieldset>
  );
}

type FacetSelectProps<T extends string | number> = {
  readonly label: string;
  readonly counts: readonly FacetCount<T>[];
  readonly value: T | null;
  readonly nameOf?: (value: T) => string;
  readonly isWide?: boolean;
  readonly onChange: (value: T | null) => void;
};

/** Nothing to choose, nothing to show. */
function FacetSelect<T extends string | number>({ counts, value, isWide = false, ...props }: FacetSelectProps<T>) {
  if (counts.length === 0 && value === null) return null;
  const nameOf = props.nameOf ?? String;
  const isListed = counts.some((each) => each.value === value);
  return (
    <Select<T>
      className={(isWide ? styles['wide'] : styles['select']) ?? ''}
      aria-label={props.label}
      placeholder={props.label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      onChange={(next: T | undefined) => props.onChange(next ?? null)}
      options={[
        ...(value === null || isListed ? [] : [{ value, label: nameOf(value) }]),
        ...counts.map((each) => ({ value: each.value, label: messages.facets.item(nameOf(each.value), each.count) })),
      ]}
    />
  );
}

type LevelSelectProps = {
  readonly counts: readonly FacetCount<Level>[];
  readonly chosen: readonly Level[];
  readonly onChange: (levels: readonly Level[]) => void;
};

function LevelSelect({ counts, chosen, onChange }: LevelSelectProps) {
  if (counts.length === 0 && chosen.length === 0) return null;
  const countOf = (level: Level) => counts.find(({ value }) => value === level)?.count ?? 0;
  const options = LEVELS.filter((level) => countOf(level) > 0 || chosen.includes(level));
  return (
    <Select<Level[]>
      mode="multiple"
      className={styles['select'] ?? ''}
      aria-label={messages.facets.level}
      placeholder={messages.facets.level}
      allowClear
      maxTagCount={0}
      maxTagPlaceholder={(hidden) => hidden.map(({ value }) => String(value)).join('、')}
      value={[...chosen]}
      onChange={(levels) => onChange(LEVELS.filter((level) => levels.includes(level)))}
      options={options.map((level) => ({ value: level, label: messages.facets.item(level, countOf(level)) }))}
    />
  );
}
