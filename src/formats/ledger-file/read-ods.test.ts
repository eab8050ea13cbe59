import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readLedgerFile } from './read-ledger-file.ts';

async function bookOf(bytes: Uint8Array) {
  const result = await readLedgerFile(bytes, '示例.ods');
  if (!result.ok) throw new Error(result.error.code);
  return result.value.book;
}

/** As LibreOffice Calc writes it. */
const CONTENT = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content><office:automatic-styles>
<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet>
<table:table table:name="台账" table:style-name="ta1"><table:table-column table:number-columns-repeated="16384"/>
<table:table-row><table:table-cell table:number-columns-spanned="3" table:number-rows-spanned="1" office:value-type="string"><text:p>示例<text:span>荣誉</text:span><text:s text:c="2"/>台账</text:p><text:p>2021年</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="2"><text:p>盖住的</text:p></table:covered-table-cell><table:table-cell table:number-columns-repeated="16381"/></table:table-row>
<table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell office:value-type="float" office:value="2021.1"><text:p>2021.10</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>甲&amp;乙</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell office:value-type="date" office:date-value="2023-05-04"><text:p>2023年5月</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2023-05-04T10:30:00"><text:p>05/04/23</text:p></table:table-cell><table:table-cell table:formula="of:=[.A1]/0" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell></table:table-row>
</table:table><table:table table:name="旧" table:style-name="ta2"><table:table-row><table:table-cell><text:p>丙</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>`;

it('has what is shown and what is stored, hidden rows and sheets, and nothing that is blank or covered', async () => {
  const bytes = zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(CONTENT),
  });
  const book = await bookOf(bytes);
  const twice = [{ text: '2021.10', number: 2021.1, type: 'number', formula: null }, '甲&乙', '甲&乙'];
  expect(book.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
    ['台账', false],
    ['旧', true],
  ]);
  expect(book.sheets[0]?.rows).toEqual([
    { number: 1, isHidden: false, cells: ['示例荣誉  台账\n2021年'] },
    { number: 2, isHidden: true, cells: twice },
    { number: 3, isHidden: true, cells: twice },
    {
      number: 1_048_004,
      isHidden: false,
      cells: [
        { text: '2023年5月', number: 45_050, type: 'date', formula: null },
        { text: '2023/5/4', number: 45_050.4375, type: 'date', formula: null },
        { text: '#DIV/0!', number: null, type: 'error', formula: 'of:=[.A1]/0' },
        { text: 'TRUE', number: null, type: 'boolean', formula: null },
      ],
    },
  ]);
  expect(book.sheets[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 2 }]);
});

it('reads what another writer wrote', async () => {
  const rows = Array.from({ length: 50 }, (_, row) => [`示例${row}`, row, '', `行\n${row}`]);
  const workbook = utils.book_new(utils.aoa_to_sheet(rows), '台账');
  const book = await bookOf(new Uint8Array(write(workbook, { type: 'array', bookType: 'ods' }) as ArrayBuffer));
  expect(
    book.sheets[0]?.rows.map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.number))),
  ).toEqual(rows);
});
