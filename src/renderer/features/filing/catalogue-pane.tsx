import { CopyOutlined, DownloadOutlined } from '@ant-design/icons';
import type { ColDef } from 'ag-grid-community';
import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import type { TextRow } from '#domain/document/document-tree';
import { catalogueCsv, catalogueTsv } from '#domain/filing/catalogue-text';
import { CATALOGUE_COLUMNS, catalogueRows } from '#domain/filing/filing-catalogue';
import { catalogueItem } from '#domain/filing/filing-register';
import { saveFile } from '../../archive/save-file.ts';
import { DataGrid } from '../../components/data-grid.tsx';
import { useNavigation } from '../../navigation/navigation.tsx';
import { recordRoute } from '../../navigation/route.ts';
import { NothingFiled } from './filed-pane.tsx';
import styles from './filing.module.css';
import type { FilingPart } from './filing-screen.tsx';
import { messages } from './messages.ts';
import { RetentionChoice, YearChoice } from './paper-filters.tsx';
import type { FilingView } from './use-filing.ts';

/** Pixels of each column; the title takes the rest. On paper the columns have other widths, and lines break. */
const WIDTHS = [60, 244, 140, 120, null, 104, 60, 60, 84] as const;

const COLUMNS: ColDef<TextRow>[] = CATALOGUE_COLUMNS.map(({ title }, index) => ({
  colId: String(index),
  headerName: title,
  valueGetter: ({ data }) => data?.cells[index] ?? '',
  sortable: false,
  filter: false,
  ...(WIDTHS[index] ? { width: WIDTHS[index], minWidth: 56 } : { flex: 1, minWidth: 160 }),
}));

type CataloguePaneProps = { readonly filing: FilingView; readonly onPart: (part: FilingPart) => void };

/** 归档文件目录 as it will be printed, to be copied or saved for Excel. */
export function CataloguePane({ filing, onPart }: CataloguePaneProps) {
  const { go } = useNavigation();
  const [year, setYear] = useState<number | null>(null);
  const [retention, setRetention] = useState<string | null>(null);
  const filed = useMemo(
    () =>
      filing.papers.flatMap((record) => {
        const item = filing.register.itemOf.get(record.id);
        return item && item.code !== '' ? [{ record, item }] : [];
      }),
    [filing],
  );
  const years = useMemo(() => new Set(filed.map(({ item }) => item.year)), [filed]);
  const rows = useMemo(() => {
    const wanted = filed.filter(
      ({ item }) => (year === null || item.year === year) && (retention === null || item.retention === retention),
    );
    return catalogueRows(
      wanted.map(({ record, item }) => catalogueItem(item, record)),
      filing.template,
    );
  }, [filed, year, retention, filing.template]);
  if (filed.length === 0) return <NothingFiled onPart={onPart} />;
  return (
    <>
      <div className={styles['filters']}>
        <YearChoice value={year} years={years} onChange={(wanted) => setYear(wanted === 'none' ? null : wanted)} />
        <RetentionChoice
          className={styles['select'] ?? ''}
          value={retention}
          nothing={messages.allRetentions}
          onChange={setRetention}
        />
        <span className={styles['count']}>{messages.count(rows.length, filed.length)}</span>
        <span className={styles['spacer']} />
        <TakeOut rows={rows} year={year} />
      </div>
      <div className={styles['whole']} data-testid="catalogue">
        <DataGrid<TextRow>
          rowData={[...rows]}
          columnDefs={COLUMNS}
          overlayNoRowsTemplate={messages.catalogue.empty}
          onRowDoubleClicked={({ data }) => {
            const record = data?.entryId ? filing.ownerOf(data.entryId) : null;
            if (record) go(recordRoute(record.kind, record.id));
          }}
        />
      </div>
    </>
  );
}

function TakeOut({ rows, year }: { readonly rows: readonly TextRow[]; readonly year: number | null }) {
  const { message } = App.useApp();
  const { copied, copyFailed, fileName, saved, saveFailed } = messages.catalogue;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(catalogueTsv(rows));
      void message.success(copied(rows.length));
    } catch {
      void message.error(copyFailed);
    }
  };
  const save = async () => {
    const bytes = new TextEncoder().encode(catalogueCsv(rows));
    const answer = await saveFile({ suggestedName: fileName(year), type: 'csv' }, bytes);
    if (answer.ok) void message.success(saved(answer.path));
    else if (answer.code !== 'cancelled') void message.error(saveFailed[answer.code]);
  };
  return (
    <>
      <Button icon={<CopyOutlined aria-hidden />} disabled={rows.length === 0} onClick={() => void copy()}>
        {messages.catalogue.copy}
      </Button>
      <Button icon={<DownloadOutlined aria-hidden />} disabled={rows.length === 0} onClick={() => void save()}>
        {messages.catalogue.save}
      </Button>
    </>
  );
}
