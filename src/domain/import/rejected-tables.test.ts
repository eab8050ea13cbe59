import { describe, expect, it } from 'vitest';
import { TODAY } from '../records/record-fixtures.ts';
import { REJECTION_HEADINGS } from './header-words.ts';
import type { ImportRow } from './import-row.ts';
import { readTableRows } from './read-table-rows.ts';
import { rejectedTables, type RejectedTable } from './rejected-tables.ts';
import { bookOf, PLAIN, sheetOf } from './source-fixtures.ts';
import type { SourceBook, SourceSheet } from './source-book.ts';
import { understandBook } from './understand-book.ts';

function read(book: SourceBook) {
  const reading = understandBook(book, PLAIN);
  const context = { today: TODAY, isKnownUnit: PLAIN.isKnownUnit };
  const rows = reading.sheets.flatMap(({ tables }) => tables.flatMap((table) => readTableRows(book, table, context)));
  const rejected = rows.filter(({ status }) => status === 'rejected');
  return { rows, rejected, tables: rejectedTables(rejected, reading) };
}

/** The sheet that a caller writes, some cells mended. */
function written({ sheet, notes, headings, rows }: RejectedTable, mend: (cell: string) => string): SourceSheet {
  const lines = rows.map((line) =>
    line.is === 'section'
      ? [line.text]
      : [...line.cells.map(mend), '日期不对', `${line.place.sheet}!${line.place.row}`],
  );
  const heads = [...headings, REJECTION_HEADINGS.reason, REJECTION_HEADINGS.place];
  return sheetOf(sheet, [...notes.map((text) => [text]), heads, ...lines]);
}

const fieldsOf = ({ records }: ImportRow) => records.map(({ fields }) => fields);

describe('rejected rows as a table of their own', () => {
  const rows = [
    ['2023年示例市荣誉台账'],
    ['序号', '荣誉名称', '获奖单位', '获奖时间'],
    ['一、国家级荣誉'],
    ['1', '示例文明单位', '示例市水务局', '5月4日'],
    ['2', '示例先进集体', '示例市水务局', '13月4日'],
    ['二、省级荣誉'],
    ['3', '', '示例市财政局', '6月1日'],
  ];

  it('stand under their headings, below their sections, with place and problems', () => {
    const { tables } = read(bookOf(sheetOf('荣誉', rows)));
    expect(tables).toMatchObject([
      {
        sheet: '荣誉',
        notes: ['2023年示例市荣誉台账'],
        headings: rows[1],
        rows: [
          { is: 'section', text: '一、国家级荣誉' },
          { is: 'row', cells: rows[4], place: { sheet: '荣誉', row: 5 }, problems: [{ column: 'D' }] },
          { is: 'section', text: '二、省级荣誉' },
          { is: 'row', cells: rows[6], problems: [{ code: 'required', column: 'B' }] },
        ],
      },
    ]);
  });

  it('say the same when they are mended and read again, and nothing of the reasons', () => {
    const { tables } = read(bookOf(sheetOf('荣誉', rows)));
    const mended = tables.map((table) => written(table, (cell) => cell.replace('13月', '3月')));
    const again = read(bookOf(...mended));
    expect(fieldsOf(again.rows[0] as ImportRow)).toMatchObject([
      { title: '示例先进集体', level: '国家级', date: { start: '2023-03-04' }, recipients: ['示例市水务局'] },
    ]);
    expect(again.rejected.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['required']]);
    expect(JSON.stringify(again.rows.map(fieldsOf))).not.toContain('日期不对');
  });

  it('have one row of headings where there were two', () => {
    const sheet = sheetOf(
      '表彰',
      [
        ['荣誉名称', '获奖单位', '获奖时间'],
        ['', '', '年', '月', '日'],
        ['示例文明单位', '示例市水务局', '2023', '13', '4'],
        ['示例先进集体', '示例市水务局', '2023', '5', '4'],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:E1'] },
    );
    const { tables } = read(bookOf(sheet));
    expect(tables[0]?.headings).toEqual(['荣誉名称', '获奖单位', '年', '月', '日']);
    const again = read(bookOf(...tables.map((table) => written(table, (cell) => cell.replace(/^13$/u, '3')))));
    expect(again.rejected).toEqual([]);
    expect(fieldsOf(again.rows[0] as ImportRow)).toMatchObject([{ date: { start: '2023-03-04', end: '2023-03-04' } }]);
  });

  it('belong to the table that they stand in, not the one beside it', () => {
    const { tables } = read(
      bookOf(
        sheetOf('并列', [
          ['荣誉名称', '获奖单位', '获奖时间', '', '奖项名称', '获奖单位', '获奖时间'],
          ['示例甲', '示例市水务局', '2023年5月', '', '示例乙', '示例市财政局', '去年'],
        ]),
      ),
    );
    expect(tables).toMatchObject([
      { headings: ['奖项名称', '获奖单位', '获奖时间'], rows: [{ cells: ['示例乙', '示例市财政局', '去年'] }] },
    ]);
  });
});
