import { describe, expect, it } from 'vitest';
import type { TableReading } from './book-reading.ts';
import { changeTable, type TableChange } from './change-table.ts';
import { bookOf, PLAIN, sheetOf } from './source-fixtures.ts';
import { viewTable } from './table-view.ts';
import { understandBook } from './understand-book.ts';

const BOOK = bookOf(
  sheetOf(
    '荣誉',
    [
      ['示例台账'],
      ['名称', '时间', '单位', '备注'],
      ['示例先进集体', '2023年5月', '示例单位甲', ''],
      ['示例文明单位', '2022年', '示例单位甲', '复印件'],
      ['合计', '', '2', ''],
    ],
    { hiddenRows: [4] },
  ),
);
const TABLE = understandBook(BOOK, PLAIN).sheets[0]?.tables[0] as TableReading;
const change = (what: TableChange) => changeTable(BOOK, TABLE, what, PLAIN);
const targets = ({ columns }: TableReading) => columns.map(({ target }) => `${target.role} ${target.field}`);

describe('a column that a person gives another field', () => {
  it('has it, surely, and the others stay', () => {
    const changed = change({ what: 'column', column: 3, target: { role: 'value', field: 'location' } });
    expect(targets(changed)).toEqual([...targets(TABLE).slice(0, 3), 'value location']);
    expect(changed.columns[3]).toMatchObject({ confidence: 1, reason: { code: 'changed' } });
    expect(changed.rows).toBe(TABLE.rows);
  });

  it('takes the field from the column that had it, whose cells go to the note', () => {
    const changed = change({ what: 'column', column: 3, target: { role: 'value', field: 'title' } });
    expect(targets(changed)[0]).toBe('value note');
    expect(targets(changed)[3]).toBe('value title');
  });

  it('shares a field that takes several', () => {
    const changed = change({ what: 'column', column: 3, target: { role: 'value', field: 'recipients' } });
    expect(targets(changed).slice(2)).toEqual(['value recipients', 'value recipients']);
  });
});

it('another kind has other fields, under the same headings', () => {
  const changed = change({ what: 'kind', kind: 'plan' });
  expect(changed).toMatchObject({ kind: 'plan', headerRows: TABLE.headerRows, kindReasons: [{ code: 'changed' }] });
  expect(targets(changed)[1]).toBe('value issued');
});

it('without headings every row may be data', () => {
  const changed = change({ what: 'header', rows: [] });
  expect(changed.headerRows).toEqual([]);
  expect(changed.rows.filter(({ is }) => is === 'data').length).toBeGreaterThan(2);
});

it('is looked over with counts, examples and its first rows', () => {
  const view = viewTable(BOOK, TABLE);
  expect(view.counts).toMatchObject({ banner: 1, header: 1, data: 2, subtotal: 1 });
  expect(view.hiddenRows).toBe(1);
  expect(view.examples).toEqual([
    ['示例先进集体', '示例文明单位'],
    ['2023年5月', '2022年'],
    ['示例单位甲'],
    ['复印件'],
  ]);
  expect(view.sample.map(({ number, is, isHidden }) => [number, is, isHidden])).toEqual([
    [1, 'banner', false],
    [2, 'header', false],
    [3, 'data', false],
    [4, 'data', true],
    [5, 'subtotal', false],
  ]);
  expect(view).not.toHaveProperty('rows');
});
