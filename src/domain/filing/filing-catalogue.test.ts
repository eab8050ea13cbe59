import { describe, expect, it, test } from 'vitest';
import { UNKNOWN_DATE } from '../dates/fuzzy-date.ts';
import {
  CATALOGUE_COLUMNS,
  catalogueDate,
  catalogueRows,
  catalogueTitle,
  type CatalogueItem,
} from './filing-catalogue.ts';
import { dated, HYPHENS, issuedCode, segmentsOf } from './filing-fixtures.ts';

function itemOf(number: number, change: Partial<CatalogueItem> = {}): CatalogueItem {
  const segments = change.segments ?? segmentsOf({ number });
  const { id, code } = issuedCode(number, { segments });
  return {
    id,
    code,
    segments,
    documentNo: '',
    responsible: '',
    title: '题名',
    titleMadeUp: false,
    date: dated('2011.5.4'),
    secrecy: '无',
    pages: null,
    note: '',
    ...change,
  };
}

describe('the catalogue', () => {
  it('has the nine columns of the standard, as wide as the sheet allows', () => {
    expect(CATALOGUE_COLUMNS.map((column) => column.title).join(' ')).toBe(
      '序号 档号 文号 责任者 题名 日期 密级 页数 备注',
    );
    expect(CATALOGUE_COLUMNS.reduce((sum, column) => sum + column.width, 0)).toBeLessThan(297);
  });

  it('has a row for each item', () => {
    const item = itemOf(1, {
      documentNo: '菏直工发〔2011〕5号',
      responsible: '中共菏泽市委市直机关工作委员会',
      title: '关于表彰先进的决定',
      secrecy: '内部',
      pages: 6,
      note: '附件缺',
    });
    expect(catalogueRows([item], HYPHENS)).toEqual([
      {
        entryId: 'i0001',
        cells: [
          '1',
          'Z109-WS·2011-Y-BGS-0001',
          '菏直工发〔2011〕5号',
          '中共菏泽市委市直机关工作委员会',
          '关于表彰先进的决定',
          '20110504',
          '内部',
          '6',
          '附件缺',
        ],
      },
    ]);
  });

  it('leaves empty what an item does not have, and does not mark what has no marking', () => {
    const [row] = catalogueRows([itemOf(1, { date: UNKNOWN_DATE })], HYPHENS);
    expect(row?.cells).toEqual(['1', 'Z109-WS·2011-Y-BGS-0001', '', '', '题名', '', '', '', '']);
    expect(row?.cells).toHaveLength(CATALOGUE_COLUMNS.length);
  });

  it('is in the order of the codes, numbered through', () => {
    const items = [
      itemOf(1, { segments: segmentsOf({ year: 2012, number: 1 }) }),
      itemOf(1, { segments: segmentsOf({ retention: '10年', number: 1 }) }),
      itemOf(10),
      itemOf(2),
      itemOf(1, { segments: segmentsOf({ retention: '30年', number: 1 }) }),
    ];
    expect(catalogueRows(items, HYPHENS).map((row) => row.cells.slice(0, 2).join(' '))).toEqual([
      '1 Z109-WS·2011-Y-BGS-0002',
      '2 Z109-WS·2011-Y-BGS-0010',
      '3 Z109-WS·2011-D30-BGS-0001',
      '4 Z109-WS·2011-D10-BGS-0001',
      '5 Z109-WS·2012-Y-BGS-0001',
    ]);
  });

  it('of nothing has no rows', () => {
    expect(catalogueRows([], HYPHENS)).toEqual([]);
  });
});

test.each([
  ['奖牌照片', true, '[奖牌照片]'],
  ['奖牌照片', false, '奖牌照片'],
  ['[奖牌照片]', true, '[奖牌照片]'],
  ['通知[关于评选先进]', true, '通知[关于评选先进]'],
  ['菏直工发〔2011〕5号', true, '[菏直工发〔2011〕5号]'],
  ['[原题名]', false, '[原题名]'],
])('the title %j, made up: %j, is printed as %j', (title, titleMadeUp, printed) => {
  expect(catalogueTitle({ title, titleMadeUp })).toBe(printed);
});

test.each([
  ['2011年5月4日', '20110504'],
  ['2011.5.4', '20110504'],
  ['2011年5月', '2011年5月'],
  ['2011.5', '2011.5'],
  ['二〇一一年五月', '二〇一一年五月'],
  ['2011年上半年', '2011年上半年'],
  ['2011年', '2011年'],
  ['2010—2011年度', '2010—2011年度'],
  ['2011.5.4—5.6', '2011.5.4—5.6'],
  ['5月', '5月'],
  ['不详', '不详'],
  ['', ''],
])('the date %j is printed as %j: no day is invented', (typed, printed) => {
  expect(catalogueDate(dated(typed))).toBe(printed);
});

test('a month typed without its year is printed with the year that is known', () => {
  const date = { raw: '5月', start: '2011-05-01', end: '2011-05-31', precision: 'month' } as const;
  expect(catalogueDate(date)).toBe('2011年5月');
});
