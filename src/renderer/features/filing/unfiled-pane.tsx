import type { ColDef } from 'ag-grid-community';
import { Empty } from 'antd';
import { useMemo, useState } from 'react';
import type { FilableRecord } from '#domain/filing/filable-record';
import { DataGrid } from '../../components/data-grid.tsx';
import { isComposing } from '../../hooks/is-composing.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { recordRoute } from '../../navigation/route.ts';
import styles from './filing.module.css';
import type { FilingPart } from './filing-screen.tsx';
import { IssuePanel } from './issue-panel.tsx';
import { messages } from './messages.ts';
import { PaperFilterBar } from './paper-filters.tsx';
import {
  dateColumn,
  documentColumn,
  filterPapers,
  kindColumn,
  NO_FILTERS,
  retentionColumn,
  titleColumn,
  toPaperRow,
  type PaperRow,
} from './paper-rows.ts';
import { useChosen } from './use-chosen.ts';
import type { FilingView } from './use-filing.ts';

const SELECTION = { mode: 'multiRow', headerCheckbox: true, selectAll: 'filtered' } as const;

const COLUMNS: ColDef<PaperRow>[] = [
  titleColumn,
  { ...kindColumn },
  { ...dateColumn, sort: 'asc' } as ColDef<PaperRow>,
  documentColumn,
  retentionColumn,
];

type UnfiledPaneProps = {
  readonly filing: FilingView;
  readonly unfiled: readonly FilableRecord[];
  readonly onPart: (part: FilingPart) => void;
};

/** Records without a code: chosen at the left, given codes at the right. */
export function UnfiledPane({ filing, unfiled, onPart }: UnfiledPaneProps) {
  const { go } = useNavigation();
  const [filters, setFilters] = useState(NO_FILTERS);
  const rows = useMemo(
    () => unfiled.map((record) => toPaperRow(record, filing.register.itemOf.get(record.id) ?? null)),
    [unfiled, filing],
  );
  const [chosen, setChosen] = useChosen(rows);
  const years = useMemo(() => new Set(rows.map(({ year }) => year)), [rows]);
  const shown = useMemo(() => filterPapers(rows, filters, ({ year }) => year), [rows, filters]);
  // Only what can be seen: a record that a filter hides must not get a code along with others.
  const selected = useMemo(() => shown.filter(({ record }) => chosen.has(record.id)), [shown, chosen]);
  if (unfiled.length === 0) {
    const hint = <div className={styles['emptyHint']}>{messages.unfiledEmptyHint}</div>;
    return (
      <Empty
        className={styles['empty'] ?? ''}
        description={
          <>
            <div>{messages.unfiledEmpty}</div>
            {hint}
          </>
        }
      />
    );
  }
  return (
    <>
      <PaperFilterBar
        filters={filters}
        years={years}
        withRetention={false}
        shown={shown.length}
        all={rows.length}
        onChange={setFilters}
      />
      <div className={styles['split']}>
        <div className={styles['grid']} data-testid="unfiled">
          <DataGrid<PaperRow>
            rowData={[...shown]}
            columnDefs={COLUMNS}
            getRowId={({ data }) => data.record.id}
            rowSelection={SELECTION}
            overlayNoRowsTemplate={messages.noneShown}
            onSelectionChanged={({ api }) => {
              const nodes = api.getSelectedNodes().filter(({ displayed }) => displayed);
              setChosen(new Set(nodes.flatMap(({ data }) => data?.record.id ?? [])));
            }}
            onRowDoubleClicked={({ data }) => data && go(recordRoute(data.kind, data.record.id))}
            onCellKeyDown={({ event, data }) => {
              if (!(event instanceof KeyboardEvent) || isComposing(event) || !data) return;
              if (event.key === 'Enter') go(recordRoute(data.kind, data.record.id));
            }}
          />
        </div>
        <aside className={styles['aside']} aria-label={messages.section.issue}>
          <IssuePanel filing={filing} rows={selected} onSettings={() => onPart('settings')} />
        </aside>
      </div>
    </>
  );
}
