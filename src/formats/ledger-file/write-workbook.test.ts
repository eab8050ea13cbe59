import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SourceCell } from '#domain/import/source-book';
import { readLedgerFile } from './read-ledger-file.ts';
import type { CellToWrite, ColumnToWrite, SheetToWrite } from './workbook-model.ts';
import { writeWorkbook } from './write-workbook.ts';

const text = (header: string, choices?: readonly string[]): ColumnToWrite => ({
  header,
  width: 20,
  type: 'text',
  ...(choices === undefined ? {} : { choices }),
});

const sheetOf = (columns: readonly ColumnToWrite[], rows: SheetToWrite['rows'], more: Partial<SheetToWrite> = {}) => ({
  name: '台账',
  columns,
  rows,
  frozenRows: 1,
  ...more,
});

async function readBack(bytes: Uint8Array) {
  const result = await readLedgerFile(bytes, '示例.xlsx');
  if (!result.ok) throw new Error(result.error.code);
  expect(result.value.notices).toEqual([]);
  return result.value.book;
}

async function written(cells: readonly CellToWrite[], type: ColumnToWrite['type'] = 'text') {
  const columns = cells.map((_, index): ColumnToWrite => ({ header: `列${index}`, width: 10, type }));
  const book = await readBack(writeWorkbook({ sheets: [sheetOf(columns, [cells])] }));
  return book.sheets[0]?.rows[1]?.cells;
}

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
const shown = (cell: SourceCell | undefined) => (typeof cell === 'object' ? [cell.type, cell.text, cell.number] : cell);

describe('a text', () => {
  const dangerous = ['=1+1', '+86', '-3', '@SUM(A1)', ' =cmd|calc', '\t=1', '＝1', "'=1", '示例=1'];

  it('is text whatever it begins with', async () => {
    const bytes = writeWorkbook({
      sheets: [
        sheetOf(
          [text('名称')],
          dangerous.map((cell) => [cell]),
        ),
      ],
    });
    const book = await readBack(bytes);
    expect(book.sheets[0]?.rows.slice(1).map(({ cells }) => cells[0])).toEqual(dangerous);
    const sheet = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).not.toMatch(/<f\b|t="str"/);
    // Excel's own apostrophe stands before all that it would run if somebody typed it.
    expect(sheet.match(/ s="3"/g)).toHaveLength(7);
  });

  it('has nothing that XML cannot hold', async () => {
    expect(await written(['甲\u0001乙\uFFFE\uFFFF\u{D800}丙𠮷\r\n<&>"\'', '_x0041_', ' 空 '])).toEqual([
      '甲乙丙𠮷\n<&>"\'',
      '_x0041_',
      ' 空 ',
    ]);
  });

  it('of 30,000 characters is whole, and one that Excel could not open is cut', async () => {
    const [whole, cut] = (await written(['荣'.repeat(30_000), '荣'.repeat(40_000)])) ?? [];
    expect(whole).toBe('荣'.repeat(30_000));
    expect(cut).toBe(`${'荣'.repeat(32_766)}…`);
  });
});

describe('a cell by its column', () => {
  it('is a number only when it is one', async () => {
    expect((await written([2021.1, '2021.10', 0, null, Number.NaN, -1e21], 'number'))?.map(shown)).toEqual([
      ['number', '2021.1', 2021.1],
      '2021.10',
      ['number', '0', 0],
      '',
      'NaN',
      ['number', '-1E+21', -1e21],
    ]);
  });

  it('is a date when it is a day that Excel has, else the text it is', async () => {
    expect(
      (await written(['2023-05-04', '2023.10', '2023年上半年', '2023-02-30', '1899-01-01', '1900-03-01'], 'date'))?.map(
        shown,
      ),
    ).toEqual([
      ['date', '2023-05-04', 45_050],
      '2023.10',
      '2023年上半年',
      '2023-02-30',
      '1899-01-01',
      ['date', '1900-03-01', 61],
    ]);
    expect(await written(['2023-05-04'], 'text')).toEqual(['2023-05-04']);
  });
});

describe('a template', () => {
  const units = Array.from({ length: 200 }, (_, index) => `示例单位${index},“某”科`);
  const bytes = writeWorkbook({
    sheets: [
      sheetOf(
        [text('名称'), text('级别', ['国家级', '省部级']), text('单位', units), text('原级别', ['国家级', '省部级'])],
        [],
        {
          notes: ['填写说明：示例', '一行一条'],
        },
      ),
      sheetOf([text('名称')], [], { name: '_choices', frozenRows: 0 }),
    ],
  });
  const parts = partsOf(bytes);

  it('offers lists of any length, from a sheet that is not shown', async () => {
    const rules = [...(parts['xl/worksheets/sheet1.xml'] ?? '').matchAll(/sqref="([^"]+)"><formula1>([^<]+)</g)];
    expect(rules.map(([, cells, range]) => [cells, range])).toEqual([
      ['B4:B1048576', '_choices!$A$1:$A$2'],
      ['C4:C1048576', '_choices!$B$1:$B$200'],
      ['D4:D1048576', '_choices!$A$1:$A$2'],
    ]);
    const { sheets } = await readBack(bytes);
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['台账', false],
      ['_choices (2)', false],
      ['_choices', true],
    ]);
    expect(sheets[2]?.rows).toHaveLength(200);
    expect(sheets[2]?.rows[1]?.cells).toEqual(['省部级', units[1]]);
  });

  it('has its notes above the headers, and all of them stay in view', async () => {
    const { sheets } = await readBack(bytes);
    expect(sheets[0]?.rows.map(({ cells }) => cells[0])).toEqual(['填写说明：示例', '一行一条', '名称']);
    expect(sheets[0]?.merges).toHaveLength(2);
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<pane ySplit="3" topLeftCell="A4"');
    expect(parts['xl/worksheets/sheet2.xml']).not.toContain('<pane');
  });
});

it('sheets have names that Excel takes', async () => {
  const names = [
    "2021/2022[年]'",
    '2021 2022 年',
    '',
    'History',
    '荣'.repeat(40),
    '荣'.repeat(41),
    `${'荣'.repeat(30)}𠮷`,
  ];
  const book = await readBack(writeWorkbook({ sheets: names.map((name) => sheetOf([text('名称')], [], { name })) }));
  expect(book.sheets.map(({ name }) => name)).toEqual([
    '2021 2022 年',
    '2021 2022 年 (2)',
    '_',
    'History_',
    '荣'.repeat(31),
    `${'荣'.repeat(27)} (2)`,
    '荣'.repeat(30),
  ]);
});

it('the same workbook gives the same bytes, and one that is too long none', () => {
  const workbook = { sheets: [sheetOf([text('名称')], [['甲'], ['乙']])] };
  expect(writeWorkbook(workbook)).toEqual(writeWorkbook(workbook));
  const row = ['甲'];
  expect(() =>
    writeWorkbook({
      sheets: [
        sheetOf(
          [text('名称')],
          Array.from({ length: 1_048_576 }, () => row),
        ),
      ],
    }),
  ).toThrow(RangeError);
});
