import { describe, expect, it } from 'vitest';
import { FLAG_WORDS } from '../ledger/cell-text.ts';
import { MAIN_FIELDS } from '../ledger/main-fields.ts';
import { fieldMap } from '../ledger/field-map.ts';
import { activity, blank, date, honor, plan, unit } from '../records/record-fixtures.ts';
import { ENTRY_KINDS, FINDABLE_KINDS, LEDGER_KINDS, type FindableKind } from '../records/record-base.ts';
import {
  COMMON_COLUMNS,
  columnChoices,
  listColumn,
  listColumns,
  pageColumns,
  templateColumns,
} from './list-columns.ts';
import { listRow, type ListWords } from './list-row.ts';

const words: ListWords = {
  kindNames: Object.fromEntries(FINDABLE_KINDS.map((kind) => [kind, `(${kind})`])) as Record<FindableKind, string>,
  minute: (instant) => `at ${instant}`,
};

describe('a row of a list', () => {
  it('has typed cells in the order of the columns, units as printed', () => {
    const columns = ['date', 'title', 'level', 'recipients', 'awardedBy', 'collective', 'works', 'note', 'updatedAt'];
    expect(listRow(honor(), columns, words)).toEqual([
      { day: '2021-06-28', text: '2021年6月28日' },
      '全国先进基层党组织',
      '国家级',
      '市人社局',
      '中共中央组织部',
      '集体',
      '政治建设、中心任务',
      '第一行\n第二行',
      'at 2026-11-01T08:00:00.000Z',
    ]);
    expect(listRow(activity(), ['headcount'], words)).toEqual([120]);
    expect(listRow(activity({ headcount: 0 }), ['headcount'], words)).toEqual([0]);
  });

  it('makes no day of a date that is not known to the day', () => {
    for (const [typed, cell] of [
      ['2023.10', '2023年10月'],
      ['2023', '2023年'],
      ['2023年上半年', '2023年上半年'],
      ['2022—2023年度', '2022—2023年度'],
      ['5月', '5月'],
      ['', null],
      ['2023.10.1', { day: '2023-10-01', text: '2023年10月1日' }],
    ] as const) {
      expect(
        listRow(honor({ date: typed === '' ? blank('honor', 'h-1').date : date(typed) }), ['date'], words),
      ).toEqual([cell]);
    }
  });

  it('leaves blank what is not known, and what a record of its kind does not have', () => {
    expect(listRow(blank('honor', 'h-1'), ['level', 'documentNo', 'recipients', 'nothing'], words)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('of any kind fills the columns that all have in common', () => {
    const rowOf = (record: Parameters<typeof listRow>[0]) => listRow(record, COMMON_COLUMNS, words);
    expect(rowOf(plan())).toEqual([
      '(plan)',
      '模范机关建设推进办法',
      '2020年3月',
      '市委市直机关工委',
      null,
      '菏直发〔2020〕1号',
    ]);
    expect(rowOf(unit('unit-1', '示例单位'))).toEqual(['(unit)', '示例单位', null, null, null, null]);
    const [, , , units] = rowOf(activity({ coHosts: activity().hosts }));
    expect(units).toBe('市委市直机关工委、市人社局');
  });

  it('of a unit has the name that it is listed under and the others', () => {
    const named = unit('unit-1', [
      { name: '示例局', kind: 'full' },
      { name: '示例委', kind: 'full', to: date('2018') },
      { name: '例局', kind: 'short' },
      { name: '例局', kind: 'alias' },
    ]);
    expect(listRow(named, ['@title', '@otherNames'], words)).toEqual(['示例局', '示例委、例局']);
  });
});

describe('the columns of a list', () => {
  it('are all fields of a kind, each once, those first by which people know it', () => {
    for (const kind of LEDGER_KINDS) {
      const columns = listColumns(kind);
      expect(columns.slice(0, MAIN_FIELDS[kind].length)).toEqual(MAIN_FIELDS[kind]);
      const all = [...fieldMap(kind).keys()].filter((name) => name !== 'fullText');
      expect(columns.toSorted()).toEqual(all.toSorted());
    }
    expect(listColumns('unit')).not.toContain('names');
  });

  it('of a page are those of a ledger that nobody has changed', () => {
    for (const kind of LEDGER_KINDS) expect(pageColumns(kind)).toEqual(MAIN_FIELDS[kind]);
  });

  it('are of the type of their field', () => {
    const typeOf = (name: string) => listColumn('activity', name, 'x').type;
    expect(['date', 'headcount', 'title', 'results'].map(typeOf)).toEqual(['date', 'number', 'text', 'text']);
    expect(listColumn(null, '@date', 'x').type).toBe('date');
  });

  it('of a template can each be said in one cell, with choices where one of few is wanted', () => {
    for (const kind of ENTRY_KINDS) {
      const types = templateColumns(kind).map((name) => fieldMap(kind).get(name)?.type);
      expect(types).toContain('title');
      expect(types).not.toContain('rows');
    }
    const flags = Object.values(FLAG_WORDS);
    expect(columnChoices('honor', 'collective', flags)).toEqual(['集体', '个人']);
    expect(columnChoices('honor', 'level', flags)).toContain('国家级');
    expect(columnChoices('plan', 'planKind', flags)).toContain('办法');
    expect(columnChoices('honor', 'works', flags)).toBeUndefined();
    expect(columnChoices('honor', 'title', flags)).toBeUndefined();
  });
});
