import type { ColDef } from 'ag-grid-community';
import { compareChronologically, formatFuzzyDate, type FuzzyDate } from '#domain/dates/fuzzy-date';
import type { FilingItem } from '#domain/records/filing-item';
import { filedPaper, type FilableKind, type FilableRecord } from '#domain/filing/filable-record';
import { withHover } from '../../components/grid-hover.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { messages } from './messages.ts';

/** A record and what is known of its filing, as the lists show them. */
export type PaperRow = {
  readonly record: FilableRecord;
  readonly item: FilingItem | null;
  readonly kind: FilableKind;
  readonly title: string;
  readonly date: FuzzyDate;
  readonly year: number | null;
  readonly documentNo: string;
  readonly responsible: string;
};

export function toPaperRow(record: FilableRecord, item: FilingItem | null): PaperRow {
  return { record, item, kind: record.kind, ...filedPaper(record) };
}

export type PaperFilters = {
  readonly text: string;
  /** 'none' for records of unknown year. */
  readonly year: number | 'none' | null;
  readonly kind: FilableKind | null;
  readonly retention: string | null;
};

export const NO_FILTERS: PaperFilters = { text: '', year: null, kind: null, retention: null };

/** @param yearOf the year that the list goes by: that of the code, or the one proposed for it */
export function filterPapers(
  rows: readonly PaperRow[],
  { text, year, kind, retention }: PaperFilters,
  yearOf: (row: PaperRow) => number | null,
): readonly PaperRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (year === null || yearOf(row) === (year === 'none' ? null : year)) &&
      (kind === null || row.kind === kind) &&
      (retention === null || row.item?.retention === retention) &&
      (wanted === '' || `${row.title}\n${row.item?.code ?? ''}\n${row.documentNo}`.toLowerCase().includes(wanted)),
  );
}

const { columns } = messages;

export const titleColumn: ColDef<PaperRow> = { field: 'title', headerName: columns.title, flex: 3, minWidth: 150 };
export const kindColumn: ColDef<PaperRow> = {
  colId: 'kind',
  headerName: columns.kind,
  valueGetter: ({ data }) => (data ? KIND_NAMES[data.kind] : ''),
  width: 84,
};
export const documentColumn: ColDef<PaperRow> = { field: 'documentNo', headerName: columns.documentNo, width: 130 };
export const dateColumn: ColDef<PaperRow, FuzzyDate> = {
  field: 'date',
  headerName: columns.date,
  valueFormatter: ({ value }) => (value && formatFuzzyDate(value)) || messages.undated,
  filterValueGetter: ({ data }) => (data ? formatFuzzyDate(data.date) : ''),
  comparator: (a, b) => (a && b ? compareChronologically(a, b) : 0),
  ...withHover<PaperRow>((row) => row?.date.raw ?? ''),
  width: 130,
};
export const retentionColumn: ColDef<PaperRow> = {
  colId: 'retention',
  headerName: columns.retention,
  valueGetter: ({ data }) => data?.item?.retention ?? '',
  width: 92,
};
