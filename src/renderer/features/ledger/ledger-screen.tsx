import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { CellKeyDownEvent, FullWidthCellKeyDownEvent, GridApi } from 'ag-grid-community';
import { App, Button, Empty } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { LedgerKind } from '#domain/records/record-base';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useRecords } from '../../archive/use-records.ts';
import { DataGrid } from '../../components/data-grid.tsx';
import { ADD_NAMES } from '../../components/kind-names.ts';
import { Page } from '../../components/page.tsx';
import { useCorpusSearch } from '../../hooks/use-corpus-search.ts';
import { isComposing } from '../../hooks/is-composing.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { ledgerColumns } from './ledger-columns.ts';
import { LedgerFilters, NO_LEDGER_FILTERS } from './ledger-filters.tsx';
import styles from './ledger-screen.module.css';
import { messages } from './messages.ts';
import { useColumnMemory } from './use-column-memory.ts';

const SELECTION = { mode: 'multiRow', headerCheckbox: true, selectAll: 'filtered' } as const;

/** All records of a kind in a grid: sorted, filtered, opened, edited and deleted by mouse or keyboard. */
export function LedgerScreen({ kind }: { readonly kind: LedgerKind }) {
  const { live } = useSession();
  const { go } = useNavigation();
  const [filters, setFilters] = useState(NO_LEDGER_FILTERS);
  const [selected, setSelected] = useState<readonly LedgerRecord[]>([]);
  const [displayed, setDisplayed] = useState<number | null>(null);
  const grid = useRef<GridApi<LedgerRecord> | null>(null);
  const rows: readonly LedgerRecord[] = useRecords(kind);
  const columns = useMemo(() => ledgerColumns(kind), [kind]);
  const memory = useColumnMemory(kind);
  const remove = useRemoval();

  const isFiltered = filters !== NO_LEDGER_FILTERS;
  const found = useCorpusSearch(live, {
    text: filters.text,
    kinds: [kind],
    limit: 0,
    ...(filters.year === null ? {} : { year: filters.year }),
    ...(filters.level === null ? {} : { levels: [filters.level] }),
  });
  const shown = useMemo(() => {
    if (!isFiltered) return [...rows];
    const ids = found.ids();
    return rows.filter((row) => ids.has(row.id));
  }, [rows, isFiltered, found]);

  const readGrid = (api: GridApi<LedgerRecord>) => {
    setDisplayed(api.getDisplayedRowCount());
    setSelected(selectedRows(api));
  };
  const onKey = ({
    event,
    data,
    node,
    api,
  }: CellKeyDownEvent<LedgerRecord> | FullWidthCellKeyDownEvent<LedgerRecord>) => {
    if (!(event instanceof KeyboardEvent) || isComposing(event) || !data) return;
    if (event.key === 'Enter') go({ screen: 'record', kind, id: data.id });
    if (event.key === 'F2') go({ screen: 'edit', kind, id: data.id });
    if (event.key === 'Delete') remove(node.isSelected() ? selectedRows(api) : [data]);
  };
  const isEmpty = rows.length === 0;
  const showing = Math.min(displayed ?? Infinity, shown.length);
  const hint =
    isFiltered || showing < rows.length ? messages.countShown(showing, rows.length) : messages.count(rows.length);
  return (
    <Page
      title={messages.titles[kind]}
      hint={hint}
      width="fill"
      actions={
        <>
          {selected.length > 0 && (
            <Button danger icon={<DeleteOutlined aria-hidden />} onClick={() => remove(selected)}>
              {messages.removeSelected(selected.length)}
            </Button>
          )}
          {!isEmpty && <ColumnChooser grid={() => grid.current} />}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => go({ screen: 'new', kind })}>
            {ADD_NAMES[kind]}
          </Button>
        </>
      }
    >
      <LedgerFilters kind={kind} filters={filters} facets={found.facets} onChange={setFilters} />
      {isEmpty ? (
        <EmptyLedger kind={kind} />
      ) : (
        <div className={styles['grid']} data-testid="ledger">
          <DataGrid<LedgerRecord>
            rowData={shown}
            columnDefs={columns}
            getRowId={({ data }) => data.id}
            rowSelection={SELECTION}
            overlayNoRowsTemplate={messages.noneShown}
            onGridReady={({ api }) => {
              grid.current = api;
              memory.restore(api);
            }}
            onFirstDataRendered={({ api }) => focusFirstRow(api)}
            onSelectionChanged={({ api }) => readGrid(api)}
            onModelUpdated={({ api }) => readGrid(api)}
            onRowDoubleClicked={({ data }) => data && go({ screen: 'record', kind, id: data.id })}
            onCellKeyDown={onKey}
            onColumnResized={({ finished, api }) => finished && memory.remember(api)}
            onColumnMoved={({ finished, api }) => finished && memory.remember(api)}
            onColumnVisible={({ api }) => memory.remember(api)}
            onSortChanged={({ api }) => memory.remember(api)}
          />
        </div>
      )}
      {!isEmpty && <footer className={styles['keys']}>{messages.keys}</footer>}
    </Page>
  );
}

/** Only what can be seen: a row that a filter hides must not be deleted along with others. */
function selectedRows(api: GridApi<LedgerRecord>): readonly LedgerRecord[] {
  return api.getSelectedNodes().flatMap((node) => (node.displayed && node.data ? [node.data] : []));
}

/** So that the arrow keys work at once, without a click first. */
function focusFirstRow(api: GridApi<LedgerRecord>): void {
  const column = api.getAllDisplayedColumns().find((each) => each.getColId() === 'title');
  if (column && document.activeElement === document.body) api.setFocusedCell(0, column);
}

function EmptyLedger({ kind }: { readonly kind: LedgerKind }) {
  const { go } = useNavigation();
  return (
    <Empty
      className={styles['empty'] ?? ''}
      description={
        <>
          <div>{messages.empty[kind]}</div>
          <div className={styles['emptyHint']}>{messages.emptyHint}</div>
        </>
      }
    >
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => go({ screen: 'new', kind })}>
        {ADD_NAMES[kind]}
      </Button>
    </Empty>
  );
}

/** Deletes at once what can be undone with one click; asks first when it is several. */
function useRemoval() {
  const { modal } = App.useApp();
  const { deleteRecords } = useArchiveActions();
  return (entries: readonly LedgerRecord[]) => {
    const [first] = entries;
    if (!first) return;
    const ids = entries.map((entry) => entry.id);
    if (entries.length === 1) return void deleteRecords(ids, first.title);
    modal.confirm({
      title: messages.confirmRemove(entries.length),
      content: messages.confirmRemoveBody,
      okText: messages.remove,
      cancelText: messages.cancel,
      okButtonProps: { danger: true },
      onOk: () => deleteRecords(ids, messages.severalRecords(entries.length)),
    });
  };
}
