import { Form, Select } from 'antd';
import { useMemo, useState } from 'react';
import { yearsWindow, type DateWindow } from '#domain/dates/date-window';
import { unitScope } from '#domain/document/document-scope';
import type { Entry } from '#domain/records/archive-record';
import type { Unit } from '#domain/records/unit';
import { LEVELS, type Level } from '#domain/vocabulary/levels';
import { useSession } from '../../archive/session-context.tsx';
import { UnitSelect } from '../../archive/unit-select.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { countByYear } from './count-by-year.ts';
import styles from './documents.module.css';
import { messages } from './messages.ts';

type Scope = {
  readonly window: DateWindow;
  readonly unit: ReturnType<typeof unitScope> | null;
  readonly level: Level | null;
};
export type ScopeState = {
  readonly scope: Scope;
  readonly years: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly unit: Unit | null;
  readonly level: Level | null;
  readonly changeFrom: (year: number) => void;
  readonly changeTo: (year: number) => void;
  readonly changeUnit: (unit: Unit | null) => void;
  readonly changeLevel: (level: Level | null) => void;
};

/** The years, the unit and the level that a document is about; at first all years that have such records. */
export function useScope(entries: readonly Entry[]): ScopeState {
  const { archive } = useSession();
  const changes = useRecords('unitChange');
  const thisYear = Number(archive.today().slice(0, 4));
  const counted = useMemo(() => countByYear(entries, thisYear), [entries, thisYear]);
  const held = counted.filter(({ count }) => count > 0);
  const [chosen, setChosen] = useState<{ readonly from?: number; readonly to?: number }>({});
  const [unit, setUnit] = useState<Unit | null>(null);
  const [level, setLevel] = useState<Level | null>(null);
  const from = chosen.from ?? held.at(-1)?.year ?? thisYear;
  const to = chosen.to ?? Math.max(from, held[0]?.year ?? thisYear);
  const last = Math.max(thisYear, counted[0]?.year ?? thisYear);
  const first = counted.at(-1)?.year ?? thisYear;
  const scope = useMemo(
    () => ({ window: yearsWindow(from, to), unit: unit && unitScope(unit, changes), level }),
    [from, to, unit, changes, level],
  );
  return {
    scope,
    years: Array.from({ length: last - first + 1 }, (_, index) => last - index),
    from,
    to,
    unit,
    level,
    // Each end takes the other along rather than be refused.
    changeFrom: (year) => setChosen({ from: year, to: Math.max(year, to) }),
    changeTo: (year) => setChosen({ from: Math.min(from, year), to: year }),
    changeUnit: setUnit,
    changeLevel: setLevel,
  };
}

/** @param levelLabel what the level is called where other records than honours are in the document too */
export function ScopeFields({ state, levelLabel }: { readonly state: ScopeState; readonly levelLabel: string }) {
  const years = state.years.map((year) => ({ value: year, label: messages.plainYear(year) }));
  return (
    <div className={styles['scope']}>
      <Form.Item label={messages.from} htmlFor="document-from">
        <Select id="document-from" value={state.from} onChange={state.changeFrom} options={years} />
      </Form.Item>
      <Form.Item label={messages.to} htmlFor="document-to">
        <Select id="document-to" value={state.to} onChange={state.changeTo} options={years} />
      </Form.Item>
      <Form.Item label={messages.unit} htmlFor="document-unit" {...(state.unit ? { help: messages.unitHint } : {})}>
        <UnitSelect
          id="document-unit"
          label={messages.unit}
          placeholder={messages.allUnits}
          value={state.unit?.id ?? null}
          onChange={state.changeUnit}
        />
      </Form.Item>
      <Form.Item label={levelLabel} htmlFor="document-level">
        <Select
          id="document-level"
          allowClear
          placeholder={messages.allLevels}
          value={state.level}
          onChange={(level: Level | undefined) => state.changeLevel(level ?? null)}
          options={LEVELS.map((level) => ({ value: level, label: level }))}
        />
      </Form.Item>
    </div>
  );
}
