import { Spin, Tabs } from 'antd';
import { useState } from 'react';
import { PLAN_LISTS, type PlanList } from '#domain/import/plan-lists';
import { CommitBar } from './commit-bar.tsx';
import { DuplicateList } from './duplicate-list.tsx';
import { EntryTable } from './entry-table.tsx';
import type { ImportStage } from './import-state.ts';
import styles from './import.module.css';
import { messages } from './messages.ts';
import { RejectedTable } from './rejected-table.tsx';
import { UnknownUnits } from './unknown-units.tsx';

export type RecordsStage = Extract<ImportStage, { readonly at: 'records' }>;

type Shown = PlanList | 'units';

/** Every row of the file by what would become of it, to be decided on before anything is done. */
export function RecordsStep({ stage }: { readonly stage: RecordsStage }) {
  const counts = countsOf(stage);
  const [chosen, setChosen] = useState<Shown | null>(null);
  // What is new is shown even when there is nothing: it is what an import is for.
  const lists = ([...PLAN_LISTS, 'units'] as const).filter(
    (list) => counts[list] > 0 || list === 'new' || list === chosen,
  );
  const shown = chosen ?? firstToSee(counts);
  return (
    <div className={styles['step']}>
      <Tabs
        size="small"
        aria-label={messages.records.listsLabel}
        activeKey={shown}
        onChange={(key) => setChosen(lists.find((list) => list === key) ?? null)}
        items={lists.map((list) => ({ key: list, label: <TabLabel list={list} count={counts[list]} /> }))}
      />
      <div className={styles['pane']} aria-busy={stage.isBusy} inert={stage.isSaving}>
        <p className={styles['explain']}>
          {messages.records.explain[shown]}
          {stage.isBusy && !stage.isSaving && (
            <span aria-live="polite">
              {' '}
              <Spin size="small" /> {messages.busy}
            </span>
          )}
        </p>
        {/* A list is looked at from its top. */}
        <Shown key={shown} shown={shown} stage={stage} />
      </div>
      <CommitBar stage={stage} />
    </div>
  );
}

function Shown({ shown, stage }: { readonly shown: Shown; readonly stage: RecordsStage }) {
  switch (shown) {
    case 'units':
      return <UnknownUnits stage={stage} />;
    case 'rejected':
      return <RejectedTable stage={stage} />;
    case 'probable-duplicate':
      return <DuplicateList stage={stage} />;
    default:
      return <EntryTable list={shown} stage={stage} />;
  }
}

const URGENT: ReadonlySet<Shown> = new Set(['probable-duplicate', 'rejected']);

function TabLabel({ list, count }: { readonly list: Shown; readonly count: number }) {
  const name = list === 'units' ? messages.records.units : messages.records.lists[list];
  return (
    <span data-testid={`import-list-${list}`}>
      {name} <span className={URGENT.has(list) && count > 0 ? styles['urgent'] : styles['quiet']}>{count}</span>
    </span>
  );
}

function countsOf({ plan }: RecordsStage): Readonly<Record<Shown, number>> {
  const { counts, concerns, unknownUnits } = plan;
  return {
    new: counts.added,
    update: counts.changed,
    'probable-duplicate': counts.probableDuplicates,
    'exact-duplicate': counts.exactDuplicates,
    unchanged: counts.unchanged,
    concerns,
    rejected: counts.rejected,
    units: unknownUnits.length,
  };
}

/** Where something new comes in, that; else what there is. */
function firstToSee(counts: Readonly<Record<Shown, number>>): Shown {
  return PLAN_LISTS.find((list) => counts[list] > 0) ?? 'new';
}
