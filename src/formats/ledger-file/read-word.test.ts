import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import { expect, it } from 'vitest';
import { readLedgerFile } from './read-ledger-file.ts';

const cell = (text: string, more: { columnSpan?: number; rowSpan?: number } = {}) =>
  new TableCell({ ...more, children: text.split('\n').map((line) => new Paragraph(line)) });
const row = (...children: TableCell[]) => new TableRow({ children });

it('a Word file has its tables as sheets, and its paragraphs with the levels of headings', async () => {
  const table = new Table({
    rows: [
      row(cell('示例荣誉台账', { columnSpan: 3 })),
      row(cell('省级', { rowSpan: 2 }), cell('甲\n乙'), cell('2021.10')),
      row(cell('丙'), cell('2023年5月')),
      row(
        new TableCell({ children: [new Paragraph('丁'), new Table({ rows: [row(cell('内'), cell('外'))] })] }),
        new TableCell({ verticalMerge: VerticalMergeType.RESTART, children: [new Paragraph('戊')] }),
        cell(''),
      ),
    ],
  });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: '关于表彰的决定', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ children: [new TextRun('各单位：'), new TextRun({ text: '第二行', break: 1 })] }),
          table,
          new Paragraph({ text: '一、先进集体', heading: HeadingLevel.HEADING_2 }),
          new Paragraph(''),
          new Table({ rows: [row(cell('己'))] }),
        ],
      },
    ],
  });
  const told: number[] = [];
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  const result = await readLedgerFile(bytes, '示例.docx', { onProgress: (done) => told.push(done) });
  if (!result.ok) throw new Error(result.error.code);
  const { book, notices } = result.value;
  expect(book.paragraphs).toEqual([
    { text: '关于表彰的决定', level: 1 },
    { text: '各单位：\n第二行', level: null },
    { text: '表1', level: null },
    { text: '一、先进集体', level: 2 },
    { text: '表2', level: null },
  ]);
  expect(book.sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells)])).toEqual([
    ['表1', [['示例荣誉台账'], ['省级', '甲\n乙', '2021.10'], ['', '丙', '2023年5月'], ['丁\n内\t外', '戊']]],
    ['表2', [['己']]],
  ]);
  expect(book.sheets[0]?.merges).toEqual([
    { top: 1, left: 0, bottom: 1, right: 2 },
    { top: 2, left: 0, bottom: 3, right: 0 },
  ]);
  expect(notices).toEqual([]);
  expect(told).toEqual([1, 2]);
});
