import type { ColDef } from 'ag-grid-community';
import { compareChronologically, formatFuzzyDate, type FuzzyDate } from '#domain/dates/fuzzy-date';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { AnyField } from '#domain/records/field';
import type { LedgerKind } from '#domain/records/record-base';
import { fieldsOf, fieldValue } from '#domain/records/record-fields';
import type { RecordReference } from '#domain/records/reference-fields';
import { LEVELS } from '#domain/vocabulary/levels';
import { fieldLabel } from '../../archive/field-labels.ts';
import { messages } from './messages.ts';

/** The fields of each kind that stand in its ledger from the start, in this order, with their widths. */
const FIRST_COLUMNS: Readonly<Record<LedgerKind, Readonly<Record<string, ColDef<LedgerRecord>>>>> = {
  honor: {
    date: { sort: 'desc', sortIndex: 0 },
    title: { flex: 3, minWidth: 200 },
    level: {},
    recipients: { flex: 2, minWidth: 160 },
    awardedBy: { flex: 2, minWidth: 160 },
    documentNo: { width: 150 },
    collective: {},
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
    headcount: {},
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
    level: {},
    hosts: { flex: 2, minWidth: 200 },
    cycleYears: { width: 110 },
  },
};

/** The columns of a ledger in their first order; widths, order and sorting are kept from then on. */
export function ledgerColumns(kind: LedgerKind): ColDef<LedgerRecord>[] {
  const first = FIRST_COLUMNS[kind];
  const fields = new Map(fieldsOf(kind));
  const shown = Object.keys(first).flatMap((name) => {
    const field = fields.get(name);
    return field ? [fieldColumn(kind, name, field, { ...first[name] })] : [];
  });
  const others = [...fields]
    .filter(([name]) => !Object.hasOwn(first, name))
    .map(([name, field]) => fieldColumn(kind, name, field, { hide: true }));
  return [...shown, ...others, updatedColumn];
}

const updatedColumn: ColDef<LedgerRecord> = {
  colId: 'updatedAt',
  headerName: messages.updatedAt,
  valueGetter: ({ data }) => (data ? localMinute(data.updatedAt) : ''),
  width: 150,
  hide: true,
};

function localMinute(instant: string): string {
  return new Date(instant).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' });
}

function fieldColumn(
  kind: LedgerKind,
  name: string,
  field: AnyField,
  options: ColDef<LedgerRecord>,
): ColDef<LedgerRecord> {
  const column = { colId: name, headerName: fieldLabel(name, kind), ...typeColumn(name, field), ...options };
  return column as ColDef<LedgerRecord>;
}

/** What kind of column a field of a type makes. */
function typeColumn(name: string, field: AnyField): ColDef<LedgerRecord> {
  const valueGetter: ColDef<LedgerRecord>['valueGetter'] = ({ data }) =>
    data ? fieldText(field, fieldValue(data, name)) : '';
  switch (field.type) {
    case 'date':
      return dateColumn(name) as ColDef<LedgerRecord>;
    case 'level':
      return {
        valueGetter: ({ data }) => (data ? ((fieldValue(data, name) as string | null) ?? messages.noLevel) : ''),
        width: 96,
        comparator: (a: string, b: string) => levelRank(a) - levelRank(b),
      };
    case 'count':
      return {
        valueGetter,
        width: 88,
        type: 'rightAligned',
        comparator: (a: string, b: string) => Number(a) - Number(b),
      };
    case 'flag':
      return { valueGetter, width: 96 };
    default:
      return { valueGetter, width: 150 };
  }
}

function dateColumn(name: string): ColDef<LedgerRecord, FuzzyDate> {
  const dateOf = (data: LedgerRecord) => fieldValue(data, name) as FuzzyDate;
  return {
    valueGetter: ({ data }) => (data ? dateOf(data) : null),
    valueFormatter: ({ value }) => (value && formatFuzzyDate(value)) || messages.undated,
    // Unknown dates stand at the end whichever way the column is sorted; the grid turns the sign when descending.
    comparator: (a, b, _nodeA, _nodeB, isDescending) => {
      if (!a?.end || !b?.end) return (Number(!a?.end) - Number(!b?.end)) * (isDescending ? -1 : 1);
      return compareChronologically(a, b);
    },
    filterValueGetter: ({ data }) => (data ? `${formatFuzzyDate(dateOf(data))} ${dateOf(data).raw}` : ''),
    tooltip: ({ value }) => value?.raw ?? '',
    width: 142,
  };
}

const levelRank = (level: string) => {
  const rank = LEVELS.findIndex((each) => each === level);
  return rank === -1 ? LEVELS.length : rank;
};

/** A value as one line of text. */
export function fieldText(field: AnyField, value: unknown): string {
  switch (field.type) {
    case 'flag':
      return value === true ? messages.collective : messages.individual;
    case 'date':
      return formatFuzzyDate(value as FuzzyDate);
    case 'count':
      return String((value as number | null) ?? '');
    case 'choices':
    case 'names':
      return (value as readonly string[]).join('、');
    case 'reference':
      return (value as RecordReference | null)?.printed ?? '';
    case 'bodies':
    case 'recipients':
      return (Array.isArray(value) ? (value as readonly Printed[]) : [value as Printed | null])
        .map((body) => body?.printed ?? '')
        .join('、');
    case 'rows':
      return (value as readonly Readonly<Record<string, unknown>>[])
        .map((row) =>
          Object.entries(field.fields ?? {})
            .map(([name, inner]) => fieldText(inner, row[name]))
            .filter((text) => text !== '')
            .join(' '),
        )
        .join('；');
    default:
      return (value as string | null) ?? '';
  }
}

type Printed = { readonly printed: string };
