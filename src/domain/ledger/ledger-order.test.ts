import { describe, expect, it } from 'vitest';
import type { Honor } from '../records/honor.ts';
import { date, honor } from '../records/record-fixtures.ts';
import { groupRecords, isGroup } from './group-records.ts';
import { filterRecords, NO_LEDGER_FILTERS, type LedgerFilters } from './ledger-filters.ts';
import { readColumnFilters } from './column-filter.ts';
import { createRecordSorter, type SortBy } from './sort-records.ts';
import { createTextOrder } from './text-order.ts';

describe('texts', () => {
  it('stand in the order of a Chinese dictionary, numbers by their value', () => {
    const texts = [
      '重庆',
      '市委10号',
      '市委9号',
      '',
      '安全',
      'B级',
      'a级',
      '市委',
      '（试行）',
      '2024年',
      '北京',
      '市委09号',
    ];
    const places = createTextOrder().placesOf(texts);
    const byPlace = texts.toSorted((a, b) => (places[texts.indexOf(a)] ?? 0) - (places[texts.indexOf(b)] ?? 0));
    const collator = new Intl.Collator('zh-CN', { numeric: true });
    expect(byPlace).toEqual(texts.toSorted((a, b) => collator.compare(a, b)));
  });

  it('keep their order when others turn up', () => {
    const order = createTextOrder();
    order.placesOf(['北京', '重庆']);
    expect([...order.placesOf(['重庆', '安全', '北京', '安全'])]).toEqual([2, 0, 1, 0]);
  });
});

const withoutWorks = (content: Partial<Honor>) => honor({ works: [], ...content });

const records: readonly Honor[] = [
  withoutWorks({
    id: 'h-1' as Honor['id'],
    title: '乙',
    level: '省部级',
    date: date('2020年'),
    documentNo: '',
    collective: true,
  }),
  withoutWorks({
    id: 'h-2' as Honor['id'],
    title: '甲',
    level: null,
    date: date(''),
    documentNo: '2号',
    collective: false,
  }),
  withoutWorks({
    id: 'h-3' as Honor['id'],
    title: '丙',
    level: '国家级',
    date: date('2020年5月4日'),
    documentNo: '10号',
  }),
  withoutWorks({
    id: 'h-4' as Honor['id'],
    title: '乙',
    level: '国家级',
    date: date('2019年'),
    documentNo: '',
    works: ['政治建设'],
  }),
];
const sorted = (...sorts: readonly SortBy[]) => createRecordSorter('honor')(records, sorts).map(({ id }) => id);

describe('sorting', () => {
  it('goes by the order of the field, with blanks at the end in both directions', () => {
    expect(sorted({ name: 'date', direction: 'asc' })).toEqual(['h-4', 'h-3', 'h-1', 'h-2']);
    expect(sorted({ name: 'date', direction: 'desc' })).toEqual(['h-1', 'h-3', 'h-4', 'h-2']);
    expect(sorted({ name: 'level', direction: 'asc' })).toEqual(['h-3', 'h-4', 'h-1', 'h-2']);
    expect(sorted({ name: 'documentNo', direction: 'desc' })).toEqual(['h-3', 'h-2', 'h-1', 'h-4']);
  });

  it('goes by the second column among equals of the first', () => {
    const byTitle = { name: 'title', direction: 'asc' } as const;
    expect(sorted(byTitle, { name: 'date', direction: 'asc' })).toEqual(['h-3', 'h-2', 'h-4', 'h-1']);
    expect(sorted(byTitle, { name: 'date', direction: 'desc' })).toEqual(['h-3', 'h-2', 'h-1', 'h-4']);
  });
});

describe('groups', () => {
  it('have counts and come in the order of their values, unknown ones last', () => {
    const items = groupRecords('honor', records, 'year', new Set(['year:2019']), () => null);
    expect(items.map((item) => (isGroup(item) ? `${item.label} ${item.count}` : item.id))).toEqual([
      '2020年 2',
      'h-1',
      'h-3',
      '2019年 1',
      ' 1',
      'h-2',
    ]);
  });

  it('go by the name that a unit has now', () => {
    const items = groupRecords('honor', records, 'unit', new Set(), () => '示例单位').filter(isGroup);
    expect(items).toMatchObject([{ label: '示例单位', count: 4 }]);
  });
});

describe('filters', () => {
  const filtered = (filters: Partial<LedgerFilters>, certified: ReadonlySet<string> = new Set()) =>
    filterRecords(records, { ...NO_LEDGER_FILTERS, ...filters }, { hasText: null, passesColumns: null, certified });
  const ids = (filters: Partial<LedgerFilters>) => filtered(filters).records.map(({ id }) => id);

  it('narrow, and each counts what the others leave', () => {
    expect(ids({ level: '国家级', year: 2020 })).toEqual(['h-3']);
    expect(ids({ collective: false })).toEqual(['h-2']);
    expect(ids({ work: '政治建设' })).toEqual(['h-4']);
    const { facets } = filtered({ level: '国家级' });
    expect(facets.years).toEqual([
      { value: 2020, count: 1 },
      { value: 2019, count: 1 },
    ]);
    expect(facets.levels).toEqual([
      { value: '国家级', count: 2 },
      { value: '省部级', count: 1 },
    ]);
  });

  it('find what is missing', () => {
    expect(ids({ gap: 'undated' })).toEqual(['h-2']);
    expect(ids({ gap: 'no-level' })).toEqual(['h-2']);
    expect(ids({ gap: 'no-document' })).toEqual(['h-1', 'h-4']);
    expect(filtered({ gap: 'no-certificate' }, new Set(['h-1', 'h-2', 'h-3'])).records).toHaveLength(1);
  });

  it('of columns are those of the grid', () => {
    const passes = readColumnFilters({
      title: {
        operator: 'OR',
        conditions: [
          { type: 'equals', filter: '甲' },
          { type: 'startsWith', filter: '丙' },
        ],
      },
      documentNo: { type: 'notBlank' },
      level: { type: 'something else' },
    });
    const texts = (title: string, documentNo: string) => (column: string) => (column === 'title' ? title : documentNo);
    expect([passes?.(texts('甲', '1')), passes?.(texts('甲', '')), passes?.(texts('乙', '1'))]).toEqual([
      true,
      false,
      false,
    ]);
    expect(readColumnFilters({})).toBeNull();
  });

  it('of text take what a search has found', () => {
    const found = new Set(['h-3', 'h-1']);
    const context = { hasText: ({ id }: { readonly id: string }) => found.has(id), passesColumns: null };
    const answer = filterRecords(records, NO_LEDGER_FILTERS, { ...context, certified: new Set() });
    expect(answer.records.map(({ id }) => id).toSorted()).toEqual(['h-1', 'h-3']);
  });
});
