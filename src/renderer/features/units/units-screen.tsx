import { MergeOutlined, PlusOutlined } from '@ant-design/icons';
import type { GridApi } from 'ag-grid-community';
import { Button, Empty, Input } from 'antd';
import { useMemo, useState } from 'react';
import type { LedgerRecord } from '#domain/records/archive-record';
import { namedUnitIds } from '#domain/records/record-fields';
import { unitDisplayName } from '#domain/records/unit';
import { findSimilarUnits } from '#domain/units/similar-units';
import { countReceived } from '#domain/units/unit-tally';
import { useSession } from '../../archive/session-context.tsx';
import { useLedgerRecords, useRecords } from '../../archive/use-records.ts';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { DataGrid } from '../../components/data-grid.tsx';
import { Page } from '../../components/page.tsx';
import { isComposing } from '../../hooks/is-composing.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { messages } from './messages.ts';
import { SimilarUnitsDialog } from './similar-units-dialog.tsx';
import { UnitForm } from './unit-form.tsx';
import { dayOf, toUnitRow, UNIT_COLUMNS, type UnitRow } from './unit-rows.ts';
import { useSuccession } from '../../archive/use-unit-line.ts';
import { useUnitMatcher } from '../../archive/use-unit-matcher.ts';
import styles from './units.module.css';

const SELECTION = { mode: 'multiRow', enableClickSelection: false } as const;

/** All units with the names they are known by; several of them can be made one. */
export function UnitsScreen() {
  const [isAdding, setAdding] = useState(false);
  return isAdding ? (
    <UnitForm unit={null} onClose={() => setAdding(false)} />
  ) : (
    <UnitList onAdd={() => setAdding(true)} />
  );
}

function UnitList({ onAdd }: { readonly onAdd: () => void }) {
  const { go } = useNavigation();
  const [text, setText] = useState('');
  const [merging, setMerging] = useState<readonly string[] | null>(null);
  const [isShowingSimilar, setShowingSimilar] = useState(false);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const { rows, total, similar } = useUnitRows(text);
  // A row that a search hides leaves the selection, and is not merged along with the rest.
  const readSelection = (api: GridApi<UnitRow>) => setSelected(api.getSelectedRows().map(({ id }) => id));
  const hint = text === '' ? messages.count(total) : messages.countShown(rows.length, total);
  return (
    <Page
      title={messages.title}
      hint={hint}
      width="fill"
      actions={
        <>
          {selected.length > 1 && (
            <Button icon={<MergeOutlined aria-hidden />} onClick={() => setMerging(selected)}>
              {messages.merge.selected(selected.length)}
            </Button>
          )}
          {similar.length > 0 && (
            <Button onClick={() => setShowingSimilar(true)}>{messages.similar.action(similar.length)}</Button>
          )}
          {/* An empty list has the button in its middle. */}
          {total > 0 && (
            <Button icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
              {messages.add}
            </Button>
          )}
        </>
      }
    >
      {total === 0 ? (
        <EmptyUnits onAdd={onAdd} />
      ) : (
        <>
          <Input
            className={styles['find'] ?? ''}
            allowClear
            placeholder={messages.find}
            aria-label={messages.find}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div className={styles['grid']}>
            <DataGrid<UnitRow>
              rowData={rows}
              columnDefs={UNIT_COLUMNS}
              getRowId={({ data }) => data.id}
              rowSelection={SELECTION}
              overlayNoRowsTemplate={messages.noneFound}
              onSelectionChanged={({ api }) => readSelection(api)}
              onModelUpdated={({ api }) => readSelection(api)}
              onRowDoubleClicked={({ data }) => data && go({ screen: 'unit', id: data.id })}
              onCellKeyDown={({ event, data }) => {
                if (!(event instanceof KeyboardEvent) || isComposing(event) || !data) return;
                if (event.key === 'Enter') go({ screen: 'unit', id: data.id });
              }}
            />
          </div>
          <footer className={styles['keys']}>{messages.keys}</footer>
        </>
      )}
      {isShowingSimilar && (
        <SimilarUnitsDialog groups={similar} onMerge={setMerging} onClose={() => setShowingSimilar(false)} />
      )}
      {merging && <MergeDialog unitIds={merging} onClose={() => setMerging(null)} />}
    </Page>
  );
}

/** The units that a search leaves, and those that look like others; how many there are in all. */
function useUnitRows(text: string) {
  const { archive } = useSession();
  const directory = useUnitDirectory();
  const succession = useSuccession();
  const honors = useRecords('honor');
  const matches = useUnitMatcher(text !== '');
  const lists = useLedgerRecords();
  const today = archive.today();
  const all = useMemo(() => {
    const entries = countNaming(lists);
    const received = countReceived(honors);
    return directory.all().map((unit) => {
      const above = unit.parent?.id ? directory.get(unit.parent.id) : null;
      const parent = above ? unitDisplayName(above) : (unit.parent?.printed ?? '');
      const counts = { honors: received.get(unit.id) ?? 0, entries: entries.get(unit.id) ?? 0 };
      return { unit, row: toUnitRow(unit, parent, dayOf(today), counts) };
    });
  }, [directory, lists, honors, today]);
  const rows = useMemo(
    () => all.filter(({ unit }) => text.trim() === '' || matches(text, unit)).map(({ row }) => row),
    [all, matches, text],
  );
  const similar = useMemo(() => findSimilarUnits(directory.all(), succession), [directory, succession]);
  return { rows, total: all.length, similar };
}

/** How many records name each unit. */
function countNaming(lists: readonly (readonly LedgerRecord[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) {
    for (const record of list) for (const id of namedUnitIds(record)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function EmptyUnits({ onAdd }: { readonly onAdd: () => void }) {
  return (
    <Empty
      className={styles['empty'] ?? ''}
      description={
        <>
          <div>{messages.empty}</div>
          <div>{messages.emptyHint}</div>
        </>
      }
    >
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
        {messages.add}
      </Button>
    </Empty>
  );
}
