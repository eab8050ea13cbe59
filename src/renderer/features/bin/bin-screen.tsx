import { EditOutlined, RollbackOutlined } from '@ant-design/icons';
import type { ColDef, GridApi } from 'ag-grid-community';
import { Button, Empty } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import type { ArchiveRecord } from '#domain/records/archive-record';
import { explainDeletion } from '#storage/delete-records';
import { restoreRecords } from '#storage/restore-records';
import { useSession } from '../../archive/session-context.tsx';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { useAskReason } from '../../archive/use-ask-reason.tsx';
import { useDeletedRecords } from '../../archive/use-records.ts';
import { DataGrid } from '../../components/data-grid.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { Page } from '../../components/page.tsx';
import { isComposing } from '../../hooks/is-composing.ts';
import { BinFilters, NO_BIN_FILTERS } from './bin-filters.tsx';
import { binRows, filterRows, type BinRow } from './bin-rows.ts';
import styles from './bin.module.css';
import { DeletedRecord } from './deleted-record.tsx';
import { messages } from './messages.ts';

const SELECTION = { mode: 'multiRow', headerCheckbox: true, selectAll: 'filtered' } as const;

const COLUMNS: ColDef<BinRow>[] = [
  {
    colId: 'kind',
    headerName: messages.columns.kind,
    valueGetter: ({ data }) => data && KIND_NAMES[data.kind],
    width: 110,
  },
  { field: 'title', headerName: messages.columns.title, flex: 3, minWidth: 240 },
  {
    field: 'deletedAt',
    headerName: messages.columns.deletedAt,
    valueFormatter: ({ value }: { value: string | null }) => (value ? new Date(value).toLocaleString('zh-CN') : ''),
    comparator: (a: string, b: string) => (a < b ? -1 : Number(a > b)),
    filter: false,
    width: 170,
  },
  { field: 'by', headerName: messages.columns.by, width: 120 },
  { field: 'reason', headerName: messages.columns.reason, flex: 2, minWidth: 140 },
  {
    field: 'along',
    headerName: messages.columns.along,
    valueFormatter: ({ value }: { value: number | null }) => messages.along(value ?? 0),
    comparator: (a: number, b: number) => a - b,
    filter: false,
    width: 104,
  },
];

type BinScreenProps = {
  /** What stands below the fields of a record that is looked at. */
  readonly children: (record: ArchiveRecord) => ReactNode;
};

/** Everything that was deleted: to be found, read, explained and brought back. */
export function BinScreen({ children }: BinScreenProps) {
  const { records } = useSession();
  const deleted = useDeletedRecords();
  const rows = useMemo(() => binRows(deleted, records.get), [deleted, records]);
  const [filters, setFilters] = useState(NO_BIN_FILTERS);
  const shown = useMemo(() => [...filterRows(rows, filters.text, filters.kind)], [rows, filters]);
  const [selected, setSelected] = useState<readonly BinRow[]>([]);
  const [openId, setOpenId] = useState<string | null>(null);
  const opened = deleted.find(({ id }) => id === openId) ?? null;
  const openedRow = rows.find(({ id }) => id === openId) ?? null;
  const { restore, explain } = useBinActions();
  const isEmpty = rows.length === 0;
  const hint =
    shown.length < rows.length ? messages.countShown(shown.length, rows.length) : messages.count(rows.length);
  return (
    <Page
      title={messages.title}
      hint={isEmpty ? undefined : hint}
      width="fill"
      actions={
        selected.length > 0 && (
          <>
            <Button icon={<EditOutlined aria-hidden />} onClick={() => void explain(selected)}>
              {messages.explainSelected(selected.length)}
            </Button>
            <Button type="primary" icon={<RollbackOutlined aria-hidden />} onClick={() => void restore(selected)}>
              {messages.restoreSelected(selected.length)}
            </Button>
          </>
        )
      }
    >
      {isEmpty ? (
        <EmptyBin />
      ) : (
        <>
          <BinFilters filters={filters} rows={rows} onChange={setFilters} />
          <div className={styles['grid']} data-testid="bin">
            <DataGrid<BinRow>
              rowData={shown}
              columnDefs={COLUMNS}
              getRowId={({ data }) => data.id}
              rowSelection={SELECTION}
              overlayNoRowsTemplate={messages.noneShown}
              onFirstDataRendered={({ api }) => focusFirstRow(api)}
              onSelectionChanged={({ api }) => setSelected(selectedRows(api))}
              onModelUpdated={({ api }) => setSelected(selectedRows(api))}
              onRowDoubleClicked={({ data }) => data && setOpenId(data.id)}
              onCellKeyDown={({ event, data }) => {
                if (!(event instanceof KeyboardEvent) || isComposing(event) || !data) return;
                if (event.key === 'Enter') setOpenId(data.id);
              }}
            />
          </div>
          <footer className={styles['keys']}>{messages.keys}</footer>
        </>
      )}
      {opened && openedRow && (
        <DeletedRecord
          record={opened}
          onClose={() => setOpenId(null)}
          onExplain={() => void explain([openedRow])}
          onRestore={() => {
            setOpenId(null);
            void restore([openedRow]);
          }}
        >
          {children(opened)}
        </DeletedRecord>
      )}
    </Page>
  );
}

function useBinActions() {
  const { perform } = useArchiveActions();
  const askReason = useAskReason();
  const labelOf = (rows: readonly BinRow[]) =>
    rows.length === 1 ? (rows[0]?.title ?? '') : messages.severalRecords(rows.length);
  return {
    restore: (rows: readonly BinRow[]) =>
      perform(
        (archive) =>
          restoreRecords(
            archive,
            rows.map(({ id }) => id),
          ),
        {
          done: messages.restored(labelOf(rows), rows.length),
          label: labelOf(rows),
        },
      ),
    explain: async (rows: readonly BinRow[]) => {
      const said = new Set(rows.map(({ reason }) => reason));
      const [only = ''] = said.size === 1 ? said : [];
      const reason = await askReason({ title: messages.askReason(rows.length), reason: only });
      if (reason === null || (said.size === 1 && reason === only)) return;
      const ids = rows.map(({ id }) => id);
      await perform((archive) => explainDeletion(archive, ids, reason), {
        done: messages.explained,
        label: labelOf(rows),
      });
    },
  };
}

function EmptyBin() {
  return (
    <Empty
      className={styles['empty'] ?? ''}
      description={
        <>
          <div>{messages.empty}</div>
          <div className={styles['emptyHint']}>{messages.emptyHint}</div>
        </>
      }
    />
  );
}

/** Only what can be seen is acted upon. */
function selectedRows(api: GridApi<BinRow>): readonly BinRow[] {
  return api.getSelectedNodes().flatMap((node) => (node.displayed && node.data ? [node.data] : []));
}

/** So that the arrow keys work at once, without a click first. */
function focusFirstRow(api: GridApi<BinRow>): void {
  if (document.activeElement === document.body) api.setFocusedCell(0, 'title');
}
