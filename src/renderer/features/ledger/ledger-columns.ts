import type { CellMouseOverEvent, ColDef, ValueGetterParams } from 'ag-grid-community';
import { cellText, isCellEditable } from '#domain/ledger/cell-text';
import { fieldMap } from '#domain/ledger/field-map';
import { isGroup, type LedgerItem } from '#domain/ledger/group-records';
import { MAIN_FIELDS } from '#domain/ledger/main-fields';
import type { SortBy } from '#domain/ledger/sort-records';
import type { FuzzyDate } from '#domain/dates/fuzzy-date';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { AnyField } from '#domain/records/field';
import type { LedgerKind } from '#domain/records/record-base';
import { fieldsOf, fieldValue } from '#domain/records/record-fields';
import { fieldLabel } from '../../archive/field-labels.ts';
import { withHover } from '../../components/grid-hover.ts';
import { localMinute } from '../../components/local-minute.ts';
import { SelectAllHeader, SelectCell } from './grid-cells.ts';
import type { LedgerGridContext } from './ledger-grid-context.ts';
import { messages } from './messages.ts';

/** How the fields look that stand in a ledger from the start. */
const MAIN_LOOKS: Readonly<Record<LedgerKind, Readonly<Record<string, ColDef<LedgerItem>>>>> = {
  honor: {
    date: { sort: 'desc', sortIndex: 0 },
    title: { flex: 3, minWidth: 200 },
    recipients: { flex: 2, minWidth: 160 },
    awardedBy: { flex: 2, minWidth: 160 },
    documentNo: { width: 150 },
  },
  plan: {
    issued: { sort: 'desc', sortIndex: 0 },
    title: { flex: 3, minWidth: 260 },
    planKind: { width: 88 },
    issuers: { flex: 2, minWidth: 180 },
    documentNo: { width: 160 },
    status: { width: 92 },
  },
  activity: {
    date: { sort: 'desc', sortIndex: 0 },
    title: { flex: 3, minWidth: 240 },
    series: { flex: 1, minWidth: 120 },
    episode: { width: 88 },
    place: { width: 130 },
    hosts: { flex: 2, minWidth: 150 },
  },
  practice: {
    date: { sort: 'desc', sortIndex: 0 },
    title: { flex: 3, minWidth: 240 },
    practiceKind: { width: 110 },
    units: { flex: 2, minWidth: 180 },
    works: { width: 180 },
  },
  evaluation: {
    date: { sort: 'desc', sortIndex: 0 },
    title: { flex: 3, minWidth: 240 },
    round: { width: 110 },
    units: { flex: 2, minWidth: 180 },
    result: { width: 140 },
    documentNo: { width: 160 },
  },
  person: { title: { width: 140, sort: 'asc', sortIndex: 0 }, posts: { flex: 2, minWidth: 200 }, note: { flex: 1 } },
  programme: {
    title: { flex: 3, minWidth: 240, sort: 'asc', sortIndex: 0 },
    hosts: { flex: 2, minWidth: 200 },
    cycleYears: { width: 110 },
  },
};

/** The columns of a ledger in their first order; widths, order and sorting are kept from then on. */
export function ledgerColumns(kind: LedgerKind): ColDef<LedgerItem>[] {
  const main = MAIN_FIELDS[kind];
  const fields = new Map(fieldsOf(kind));
  const shown = main.flatMap((name) => {
    const field = fields.get(name);
    return field ? [fieldColumn(kind, name, field, { ...MAIN_LOOKS[kind][name] })] : [];
  });
  const others = [...fields]
    .filter(([name]) => !main.includes(name))
    .map(([name, field]) => fieldColumn(kind, name, field, { hide: true }));
  return [selectColumn, ...shown, ...others, updatedColumn];
}

/** The order in which a ledger is opened the first time. */
export function firstSorts(kind: LedgerKind): readonly SortBy[] {
  return Object.entries(MAIN_LOOKS[kind]).flatMap(([name, { sort }]) =>
    sort === 'asc' || sort === 'desc' ? [{ name, direction: sort }] : [],
  );
}

export const SELECT_COLUMN = 'select';

const selectColumn: ColDef<LedgerItem> = {
  colId: SELECT_COLUMN,
  width: 44,
  minWidth: 44,
  lockPosition: 'left',
  suppressMovable: true,
  resizable: false,
  sortable: false,
  filter: false,
  // So that the grid sees when another record has come to the row.
  valueGetter: ({ node, context }) => (context as LedgerGridContext).itemAt(node?.rowIndex ?? null)?.id,
  ...withHover(() => ''),
  headerComponent: SelectAllHeader,
  cellRenderer: SelectCell,
};

const updatedColumn: ColDef<LedgerItem> = {
  colId: 'updatedAt',
  headerName: messages.updatedAt,
  valueGetter: textOf('updatedAt'),
  width: 150,
  hide: true,
};

/** What a column of a record says in the grid, in print and to Excel. */
export function shownText(record: LedgerRecord, name: string): string {
  if (name === 'updatedAt') return localMinute(record.updatedAt);
  const field = fieldMap(record.kind).get(name);
  if (!field) return '';
  const text = cellText(field, fieldValue(record, name));
  if (text !== '') return text;
  if (field.type === 'date') return messages.undated;
  return field.type === 'level' ? messages.noLevel : '';
}

/** Whether a column's cells can be edited in place. */
export function isEditableColumn(kind: LedgerKind, name: string): boolean {
  return isCellEditable(fieldMap(kind).get(name));
}

/** Read by the row's place, not by what the grid has fetched of it: a row that scrolls in is there at once. */
function textOf(name: string) {
  return ({ node, context }: ValueGetterParams<LedgerItem>): string => {
    const item = (context as LedgerGridContext).itemAt(node?.rowIndex ?? null);
    return item && !isGroup(item) ? shownText(item, name) : '';
  };
}

function fieldColumn(kind: LedgerKind, name: string, field: AnyField, options: ColDef<LedgerItem>): ColDef<LedgerItem> {
  return {
    colId: name,
    headerName: fieldLabel(name, kind),
    valueGetter: textOf(name),
    ...WIDTHS[field.type],
    ...(field.type === 'date' ? withHover(rawDate(name)) : {}),
    ...options,
  };
}

const WIDTHS: Readonly<Partial<Record<AnyField['type'], ColDef<LedgerItem>>>> = {
  date: { width: 142 },
  level: { width: 96 },
  count: { width: 88, type: 'rightAligned' },
  flag: { width: 96 },
};

/** On hover a date says what was typed or printed. */
function rawDate(name: string) {
  return (_row: LedgerItem | undefined, { rowIndex, context }: CellMouseOverEvent<LedgerItem>): string => {
    const item = (context as LedgerGridContext).itemAt(rowIndex);
    return item && !isGroup(item) ? (fieldValue(item, name) as FuzzyDate).raw : '';
  };
}
