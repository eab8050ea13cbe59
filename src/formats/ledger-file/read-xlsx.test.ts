import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { SourceCell } from '#domain/import/source-book';
import { readLedgerFile } from './read-ledger-file.ts';
import { inlineRows, workbookFixture, type WorkbookFixture } from './workbook-fixture.ts';

async function bookOf(fixture: WorkbookFixture) {
  const result = await readLedgerFile(workbookFixture(fixture), '示例.xlsx');
  if (!result.ok) throw new Error(result.error.code);
  return result.value.book;
}

async function cellsOf(cells: string, more: Partial<WorkbookFixture> = {}) {
  const book = await bookOf({ sheets: [`<sheetData><row r="1">${cells}</row></sheetData>`], ...more });
  return book.sheets[0]?.rows[0]?.cells;
}

const shown = (cell: SourceCell | undefined) => (typeof cell === 'object' ? [cell.type, cell.text, cell.number] : cell);

describe('a sheet', () => {
  it('has its rows with content, numbered as Excel numbers them, and hidden ones marked', async () => {
    const { sheets } = await bookOf({
      sheets: [
        '<sheetData><row r="2" ht="20"><c r="A2" s="0"/></row><row r="3" hidden="1"><c r="B3"><v>5</v></c></row>' +
          '<row r="7"/><row><c><v>8</v></c></row></sheetData>',
      ],
    });
    const rows = sheets[0]?.rows.map(({ number, isHidden, cells }) => [number, isHidden, cells.length]);
    expect(rows).toEqual([
      [3, true, 2],
      [8, false, 1],
    ]);
  });

  it('keeps its name, and says whether it is hidden', async () => {
    const { sheets } = await bookOf({
      sheets: [inlineRows([['甲']]), inlineRows([['乙']]), inlineRows([['丙']])],
      names: ['2021年&amp;2022年', '__proto__', '旧'],
      states: ['', ' state="hidden"', ' state="veryHidden"'],
    });
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['2021年&2022年', false],
      ['__proto__', true],
      ['旧', true],
    ]);
    expect(sheets[1]?.rows[0]?.cells).toEqual(['乙']);
  });

  it('has merges as far as its content goes', async () => {
    const { sheets } = await bookOf({
      sheets: [
        `${inlineRows([['甲', '乙'], ['丙'], ['丁']])}<mergeCells><mergeCell ref="A2:B3"/><mergeCell ref="A1:XFD1048576"/>` +
          '<mergeCell ref="D9:E10"/></mergeCells>',
      ],
    });
    expect(sheets[0]?.merges).toEqual([
      { top: 2, left: 0, bottom: 3, right: 1 },
      { top: 1, left: 0, bottom: 3, right: 1 },
    ]);
  });

  it('counts from 1904 when the workbook does', async () => {
    const { sheets } = await bookOf({
      sheets: ['<sheetData><row r="1"><c r="A1" s="0"><v>43588</v></c></row></sheetData>'],
      workbookProperties: '<workbookPr date1904="1"/>',
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
    });
    expect(sheets[0]?.dateSystem).toBe(1904);
    expect(shown(sheets[0]?.rows[0]?.cells[0])).toEqual(['date', '2023/5/4', 43_588]);
  });

  it('may be written with prefixes, as some programs do', async () => {
    const { sheets } = await bookOf({
      sheets: [
        '<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData><x:row r="4"><x:c r="B4" t="str"><x:v>甲</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      ],
    });
    expect(sheets[0]?.rows).toEqual([{ number: 4, isHidden: false, cells: ['', '甲'] }]);
  });
});

describe('a text cell', () => {
  it('is plain text of rich text, without the readings above it', async () => {
    const cells = await cellsOf(
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>9</v></c>',
      {
        sharedStrings:
          '<si><r><rPr><b/></rPr><t>全国</t></r><r><t xml:space="preserve"> 先进</t></r><rPh sb="0" eb="1"><t>quanguo</t></rPh></si>' +
          '<si><t>一&#10;二&amp;三_x000D_</t></si>',
      },
    );
    expect(cells).toEqual(['全国 先进', '一\n二&三\n']);
  });

  it('of 10,000 characters is whole', async () => {
    const long = '荣'.repeat(12_000);
    expect(await cellsOf(`<c r="A1" t="inlineStr"><is><t>${long}</t></is></c>`)).toEqual([long]);
  });

  it('that is written like a formula is text', async () => {
    expect(await cellsOf('<c r="A1" t="str"><v>=HYPERLINK("http://example.com")</v></c>')).toEqual([
      '=HYPERLINK("http://example.com")',
    ]);
  });
});

