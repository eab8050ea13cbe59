import type { ColDef, GridApi } from 'ag-grid-community';
import { Button } from 'antd';
import { useMemo } from 'react';
import { isFindable } from '#domain/records/archive-record';
import type { ImportBatch } from '#domain/records/import-batch';
import { useDeletedRecords, useLedgerRecords, useRecords } from '../../archive/use-records.ts';
import { DataGrid } from '../../components/data-grid.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { isComposing } from '../../hooks/is-composing.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { recordRoute } from '../../navigation/route.ts';
import { importedRows, type ImportedRow } from './batch-rows.ts';
import styles from './import-batches.module.css';
import { messages } from './messages.ts';

const { records: words } = messages;

const COLUMNS: ColDef<ImportedRow>[] = [
  {
    colId: 'kind',
    headerName: words.columns.kind,
    valueGetter: ({ data }) => data && KIND_NAMES[data.kind],
    width: 104,
  },
  { field: 'title', headerName: words.columns.title, flex: 1, minWidth: 220 },
  { field: 'sheet', headerName: words.columns.sheet, width: 160 },
  {
    field: 'row',
    headerName: words.columns.row,
    comparator: (a: number, b: number) => a - b,
    filter: false,
    type: 'rightAligned',
    width: 92,
  },
  {
    colId: 'state',
    headerName: words.columns.state,
    valueGetter: ({ data }) => (data?.isDeleted ? words.deleted : ''),
    width: 88,
  },
];

/** The records that came from a file, each with its place there, to be opened. */
export function RecordsDialog({ batch, onClose }: { readonly batch: ImportBatch; readonly onClose: () => void }) {
  const { go } = useNavigation();
  const rows = useImportedRows(batch.id);
  const open = (row: ImportedRow | undefined) => {
    if (row && !row.isDeleted) go(recordRoute(row.kind, row.id));
  };
  return (
    <Dialog
      width={920}
      title={words.title(batch.title)}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{messages.close}</Button>}
    >
      <p className={styles['intro']}>{words.hint(rows.length)}</p>
      <div className={styles['records']} data-testid="imported-records">
        <DataGrid<ImportedRow>
          rowData={[...rows]}
          columnDefs={COLUMNS}
          getRowId={({ data }) => data.id}
          overlayNoRowsTemplate={words.none}
          onFirstDataRendered={({ api }) => focusFirstRow(api)}
          onRowDoubleClicked={({ data }) => open(data)}
          onCellKeyDown={({ event, data }) => {
            if (event instanceof KeyboardEvent && event.key === 'Enter' && !isComposing(event)) open(data);
          }}
        />
      </div>
      <p className={styles['keys']}>{words.keys}</p>
    </Dialog>
  );
}

function useImportedRows(batchId: string): readonly ImportedRow[] {
  const ledgers = useLedgerRecords();
  const units = useRecords('unit');
  const deleted = useDeletedRecords();
  return useMemo(
    () => importedRows(batchId, [...ledgers.flat(), ...units, ...deleted.filter(isFindable)]),
    [batchId, ledgers, units, deleted],
  );
}

/** So that the arrow keys work at once, without a click first. */
function focusFirstRow(api: GridApi<ImportedRow>): void {
  api.setFocusedCell(0, 'title');
}
