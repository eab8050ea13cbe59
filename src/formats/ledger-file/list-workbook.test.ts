import { expect, it } from 'vitest';
import type { ListTable } from '#domain/list-table/list-table';
import { writeListWorkbook } from './list-workbook.ts';
import { readLedgerFile } from './read-ledger-file.ts';

const day = (iso: string, text: string) => ({ day: iso, text });

const honors: ListTable = {
  name: '荣誉',
  notes: ['荣誉台账', '筛选：2023年'],
  columns: [
    { heading: '时间', type: 'date' },
    { heading: '名称', type: 'text' },
    { heading: '人数', type: 'number' },
  ],
  rows: [
    [day('2023-05-04', '2023年5月4日'), '=1+1', 12],
    ['2023年5月', '示例\n两行', null],
    [day('1899-01-01', '1899年1月1日'), null, 0],
  ],
};

it('a list comes back from its workbook as it was: days as days, months and early days as words, text as text', async () => {
  const read = await readLedgerFile(writeListWorkbook([honors, { ...honors, name: '方案', rows: [] }]), '示例.xlsx');
  if (!read.ok) throw new Error(read.error.code);
  const [first, second] = read.value.book.sheets;
  const shown = first?.rows.map(({ cells }) =>
    cells.map((cell) => (typeof cell === 'string' ? cell : [cell.type, cell.text])),
  );
  expect(shown).toEqual([
    ['荣誉台账'],
    ['筛选：2023年'],
    ['时间', '名称', '人数'],
    [['date', '2023-05-04'], '=1+1', ['number', '12']],
    ['2023年5月', '示例\n两行'],
    ['1899年1月1日', '', ['number', '0']],
  ]);
  expect([first?.name, second?.name]).toEqual(['荣誉', '方案']);
  expect(second?.rows).toHaveLength(3);
});
