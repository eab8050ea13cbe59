import { Checkbox, Form, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { yearsWindow, type DateWindow } from '#domain/dates/date-window';
import { readDays, readWindow } from '#domain/dates/read-window';
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
/** A window as it was typed. */
type TypedDays = { readonly from: string; readonly to: string };
export type ScopeState = {
  /** While what is typed is no window, that of the whole years. */
  readonly scope: Scope;
  /** Whether the window can be used. */
  readonly isComplete: boolean;
  readonly years: readonly number[];
  readonly from: number;
  readonly to: number;
  /** Null while the window is of whole years. */
  readonly days: TypedDays | null;
  readonly wrong: 'from' | 'to' | 'reversed' | null;
  readonly unit: Unit | null;
  readonly level: Level | null;
  readonly changeFrom: (year: number) => void;
  readonly changeTo: (year: number) => void;
  readonly changeDays: (days: TypedDays | null) => void;
  readonly changeUnit: (unit: Unit | null) => void;
  readonly changeLevel: (level: Level | null) => void;
};

/** What a template begins with. */
type InitialScope = Pick<Scope, 'window' | 'level'> & { readonly unit: { readonly ids: readonly string[] } | null };

function isOfYears({ from, to }: DateWindow): boolean {
  return from.endsWith('-01-01') && to.endsWith('-12-31');
}

/** The time, the unit and the level that a document is about; at first all years that have such records. */
export function useScope(entries: readonly Entry[], initial: InitialScope | null = null): ScopeState {
  const { archive } = useSession();
  const changes = useRecords('unitChange');
  const units = useRecords('unit');
  const today = archive.today();
  const thisYear = Number(today.slice(0, 4));
  const counted = useMemo(() => countByYear(entries, thisYear), [entries, thisYear]);
  const held = counted.filter(({ count }) => count > 0);
  const [chosen, setChosen] = useState<{ readonly from?: number; readonly to?: number }>(() =>
    initial && isOfYears(initial.window)
      ? { from: Number(initial.window.from.slice(0, 4)), to: Number(initial.window.to.slice(0, 4)) }
      : {},
  );
  const [days, setDays] = useState<TypedDays | null>(initial && !isOfYears(initial.window) ? initial.window : null);
  const [unit, setUnit] = useState<Unit | null>(() => units.find(({ id }) => id === initial?.unit?.ids[0]) ?? null);
  const [level, setLevel] = useState<Level | null>(initial?.level ?? null);
  const from = chosen.from ?? held.at(-1)?.year ?? thisYear;
  const to = chosen.to ?? Math.max(from, held[0]?.year ?? thisYear);
  const last = Math.max(thisYear, counted[0]?.year ?? thisYear);
  const first = counted.at(-1)?.year ?? thisYear;
  const scope = useMemo(() => {
    const typed = days && readWindow(days.from, days.to, today);
    return { window: typed ?? yearsWindow(from, to), unit: unit && unitScope(unit, changes), level };
  }, [days, today, from, to, unit, changes, level]);
  const wrong = days && findWrong(days, today);
  return {
    scope,
    isComplete: wrong === null,
    years: Array.from({ length: last - first + 1 }, (_, index) => last - index),
    from,
    to,
    days,
    wrong,
    unit,
    level,
    // Each end takes the other along rather than be refused.
    changeFrom: (year) => setChosen({ from: year, to: Math.max(year, to) }),
    changeTo: (year) => setChosen({ from: Math.min(from, year), to: year }),
    changeDays: setDays,
    changeUnit: setUnit,
    changeLevel: setLevel,
  };
}

function findWrong({ from, to }: TypedDays, today: string): ScopeState['wrong'] {
  if (readDays(from, today) === null) return 'from';
  if (readDays(to, today) === null) return 'to';
  return readWindow(from, to, today) === null ? 'reversed' : null;
}

type ScopeFieldsProps = {
  readonly state: ScopeState;
  /** What the level is called where other records than honours are in the document too; null without it. */
  readonly levelLabel: string | null;
  readonly needsUnit?: boolean;
};

export function ScopeFields({ state, levelLabel, needsUnit = false }: ScopeFieldsProps) {
  const unitHelp = state.unit ? messages.unitHint : needsUnit ? messages.needUnit : null;
  return (
    <>
      <div className={styles['scope']}>
        {state.days === null ? <YearFields state={state} /> : <DayFields state={state} days={state.days} />}
        <Form.Item label={messages.unit} htmlFor="document-unit" {...(unitHelp === null ? {} : { help: unitHelp })}>
          <UnitSelect
            id="document-unit"
            label={messages.unit}
            placeholder={needsUnit ? messages.chooseUnit : messages.allUnits}
            value={state.unit?.id ?? null}
            onChange={state.changeUnit}
          />
        </Form.Item>
        {levelLabel !== null && (
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
        )}
      </div>
      <Form.Item>
        <Checkbox
          checked={state.days !== null}
          onChange={({ target }) =>
            state.changeDays(
              target.checked ? { from: messages.januaryOf(state.from), to: messages.decemberOf(state.to) } : null,
            )
          }
        >
          {messages.byDays}
        </Checkbox>
      </Form.Item>
    </>
  );
}

function YearFields({ state }: { readonly state: ScopeState }) {
  const years = state.years.map((year) => ({ value: year, label: messages.plainYear(year) }));
  return (
    <>
      <Form.Item label={messages.from} htmlFor="document-from">
        <Select id="document-from" value={state.from} onChange={state.changeFrom} options={years} />
      </Form.Item>
      <Form.Item label={messages.to} htmlFor="document-to">
        <Select id="document-to" value={state.to} onChange={state.changeTo} options={years} />
      </Form.Item>
    </>
  );
}

function DayFields({ state, days }: { readonly state: ScopeState; readonly days: TypedDays }) {
  const { wrong } = state;
  const problem = (end: 'from' | 'to') => {
    if (wrong === end) return { validateStatus: 'error', help: messages.badDay } as const;
    return wrong === 'reversed' && end === 'to' ? ({ validateStatus: 'error', help: messages.reversed } as const) : {};
  };
  return (['from', 'to'] as const).map((end) => (
    <Form.Item
      key={end}
      label={end === 'from' ? messages.fromDay : messages.toDay}
      htmlFor={`document-${end}-day`}
      {...problem(end)}
    >
      <Input
        id={`document-${end}-day`}
        value={days[end]}
        onChange={({ target }) => state.changeDays({ ...days, [end]: target.value })}
      />
    </Form.Item>
  ));
}
