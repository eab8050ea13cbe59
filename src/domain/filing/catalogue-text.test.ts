import { expect, test } from 'vitest';
import { catalogueCsv, catalogueTsv } from './catalogue-text.ts';

const HEADER = ['序号', '档号', '文号', '责任者', '题名', '日期', '密级', '页数', '备注'];
const row = (cells: readonly string[]) => ({ entryId: null, cells });

test('a .csv file begins with the mark that Excel needs and quotes what must be quoted', () => {
  const csv = catalogueCsv([
    row(['1', 'Z109-WS·2011-Y-BGS-0001', '', '甲,乙', '题"名"', '20110504', '', '', '一\n二']),
  ]);
  expect(csv).toBe(
    `\uFEFF${HEADER.join(',')}\r\n1,Z109-WS·2011-Y-BGS-0001,,"甲,乙","题""名""",20110504,,,"一\n二"\r\n`,
  );
});

test('no title is run as a formula', () => {
  expect(catalogueCsv([row(['=1+1'])])).toContain(`\r\n'=1+1\r\n`);
  expect(catalogueTsv([row(['=1+1'])])).toBe(`${HEADER.join('\t')}\r\n'=1+1\r\n`);
});
