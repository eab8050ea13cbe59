import { PlusOutlined } from '@ant-design/icons';
import type { ColDef } from 'ag-grid-community';
import { Button, Empty, Input } from 'antd';
import { useMemo, useState } from 'react';
import type { Unit } from '#domain/records/unit';
import { unitDisplayName } from '#domain/records/unit';
import { unitNameKey } from '#domain/units/unit-directory';
import { useSession } from '../../archive/session-context.tsx';
import { useUnitDirectory } from '../../archive/use-unit-directory.ts';
import { DataGrid } from '../../components/data-grid.tsx';
import { Page } from '../../components/page.tsx';
import { useCorpusSearch } from '../../hooks/use-corpus-search.ts';
import { isComposing } from '../../hooks/is-composing.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { messages } from './messages.ts';
import { UnitFormModal } from './unit-form-modal.tsx';
import styles from './units.module.css';

type UnitRow = {
  readonly id: string;
  readonly name: string;
  readonly otherNames: string;
  readonly brands: string;
  readonly entries: number;
};

const COLUMNS: ColDef<UnitRow>[] = [
  { field: 'name', headerName: messages.columns.name, flex: 2, sort: 'asc' },
  { field: 'otherNames', headerName: messages.columns.otherNames, flex: 2 },
  { field: 'brands', headerName: messages.columns.brands, flex: 2 },
  {
    field: 'entries',
    headerName: messages.columns.entries,
    width: 120,
    type: 'rightAligned',
    filter: false,
    comparator: (a: number, b: number) => a - b,
  },
];

/** All units with the names they are known by. */
export function UnitsScreen() {
  const { live } = useSession();
  const { go } = useNavigation();
  const directory = useUnitDirectory();
  const [text, setText] = useState('');
  const [isAdding, setAdding] = useState(false);
  const { facets } = useCorpusSearch(live, { text: '', kinds: ['honor', 'plan', 'activity'], limit: 0 });
  const rows = useMemo(() => {
    const counts = new Map(facets.units.map(({ value, count }) => [value, count]));
    return directory
      .all()
      .filter((unit) => unit.names.some(({ name }) => unitNameKey(name).includes(unitNameKey(text))))
      .map((unit) => toRow(unit, counts.get(unit.id) ?? 0));
  }, [directory, facets, text]);
  const isEmpty = directory.all().length === 0;
  return (
    <Page
      title={messages.title}
      hint={messages.count(directory.all().length)}
      width="fill"
      actions={
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
          {messages.add}
        </Button>
      }
    >
      {isEmpty ? (
        <Empty
          className={styles['empty'] ?? ''}
          description={
            <>
              <div>{messages.empty}</div>
              <div>{messages.emptyHint}</div>
            </>
          }
        />
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
              columnDefs={COLUMNS}
              getRowId={({ data }) => data.id}
              overlayNoRowsTemplate={messages.noneFound}
              onRowDoubleClicked={({ data }) => data && go({ screen: 'unit', id: data.id })}
              onCellKeyDown={({ event, data }) => {
                if (!(event instanceof KeyboardEvent) || isComposing(event) || !data) return;
                if (event.key === 'Enter') go({ screen: 'unit', id: data.id });
              }}
            />
          </div>
        </>
      )}
      {isAdding && <UnitFormModal unit={null} directory={directory} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function toRow(unit: Unit, entries: number): UnitRow {
  const name = unitDisplayName(unit);
  const otherNames = unit.names
    .map((each) => each.name)
    .filter((each) => each !== name)
    .join('、');
  const brands = unit.brands.map((brand) => brand.name).join('、');
  return { id: unit.id, name, otherNames, brands, entries };
}
