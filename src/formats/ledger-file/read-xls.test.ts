import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readLedgerFile } from './read-ledger-file.ts';
import { biffStream, compoundFixture } from './workbook-fixture.ts';

const shown = (cell: unknown) => (typeof cell === 'object' && cell !== null ? Object.values(cell).slice(0, 3) : cell);

async function readBook(
  book: ReturnType<typeof utils.book_new>,
  name = '示例.xls',
  change = (bytes: Uint8Array) => bytes,
) {
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
  const result = await readLedgerFile(change(bytes), name);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('a workbook of 2003', () => {
  it('has texts, numbers as shown and stored, dates, and what is merged', async () => {
    const sheet = utils.aoa_to_sheet([['示例荣誉\n台账'], ['甲', 2021.1, 45_050, true], [], ['乙', 3]]);
    Object.assign(sheet['B2'] as object, { z: '0.00' });
    Object.assign(sheet['C2'] as object, { z: 'yyyy"年"m"月"' });
    Object.assign(sheet['B4'] as object, { f: 'B2+1' });
    sheet['!merges'] = [
      { s: { r: 0, c: 0 }, e: { r: 0, c: 3 } },
      { s: { r: 0, c: 0 }, e: { r: 65_535, c: 255 } },
    ];
    const { book, notices } = await readBook(utils.book_new(sheet, '台账'));
    const [read] = book.sheets;
    expect(book.format).toBe('xls');
    expect(read?.rows.map(({ number, cells }) => [number, cells.map(shown)])).toEqual([
      [1, ['示例荣誉\n台账']],
      [2, ['甲', ['2021.10', 2021.1, 'number'], ['2023年5月', 45_050, 'date'], ['TRUE', null, 'boolean']]],
      [4, ['乙', ['3', 3, 'number']]],
    ]);
    expect(read?.merges).toEqual([
      { top: 1, left: 0, bottom: 1, right: 3 },
      { top: 1, left: 0, bottom: 4, right: 3 },
    ]);
    expect(notices).toEqual([]);
  });

  it('says which sheets are hidden, and may be named .et', async () => {
    const book = utils.book_new(utils.aoa_to_sheet([['甲']]), '一');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['乙']]), '二');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    const { book: read, notices } = await readBook(book, '示例.et');
    expect(read.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['一', false],
      ['二', true],
    ]);
    expect(notices).toEqual([]);
  });

  it('says which rows are hidden', async () => {
    const book = utils.book_new(utils.aoa_to_sheet([['甲'], ['乙']]), '一');
    const { book: read } = await readBook(book, '示例.xls', (bytes) => withHiddenRow(bytes, 1));
    expect(read.sheets[0]?.rows.map(({ number, isHidden }) => [number, isHidden])).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('shows a Chinese date format that is named by number only', async () => {
    const sheet = utils.aoa_to_sheet([[45_050]]);
    Object.assign(sheet['A1'] as object, { z: 'd-mmm-yy' });
    const { book } = await readBook(utils.book_new(sheet, '一'), '示例.xls', (bytes) => withFormat(bytes, 15, 57));
    expect(shown(book.sheets[0]?.rows[0]?.cells[0])).toEqual(['2023年5月', 45_050, 'date']);
  });

  it('is read whatever its name says, which is told', async () => {
    const { notices } = await readBook(utils.book_new(utils.aoa_to_sheet([['甲']]), '一'), '示例.XLSX');
    expect(notices).toEqual([{ code: 'wrong-ending', ending: 'xlsx', format: 'xls' }]);
  });
});

/** The same workbook with another number format in its cell styles, as a writer of Chinese Excel leaves it. */
function withFormat(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const stream = biffStream(bytes);
  const view = new DataView(stream.buffer);
  let changed = 0;
  for (let place = 0; place + 4 <= stream.length; place += 4 + view.getUint16(place + 2, true)) {
    if (view.getUint16(place, true) !== 0xe0 || view.getUint16(place + 6, true) !== from) continue;
    view.setUint16(place + 6, to, true);
    changed += 1;
  }
  expect(changed).toBeGreaterThan(0);
  return compoundFixture({ Workbook: stream });
}

/** The same workbook with a row record ([MS-XLS] 2.4.221) that hides a row, counted from 0, of its only sheet. */
function withHiddenRow(bytes: Uint8Array, row: number): Uint8Array {
  const stream = biffStream(bytes);
  const view = new DataView(stream.buffer);
  let place = 0;
  while (view.getUint16(place, true) !== 0x85) place += 4 + view.getUint16(place + 2, true);
  const sheet = view.getUint32(place + 4, true);
  const start = sheet + 4 + view.getUint16(sheet + 2, true);
  const record = Uint8Array.from([0x08, 0x02, 16, 0, row, 0, 0, 0, 1, 0, 0xff, 0, 0, 0, 0, 0, 0x20, 0x01, 0, 0]);
  return compoundFixture({ Workbook: Uint8Array.from([...stream.slice(0, start), ...record, ...stream.slice(start)]) });
}
