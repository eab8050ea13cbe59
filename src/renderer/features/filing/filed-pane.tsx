import type { ColDef, GridApi, IRowNode } from 'ag-grid-community';
import { Button, Empty, Form, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { readFilingFields } from '#domain/filing/filing-fields';
import { storedFields } from '#domain/filing/filing-register';
import { cleanText } from '#domain/text/clean-text';
import { saveFilingItems, type FilingEdit } from '#storage/filing-save';
import { useArchiveActions } from '../../archive/use-archive-actions.tsx';
import { DataGrid } from '../../components/data-grid.tsx';
import { isComposing } from '../../hooks/is-composing.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { recordRoute } from '../../navigation/route.ts';
import { FilingForm } from './filing-form.tsx';
import styles from './filing.module.css';
import type { FilingPart } from './filing-screen.tsx';
import { messages } from './messages.ts';
import { PaperFilterBar } from './paper-filters.tsx';
import { dateColumn, filterPapers, NO_FILTERS, retentionColumn, titleColumn, toPaperRow } from './paper-rows.ts';
import type { PaperRow } from './paper-rows.ts';
import { useChosen } from './use-chosen.ts';
import type { FilingView } from './use-filing.ts';

const SELECTION = {
  mode: 'multiRow',
  headerCheckbox: true,
  selectAll: 'filtered',
  enableClickSelection: true,
} as const;
const { columns } = messages;

const COLUMNS: ColDef<PaperRow>[] = [
  {
    colId: 'code',
    headerName: columns.code,
    valueGetter: ({ data }) => data?.item?.code ?? '',
    width: 232,
    sort: 'asc',
  },
  { ...titleColumn, minWidth: 120 },
  { ...dateColumn, width: 118 } as ColDef<PaperRow>,
  { colId: 'box', headerName: columns.box, valueGetter: ({ data }) => data?.item?.box ?? '', width: 58, minWidth: 56 },
  {
    colId: 'pages',
    headerName: columns.pages,
    valueGetter: ({ data }) => data?.item?.pages ?? null,
    comparator: (a: number | null, b: number | null) => (a ?? 0) - (b ?? 0),
    type: 'rightAligned',
    width: 58,
    minWidth: 56,
  },
  { ...retentionColumn, width: 84 },
];

type FiledPaneProps = { readonly filing: FilingView; readonly onPart: (part: FilingPart) => void };

/** Records that have their code, with where they lie. */
export function FiledPane({ filing, onPart }: FiledPaneProps) {
  const { go, leave } = useNavigation();
  const [filters, setFilters] = useState(NO_FILTERS);
  const rows = useMemo(
    () =>
      filing.papers.flatMap((record) => {
        const item = filing.register.itemOf.get(record.id);
        return item && item.code !== '' ? [toPaperRow(record, item)] : [];
      }),
    [filing],
  );
  const [chosen, setChosen] = useChosen(rows);
  const years = useMemo(() => new Set(rows.map(({ item }) => item?.year ?? null)), [rows]);
  const shown = useMemo(() => filterPapers(rows, filters, ({ item }) => item?.year ?? null), [rows, filters]);
  const selected = useMemo(() => shown.filter(({ record }) => chosen.has(record.id)), [shown, chosen]);
  /** Asks first when something typed beside the list would be lost; meanwhile the list shows what it showed. */
  const choose = (api: GridApi<PaperRow>, wanted: ReadonlySet<string>) => {
    let isAsking = true;
    leave(() => {
      isAsking = false;
      setChosen(wanted);
      showSelected(api, wanted);
    });
    if (isAsking) showSelected(api, chosen);
  };
  if (rows.length === 0) return <NothingFiled onPart={onPart} />;
  return (
    <>
      <PaperFilterBar
        filters={filters}
        years={years}
        withRetention
        shown={shown.length}
        all={rows.length}
        onChange={(next) => leave(() => setFilters(next))}
      />
      <div className={styles['narrowSplit']}>
        <div className={styles['grid']} data-testid="filed">
          <DataGrid<PaperRow>
            rowData={[...shown]}
            columnDefs={COLUMNS}
            getRowId={({ data }) => data.record.id}
            rowSelection={SELECTION}
            overlayNoRowsTemplate={messages.noneShown}
            onSelectionChanged={({ api, source }) => {
              if (source.startsWith('api')) return;
              choose(api, new Set(visiblySelected(api)));
            }}
            onRowDoubleClicked={({ data }) => data && go(recordRoute(data.kind, data.record.id))}
            onCellKeyDown={({ event, data }) => {
              if (!(event instanceof KeyboardEvent) || isComposing(event) || !data) return;
              if (event.key === 'Enter') go(recordRoute(data.kind, data.record.id));
            }}
          />
        </div>
        <aside className={styles['aside']} aria-label={messages.section.edit}>
          <Chosen rows={selected} />
        </aside>
      </div>
    </>
  );
}

function visiblySelected(api: GridApi<PaperRow>): readonly string[] {
  return api.getSelectedNodes().flatMap(({ displayed, data }) => (displayed && data ? [data.record.id] : []));
}

function showSelected(api: GridApi<PaperRow>, wanted: ReadonlySet<string>): void {
  const [on, off] = [true, false].map((state) => {
    const nodes: IRowNode<PaperRow>[] = [];
    api.forEachNode((node) => {
      if (wanted.has(node.data?.record.id ?? '') === state && node.isSelected() !== state) nodes.push(node);
    });
    return nodes;
  });
  if (off) api.setNodesSelected({ nodes: off, newValue: false });
  if (on) api.setNodesSelected({ nodes: on, newValue: true });
}

export function NothingFiled({ onPart }: Pick<FiledPaneProps, 'onPart'>) {
  return (
    <Empty
      className={styles['empty'] ?? ''}
      description={
        <>
          <div>{messages.filedEmpty}</div>
          <div className={styles['emptyHint']}>{messages.filedEmptyHint}</div>
        </>
      }
    >
      <Button onClick={() => onPart('unfiled')}>{messages.toUnfiled}</Button>
    </Empty>
  );
}

function Chosen({ rows }: { readonly rows: readonly PaperRow[] }) {
  const { go } = useNavigation();
  const [first] = rows;
  if (!first?.item) {
    return (
      <>
        <h2 className={styles['asideTitle']}>{messages.filed.choose}</h2>
        <p className={styles['hint']}>{messages.filed.chooseHint}</p>
      </>
    );
  }
  if (rows.length > 1) return <BoxForAll rows={rows} />;
  const { record, item } = first;
  return (
    <>
      <h2 className={styles['asideTitle']}>{item.code}</h2>
      <p className={styles['hint']}>
        <button
          type="button"
          className={styles['link']}
          title={messages.filed.open}
          onClick={() => go(recordRoute(record.kind, record.id))}
        >
          {record.title}
        </button>
      </p>
      <FilingForm key={item.id} owner={record} item={item} layout="narrow" onSaved={() => {}} />
    </>
  );
}

/** One box for several: the work of an afternoon, done at once and undone at once. */
function BoxForAll({ rows }: { readonly rows: readonly PaperRow[] }) {
  const { perform } = useArchiveActions();
  const [box, setBox] = useState('');
  const [isSaving, setSaving] = useState(false);
  const busy = useRef(false);
  const save = async () => {
    if (busy.current) return;
    busy.current = true;
    setSaving(true);
    const wanted = cleanText(box, 'single').text;
    const edits = rows.flatMap((row) => boxEdit(row, wanted));
    const label = messages.form.labelMany(edits.length);
    await perform((archive) => saveFilingItems(archive, edits, label), {
      done: messages.form.savedBox(edits.length, wanted),
      label,
    });
    busy.current = false;
    setSaving(false);
  };
  return (
    <>
      <h2 className={styles['asideTitle']}>{messages.filed.many(rows.length)}</h2>
      <Form component={false} layout="vertical" disabled={isSaving}>
        <Form.Item label={messages.filed.boxForAll} htmlFor="box-for-all">
          <Input id="box-for-all" maxLength={200} value={box} onChange={(event) => setBox(event.target.value)} />
        </Form.Item>
        <div className={styles['buttons']}>
          <Button type="primary" loading={isSaving} onClick={() => void save()}>
            {messages.filed.setBox(rows.length)}
          </Button>
        </div>
      </Form>
    </>
  );
}

function boxEdit({ record, item }: PaperRow, box: string): readonly FilingEdit[] {
  const read = item && readFilingFields({ ...storedFields(item), box });
  if (!item || !read?.ok) return [];
  const edited = { id: item.id, revision: item.revision };
  return [{ ownerId: record.id, filing: read.value, note: item.note, edited }];
}
