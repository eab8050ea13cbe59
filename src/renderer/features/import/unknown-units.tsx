import { Button, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { isSame } from '#domain/changes/diff-records';
import type { UnknownUnit } from '#domain/import/import-plan';
import { UnitSelect } from '../../archive/unit-select.tsx';
import { useUnitNames } from '../../archive/use-unit-directory.ts';
import styles from './import.module.css';
import { messages } from './messages.ts';
import type { RecordsStage } from './records-step.tsx';
import { useImportStore } from './use-import.tsx';

const words = messages.records;
const PAGE_SIZE = 50;

/** Names that stand for no known unit, each once: founded, unless a person says which unit is meant. */
export function UnknownUnits({ stage }: { readonly stage: RecordsStage }) {
  const store = useImportStore();
  const names = useUnitNames();
  const { unknownUnits } = stage.plan;
  const { units: links } = stage.choices;
  const columns = useMemo<TableColumnsType<UnknownUnit>>(
    () => [
      { key: 'name', title: words.unitName, render: (_, { name }) => name },
      { key: 'uses', title: words.uses, width: 72, align: 'right', render: (_, { uses }) => uses },
      {
        key: 'similar',
        title: words.similar,
        width: '32%',
        render: (_, { name, similar }) => {
          const meant = links.get(name);
          return similar.map(({ unit, isSlip }) => {
            const isMeant = meant !== undefined && isSame(meant, unit);
            const called = unit.in === 'archive' ? (names.get(unit.id) ?? unit.id) : unit.name;
            return (
              <div key={called}>
                {isSlip && <span className={styles['doubt']}>{words.slip}</span>}
                <Button
                  type="link"
                  size="small"
                  className={styles['isThat'] ?? ''}
                  aria-pressed={isMeant}
                  onClick={() => store.link(name, isMeant ? null : unit)}
                >
                  {words.isThat(called)}
                </Button>
              </div>
            );
          });
        },
      },
      {
        key: 'standsFor',
        title: words.standsFor,
        width: '28%',
        render: (_, { name }) => {
          const meant = links.get(name) ?? null;
          if (meant?.in === 'file') {
            return (
              <span>
                {words.sameAs(meant.name)}
                <Button type="link" size="small" onClick={() => store.link(name, null)}>
                  {words.takeBack}
                </Button>
              </span>
            );
          }
          return (
            <UnitSelect
              label={words.standsForOf(name)}
              value={meant?.id ?? null}
              placeholder={words.foundUnit}
              onChange={(unit) => store.link(name, unit && { in: 'archive', id: unit.id })}
            />
          );
        },
      },
    ],
    [links, names, store],
  );
  return (
    <Table<UnknownUnit>
      size="small"
      className={styles['units'] ?? ''}
      rowKey="name"
      dataSource={[...unknownUnits]}
      columns={columns}
      pagination={{ pageSize: PAGE_SIZE, hideOnSinglePage: true, showSizeChanger: false }}
    />
  );
}
