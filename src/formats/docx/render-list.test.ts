import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ListTable } from '#domain/list-table/list-table';
import { renderListDocx, type ListDocument } from './render-list.ts';

const table: ListTable = {
  name: '荣誉台账',
  notes: ['共 3 条'],
  columns: [
    { heading: '时间', type: 'date' },
    { heading: '名称', type: 'text' },
    { heading: '备注', type: 'text' },
  ],
  rows: [
    [{ day: '2023-05-04', text: '2023年5月4日' }, '=示例先进集体', null],
    ['2023年5月', '示例先进集体乙', '一行\n两行'],
    [null, '示例先进集体丙', '很长的备注'.repeat(2000)],
  ],
};
const list: ListDocument = {
  properties: { title: '荣誉台账', subject: '', creator: '示例单位', compiledOn: '2026-11-24' },
  table,
  numberHeading: '序号',
};

const count = (xml: string, pattern: RegExp) => (xml.match(pattern) ?? []).length;

describe('a list in Word', () => {
  let bytes: Uint8Array;
  let body = '';
  beforeAll(async () => {
    bytes = await renderListDocx(list);
    body = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  });

  it('lies on its side, on A4', () => {
    expect(body).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    expect(count(body, /<w:sectPr/g)).toBe(1);
  });

  it('says what it is, numbers its rows and has every cell as text', () => {
    const paragraphs = (body.match(/<w:p>.*?<\/w:p>/gs) ?? []).map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    );
    expect(paragraphs.slice(0, 10)).toEqual([
      '荣誉台账',
      '共 3 条',
      '序号',
      '时间',
      '名称',
      '备注',
      '1',
      '2023年5月4日',
      '=示例先进集体',
      '',
    ]);
  });

  it('repeats its headings, and breaks no row but one that is higher than half a page', () => {
    expect(count(body, /<w:tblHeader\/>/g)).toBe(1);
    expect(count(body, /<w:tr>/g)).toBe(4);
    expect(count(body, /<w:cantSplit\/>/g)).toBe(3);
  });

  it('is as wide as the page between its margins', () => {
    const widths = [...body.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(16_838 - 2 * 1134);
    // The day is not broken, and what is long has what is left.
    expect(widths[1]).toBeGreaterThan(12 * 105);
    expect(widths[3]).toBeGreaterThan(widths[2] ?? 0);
  });

  it('gives the same bytes for the same list', async () => {
    expect(await renderListDocx(list)).toEqual(bytes);
  });
});
