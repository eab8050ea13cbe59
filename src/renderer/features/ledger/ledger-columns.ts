import type { ColDef } from 'ag-grid-community';
import { compareChronologically, formatFuzzyDate, type FuzzyDate } from '#domain/dates/fuzzy-date';
import { entryDate, type Entry } from '#domain/records/archive-record';
import type { EntryKind } from '#domain/records/record-base';
import { LEVELS } from '#domain/vocabulary/levels';
import { messages } from './messages.ts';

const names = (bodies: readonly { readonly printed: string }[]) => bodies.map((body) => body.printed).join('、');

function textColumn(
  field: keyof typeof messages.columns,
  value: (entry: Entry) => string,
  options: ColDef<Entry> = {},
): ColDef<Entry> {
  const valueGetter: ColDef<Entry>['valueGetter'] = ({ data }) => (data ? value(data) : '');
  return { colId: field, headerName: messages.columns[field], valueGetter, ...options };
}

function dateColumn(field: 'date' | 'issued'): ColDef<Entry, FuzzyDate> {
  return {
    colId: field,
    headerName: messages.columns[field],
    valueGetter: ({ data }) => (data ? entryDate(data) : null),
    valueFormatter: ({ value }) => (value && formatFuzzyDate(value)) || messages.undated,
    // Unknown dates stand at the end whichever way the column is sorted; the grid turns the sign when descending.
    comparator: (a, b, _nodeA, _nodeB, isDescending) => {
      if (!a?.end || !b?.end) return (Number(!a?.end) - Number(!b?.end)) * (isDescending ? -1 : 1);
      return compareChronologically(a, b);
    },
    filterValueGetter: ({ data }) => (data ? `${formatFuzzyDate(entryDate(data))} ${entryDate(data).raw}` : ''),
    tooltip: ({ value }) => value?.raw ?? '',
    width: 142,
    sort: 'desc',
    sortIndex: 0,
  };
}

const levelRank = (level: string) => {
  const rank = LEVELS.findIndex((each) => each === level);
  return rank === -1 ? LEVELS.length : rank;
};

const updatedColumn = textColumn('updatedAt', (entry) => localMinute(entry.updatedAt), { width: 150, hide: true });
const noteColumn = textColumn('note', (entry) => entry.note, { width: 180, hide: true });

function localMinute(instant: string): string {
  return new Date(instant).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' });
}

function honorColumns(): readonly ColDef<Entry>[] {
  const of = (read: (honor: Extract<Entry, { kind: 'honor' }>) => string) => (entry: Entry) =>
    entry.kind === 'honor' ? read(entry) : '';
  return [
    dateColumn('date'),
    textColumn('title', (entry) => entry.title, { flex: 3, minWidth: 200 }),
    textColumn(
      'level',
      of((honor) => honor.level ?? messages.noLevel),
      {
        width: 96,
        comparator: (a: string, b: string) => levelRank(a) - levelRank(b),
      },
    ),
    textColumn(
      'recipients',
      of((honor) => names(honor.recipients)),
      { flex: 2, minWidth: 160 },
    ),
    textColumn(
      'awardedBy',
      of((honor) => names(honor.awardedBy)),
      { flex: 2, minWidth: 160 },
    ),
    textColumn(
      'documentNo',
      of((honor) => honor.documentNo),
      { width: 150 },
    ),
    textColumn(
      'collective',
      of((honor) => (honor.collective ? messages.collective : messages.individual)),
      { width: 96 },
    ),
    textColumn(
      'works',
      of((honor) => honor.works.join('、')),
      { width: 150, hide: true },
    ),
    noteColumn,
    updatedColumn,
  ];
}

function planColumns(): readonly ColDef<Entry>[] {
  const of = (read: (plan: Extract<Entry, { kind: 'plan' }>) => string) => (entry: Entry) =>
    entry.kind === 'plan' ? read(entry) : '';
  return [
    dateColumn('issued'),
    textColumn('title', (entry) => entry.title, { flex: 3, minWidth: 260 }),
    textColumn(
      'planKind',
      of((plan) => plan.planKind),
      { width: 88 },
    ),
    textColumn(
      'issuers',
      of((plan) => names(plan.issuers)),
      { flex: 2, minWidth: 180 },
    ),
    textColumn(
      'documentNo',
      of((plan) => plan.documentNo),
      { width: 160 },
    ),
    textColumn(
      'status',
      of((plan) => plan.status),
      { width: 92 },
    ),
    noteColumn,
    updatedColumn,
  ];
}

function activityColumns(): readonly ColDef<Entry>[] {
  const of = (read: (activity: Extract<Entry, { kind: 'activity' }>) => string) => (entry: Entry) =>
    entry.kind === 'activity' ? read(entry) : '';
  return [
    dateColumn('date'),
    textColumn('title', (entry) => entry.title, { flex: 3, minWidth: 240 }),
    textColumn(
      'series',
      of((activity) => activity.series),
      { flex: 1, minWidth: 120 },
    ),
    textColumn(
      'episode',
      of((activity) => activity.episode),
      { width: 88 },
    ),
    textColumn(
      'place',
      of((activity) => activity.place),
      { width: 130 },
    ),
    textColumn(
      'hosts',
      of((activity) => names(activity.hosts)),
      { flex: 2, minWidth: 150 },
    ),
    textColumn(
      'participants',
      of((activity) => names(activity.participants)),
      { width: 150, hide: true },
    ),
    textColumn(
      'headcount',
      of((activity) => String(activity.headcount ?? '')),
      {
        width: 88,
        type: 'rightAligned',
        comparator: (a: string, b: string) => Number(a) - Number(b),
      },
    ),
    noteColumn,
    updatedColumn,
  ];
}

/** The columns of a ledger in their first order; widths, order and sorting are kept from then on. */
export function ledgerColumns(kind: EntryKind): ColDef<Entry>[] {
  const columns = { honor: honorColumns, plan: planColumns, activity: activityColumns } satisfies Record<
    EntryKind,
    () => readonly ColDef<Entry>[]
  >;
  return [...columns[kind]()];
}
