import { expect, it } from 'vitest';
import type { RejectedTable } from '#domain/import/rejected-tables';
import { rejectedLists } from './rejected-lists.ts';

const place = { sheet: '荣誉', row: 4 };
const TABLE: RejectedTable = {
  sheet: '荣誉',
  notes: ['2023年荣誉'],
  headings: ['名称', '时间', '单位'],
  rows: [
    { is: 'section', text: '一、省级' },
    {
      is: 'row',
      cells: ['', '2023年13月'],
      place,
      problems: [
        { ...place, code: 'required', field: 'title', column: 'A', text: '', repair: { how: 'type' } },
        {
          ...place,
          code: 'impossible-date',
          field: 'date',
          column: 'B',
          text: '2023年13月',
          repair: { how: 'type-date' },
        },
      ],
    },
  ],
};

it('writes each table as a sheet under its own headings, with what is wrong and where behind each row', () => {
  const [list] = rejectedLists([TABLE]);
  expect(list?.outline).toMatchObject({ name: '荣誉', notes: ['2023年荣誉'], fields: null });
  expect(list?.outline.columns.map(({ heading }) => heading)).toEqual(['名称', '时间', '单位', '原因', '原位置']);
  expect(list?.outline.rows).toEqual([
    ['一、省级', null, null, null, null],
    [
      null,
      '2023年13月',
      null,
      '名称：不能为空；时间：日历上没有这一天，请核对年月日（原文“2023年13月”）',
      '荣誉 第 4 行',
    ],
  ]);
  expect(list?.records).toEqual([]);
});

it('calls a line of a Word file by its paragraph', () => {
  const [, line] = TABLE.rows;
  if (line?.is !== 'row') throw new Error('no row');
  const [list] = rejectedLists([{ ...TABLE, rows: [{ ...line, place: { sheet: '', row: 9 } }] }]);
  expect(list?.outline.rows[0]?.at(-1)).toBe('第 9 段');
});