describe('a number cell', () => {
  const styles = (...codes: string[]) =>
    `<numFmts>${codes.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode='${code}'/>`).join('')}</numFmts>` +
    `<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}<xf numFmtId="57"/></cellXfs>`;

  it('has both what is shown and what is stored', async () => {
    const cells = await cellsOf(
      '<c r="A1" s="1"><v>2021.1</v></c><c r="B1"><v>2021.1</v></c><c r="C1" s="2"><v>0.5</v></c>',
      {
        styles: styles('0.00_ ', '0%'),
      },
    );
    expect(cells?.map(shown)).toEqual([
      ['number', '2021.10', 2021.1],
      ['number', '2021.1', 2021.1],
      ['number', '50%', 0.5],
    ]);
  });

  it('that is a date says no more than it shows', async () => {
    const cells = await cellsOf(
      '<c r="A1" s="1"><v>45050</v></c><c r="B1" s="2"><v>45050</v></c><c r="C1" s="3"><v>45050.75</v></c>',
      {
        styles: styles('yyyy"年"m"月"', 'm/d/yy'),
      },
    );
    expect(cells?.map(shown)).toEqual([
      ['date', '2023年5月', 45_050],
      ['date', '2023/5/4', 45_050],
      ['date', '2023年5月', 45_050.75],
    ]);
  });

  it('shows the cached result of a formula, which is kept beside it', async () => {
    const cells = await cellsOf(
      '<c r="A1"><f t="shared" si="0" ref="A1:B1">C1&amp;"&lt;"</f><v>3</v></c><c r="B1"><f t="shared" si="0"/><v>4</v></c>' +
        '<c r="C1" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c><c r="D1"><f>1/0</f></c>',
    );
    expect(cells).toEqual([
      { text: '3', number: 3, type: 'number', formula: 'C1&"<"' },
      { text: '4', number: 4, type: 'number', formula: 'C1&"<"' },
      '甲乙',
    ]);
  });

  it('may be an error, a boolean, or a date in words', async () => {
    const cells = await cellsOf(
      '<c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="d"><v>2023-05-04T00:00:00</v></c>',
    );
    expect(cells?.map(shown)).toEqual([
      ['error', '#REF!', null],
      ['boolean', 'TRUE', null],
      ['date', '2023/5/4', 45_050],
    ]);
  });
});

it('agrees with another reader on a workbook of another writer', async () => {
  const rows = Array.from({ length: 400 }, (_, row) => [
    row,
    `示例${row % 37}`,
    row / 7,
    row % 2 === 0,
    '',
    `行\n${row}`,
  ]);
  const sheet = utils.aoa_to_sheet(rows);
  const book = utils.book_new(sheet, '台账');
  for (const bookSST of [true, false]) {
    const bytes = new Uint8Array(write(book, { type: 'array', bookSST, compression: true }) as ArrayBuffer);
    const result = await readLedgerFile(bytes, '示例.et');
    const read = result.ok ? result.value.book.sheets[0]?.rows : undefined;
    expect(
      read?.map(({ cells }) =>
        cells.map((cell) =>
          typeof cell === 'string' ? cell : cell.type === 'boolean' ? cell.text === 'TRUE' : cell.number,
        ),
      ),
    ).toEqual(rows);
    expect(result.ok && result.value.notices).toEqual([]);
  }
});

it('tells of each sheet that was read', async () => {
  const told: string[] = [];
  const bytes = workbookFixture({ sheets: [inlineRows([['甲']]), inlineRows([['乙']])] });
  await readLedgerFile(bytes, '示例.xlsx', { onProgress: (done, total) => told.push(`${done}/${total}`) });
  expect(told).toEqual(['1/2', '2/2']);
});
