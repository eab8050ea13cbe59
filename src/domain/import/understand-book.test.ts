import { describe, expect, it } from 'vitest';
import type { EntryKind } from '../records/record-base.ts';
import type { TableReading } from './book-reading.ts';
import { bookOf, day, PLAIN, sheetOf, shown } from './source-fixtures.ts';
import type { SourceCell, SourceSheet } from './source-book.ts';
import { rereadTable, understandBook } from './understand-book.ts';

function tablesOf(sheet: SourceSheet, fileName = ''): readonly TableReading[] {
  return understandBook(bookOf(sheet), { ...PLAIN, fileName }).sheets[0]?.tables ?? [];
}

function tableOf(sheet: SourceSheet, fileName = ''): TableReading {
  const [table, ...others] = tablesOf(sheet, fileName);
  expect(others).toEqual([]);
  return table as TableReading;
}

/** Each column with its heading and what it was taken for. */
function mapping({ columns }: TableReading): readonly string[] {
  return columns.map(({ headerText, target: { role, field } }) => {
    const what = role === 'value' ? field : `${role} ${field}`.trim();
    return `${headerText || '(blank)'} → ${what}`;
  });
}

/** Each row as its number and class, with what a section says. */
function classes({ rows }: TableReading): readonly string[] {
  return rows.map(({ number, is, isHidden, section }) => {
    const told =
      section &&
      [section.level, section.year, section.unit, section.work, section.collective].filter((each) => each !== null);
    return [number, is, ...(isHidden ? ['(hidden)'] : []), ...(told ?? [])].join(' ');
  });
}

const HEAD = ['序号', '荣誉名称', '获奖单位', '级别', '授奖单位', '获奖时间', '文号', '备注'];
const ROW = ['1', '示例文明单位', '示例市水务局', '国家级', '中央文明委', '2023年5月', '示例〔2023〕5号', ''];
const next = (number: number): readonly SourceCell[] => [String(number), ...ROW.slice(1)];

describe('a plain ledger', () => {
  it('has its columns known by their headings', () => {
    const table = tableOf(sheetOf('荣誉', [HEAD, ROW, next(2)]));
    expect(table.kind).toBe('honor');
    expect(table.kindConfidence).toBeGreaterThan(0.9);
    expect(mapping(table)).toEqual([
      '序号 → sequence',
      '荣誉名称 → title',
      '获奖单位 → recipients',
      '级别 → level',
      '授奖单位 → awardedBy',
      '获奖时间 → date',
      '文号 → documentNo',
      '备注 → note',
    ]);
    expect(table.columns[3]).toMatchObject({ confidence: 0.97, reason: { code: 'header-word', value: '级别' } });
    expect(classes(table)).toEqual(['1 header', '2 data', '3 data']);
  });

  it('is less sure of a heading where something else stands below it', () => {
    const level = (text: string) => tableOf(sheetOf('荣誉', [HEAD, ROW.with(3, text)])).columns[3];
    expect(level('国家级')).toMatchObject({ target: { field: 'level' }, confidence: 0.97 });
    expect(level('一等奖')).toMatchObject({ target: { field: 'level' }, confidence: 0.3 });
  });

  it('tells its kind with reasons', () => {
    expect(tableOf(sheetOf('荣誉', [HEAD, ROW])).kindReasons).toEqual(
      expect.arrayContaining([
        { code: 'header', kind: 'honor', value: '获奖单位' },
        { code: 'sheet-name', kind: 'honor', value: '荣誉' },
        { code: 'contents', kind: 'honor', value: '1.00' },
      ]),
    );
  });
});

/** Headings that offices use, the kind of their ledger, and the fields that they mean. */
const HEADINGS: readonly (readonly [kind: EntryKind, headings: string, fields: string])[] = [
  [
    'honor',
    '奖项 受表彰单位 表彰机关 表彰时间 届次 证书编号 存放位置',
    'title recipients awardedBy date round certificateNo location',
  ],
  ['honor', '获奖名称 部门 颁奖单位 日期 等级 发文字号', 'title recipients awardedBy date level documentNo'],
  ['honor', '称号 单位 发证机关 发证日期 证书编号 载体', 'title recipients awardedBy date certificateNo carriers'],
  ['honor', '荣誉名称 表彰项目 获奖集体 授予单位 发文日期 级别', 'title programme recipients awardedBy date level'],
  ['honor', '表彰项目 获奖单位 授予单位 时间', 'title recipients awardedBy date'],
  [
    'honor',
    '姓名 工作单位 职务 荣誉称号 授予单位 授予时间',
    'recipients.person recipients.unit recipients.role title awardedBy date',
  ],
  ['honor', '获得荣誉 颁奖单位 受表彰部门/个人 时间', 'title awardedBy recipients date'],
  ['honor', '荣 誉 名 称 获奖单位（全称） 获奖时间： *级别', 'title recipients date level'],
  [
    'plan',
    '方案名称 文种 发文字号 制发单位 印发时间 实施时间 失效时间 状态',
    'title planKind documentNo issuers issued effective expires status',
  ],
  ['plan', '文件名称 责任单位 文号 印发日期 效力', 'title issuers documentNo issued status'],
  [
    'activity',
    '活动名称 期次 活动时间 地点 主办单位 承办单位 参加单位 人数',
    'title episode date place hosts coHosts participants headcount',
  ],
  [
    'activity',
    '主题 举办时间 活动地点 牵头单位 协办单位 参加人数 活动内容',
    'title date place hosts coHosts headcount summary',
  ],
  ['activity', '活动主题 开始时间 结束时间 地点 责任单位', 'title from date to date place hosts'],
];

describe('headings in the words of many offices', () => {
  it.each(HEADINGS)('%s: %s', (kind, headings, fields) => {
    // 荣 誉 名 称 is one heading that is spread out.
    const words = headings.replace('荣 誉 名 称', '荣　誉　名　称').split(' ');
    const table = tableOf(sheetOf('Sheet1', [words, words.map(() => '')].concat([words.map(() => '—')])));
    expect(table.kind).toBe(kind);
    expect(
      table.columns.map(({ target: { role, field } }) => (role === 'value' ? field : `${role} ${field}`)).join(' '),
    ).toBe(fields);
  });
});

describe('a heading that no field holds', () => {
  it('is kept as a note, not taken for persons because persons stand there', () => {
    const table = tableOf(
      sheetOf('荣誉', [
        [...HEAD, '联系人', '联系电话'],
        [...ROW, '张示例', '0530-1234567'],
      ]),
    );
    expect(table.columns.slice(-2)).toMatchObject([
      { target: { field: 'note' }, reason: { code: 'kept-as-note' } },
      { target: { field: 'note' }, reason: { code: 'kept-as-note' } },
    ]);
  });
});

describe('a table that its headings do not explain', () => {
  const rows = [
    ['示例文明单位', '示例市水务局', '国家级', '中央文明委', '2023年5月4日', '示例〔2023〕5号'],
    ['示例先进集体', '示例市财政局', '省级', '示例省人民政府', '2022.7', '示例〔2022〕1号'],
    ['示例示范单位', '示例市审计局', '市级', '示例省卫生厅', '2021', '示例〔2021〕9号'],
  ];
  const fields = ['title', 'recipients', 'level', 'awardedBy', 'date', 'documentNo'];

  it('is proposed by its contents without any', () => {
    const table = tableOf(sheetOf('Sheet1', rows));
    expect(table.headerRows).toEqual([]);
    expect(table.columns.map(({ target }) => target.field)).toEqual(fields);
    expect(table.columns[4]).toMatchObject({ reason: { code: 'contents', value: 'date 1.00' } });
    expect(classes(table)).toEqual(['1 data', '2 data', '3 data']);
  });

  it('and with strange ones', () => {
    const table = tableOf(sheetOf('Sheet1', [['甲', '乙', '丙', '丁', '戊', '己'], ...rows]));
    expect(table.headerRows).toEqual([1]);
    expect(table.columns.map(({ target }) => target.field)).toEqual(fields);
  });
});

describe('two rows of headings', () => {
  const rows = [
    ['序号', '荣誉名称', '获奖单位', '获奖时间', '', '', '级别'],
    ['', '', '', '年', '月', '日', ''],
    ['1', '示例文明单位', '示例市水务局', shown('2023', 2023), shown('5', 5), shown('4', 4), '国家级'],
  ];
  const parts = ['获奖时间/年 → year date', '获奖时间/月 → month date', '获奖时间/日 → day date'];

  it('become paths where cells are merged', () => {
    const merges = ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:G2'];
    const table = tableOf(sheetOf('荣誉', rows, { merges }));
    expect(table.headerRows).toEqual([1, 2]);
    expect(mapping(table).slice(3, 6)).toEqual(parts);
    expect(mapping(table)[6]).toBe('级别 → level');
  });

  it('and in a text file, which has no merged cells', () => {
    const table = tableOf(sheetOf('荣誉', rows));
    expect(table.headerRows).toEqual([1, 2]);
    expect(mapping(table).slice(3, 6)).toEqual(parts);
  });

  it('may gather known headings in groups', () => {
    const groups = ['基本情况', '', '', '授奖情况', '', '', '', ''];
    const table = tableOf(sheetOf('荣誉', [['示例台账'], groups, HEAD, ROW], { merges: ['A1:H1', 'A2:C2', 'D2:H2'] }));
    expect(table.headerRows).toEqual([2, 3]);
    expect(table.columns.map(({ target }) => target.field)).toEqual([
      '',
      'title',
      'recipients',
      'level',
      'awardedBy',
      'date',
      'documentNo',
      'note',
    ]);
    expect(table.columns[5]?.headerText).toBe('授奖情况/获奖时间');
  });
});

describe('rows', () => {
  it('are banners, headings, sections, data, sums and notes', () => {
    const table = tableOf(
      sheetOf(
        '荣誉',
        [
          ['示例市直机关荣誉台账'],
          ['填报单位：示例市水务局', '', '', '', '', '填报日期：2024年1月5日'],
          HEAD,
          ['一、国家级荣誉（2项）'],
          ROW,
          next(2),
          ['小计', '2'],
          ['二、省级荣誉'],
          HEAD,
          next(1),
          ['合计', '', '', '', '', '', '', '3项'],
          [],
          ['注：1.本表由办公室填写。'],
          ['2.文号以印发文件为准。'],
          ['填表人：张示例'],
        ],
        { merges: ['A1:H1', 'A4:H4', 'A8:H8'], hiddenRows: [6] },
      ),
    );
    expect(classes(table)).toEqual([
      '1 banner',
      '2 banner',
      '3 header',
      '4 section 国家级',
      '5 data',
      '6 data (hidden)',
      '7 subtotal',
      '8 section 省部级',
      '9 header',
      '10 data',
      '11 subtotal',
      '13 note',
      '14 note',
      '15 note',
    ]);
    expect(table.context.unit).toEqual({
      value: '示例市水务局',
      from: 'banner',
      text: '填报单位：示例市水务局 填报日期：2024年1月5日',
    });
    expect(table.context.year).toBe(null);
  });

  it.each([
    ['一、国家级荣誉', '国家级'],
    ['（一）2023年', '2023'],
    ['二、示例市水务局', '示例市水务局'],
    ['三、政治建设', '政治建设'],
    ['1.个人荣誉', 'false'],
  ])('below the section %s have %s', (text, told) => {
    const table = tableOf(sheetOf('荣誉', [HEAD, [text], ROW], { merges: ['A2:H2'] }));
    expect(classes(table)).toEqual(['1 header', `2 section ${told}`, '3 data']);
  });

  it('of a section may have its number in the column of the sequence', () => {
    const table = tableOf(
      sheetOf('荣誉', [HEAD, ['一', '国家级荣誉', '', '', '', '', '', '1项'], ROW, ['二', '省级荣誉'], ROW]),
    );
    expect(classes(table)).toEqual(['1 header', '2 section 国家级', '3 data', '4 section 省部级', '5 data']);
  });

  it('of a section may be in any column, and need no number', () => {
    const table = tableOf(sheetOf('荣誉', [HEAD, ['', '国家级荣誉'], ROW, ['2022年度'], ROW, ['先进集体'], ROW]));
    expect(classes(table)).toEqual([
      '1 header',
      '2 section 国家级',
      '3 data',
      '4 section 2022',
      '5 data',
      '6 section true',
      '7 data',
    ]);
  });

  it.each([
    ['a sum with words behind', ['', '合　计', '国家级3项', '省级5项']],
    ['a sum of a level', ['省级小计', '5']],
    ['a sum without the word', ['以上共12项']],
  ])('are no data with %s', (_, row) => {
    expect(classes(tableOf(sheetOf('荣誉', [HEAD, ROW, row])))[2]).toBe('3 subtotal');
  });

  it('are blank where nothing but the number was filled in', () => {
    const head = ['序号', ...HEAD.slice(1)];
    expect(classes(tableOf(sheetOf('荣誉', [head, ROW, ['2'], ['3']])))).toEqual([
      '1 header',
      '2 data',
      '3 blank',
      '4 blank',
    ]);
  });

  it('are no data with the day of the list alone', () => {
    expect(classes(tableOf(sheetOf('荣誉', [HEAD, ROW, ['', '', '', '', '', '', '2024年1月5日']])))[2]).toBe('3 note');
  });

  it.each([
    ['words that are headings too', ['', '先进个人', '个人', '', '', '2023']],
    ['only a name', ['', '示例文明单位']],
    ['a name that begins with a sum', ['', '合计先锋示范岗', '示例市水务局']],
    ['a sequence in Chinese numbers', ['一', '示例文明单位', '示例市水务局']],
    ['a name like a note', ['3', '注重实效先进单位', '示例市水务局']],
  ])('are data with %s', (_, row) => {
    expect(classes(tableOf(sheetOf('荣誉', [HEAD, ROW, row])))[2]).toBe('3 data');
  });
});

describe('the year of a table', () => {
  it.each([
    ['2023年荣誉', '', '', 2023, 'sheet-name'],
    ['Sheet1', '二〇二二年度荣誉台账', '', 2022, 'banner'],
    ['Sheet1', '', '2021年荣誉.xlsx', 2021, 'file-name'],
    ['2023', '示例台账（截至2024年1月5日）', '', 2023, 'sheet-name'],
    ['2023', '填报时间：2024.3', '', 2023, 'sheet-name'],
  ])('is told by sheet %s, banner %s, file %s', (name, banner, file, year, from) => {
    const rows = banner === '' ? [HEAD, ROW] : [[banner], HEAD, ROW];
    expect(tableOf(sheetOf(name, rows, { merges: banner === '' ? [] : ['A1:H1'] }), file).context.year).toMatchObject({
      value: year,
      from,
    });
  });

  it.each(['2014—2025年荣誉', '荣誉统计表（2014—2024）', '23年荣誉', '荣誉', '2014年以来'])(
    'is not told by %s',
    (name) => {
      expect(tableOf(sheetOf(name, [HEAD, ROW])).context.year).toBe(null);
    },
  );
});

describe('several tables on a sheet', () => {
  const PLANS = ['方案名称', '制发单位', '印发时间'];
  const PLAN = ['示例工作方案', '示例市委组织部', '2022年3月'];

  it('stand one below the other, each with its banner', () => {
    const tables = tablesOf(
      sheetOf('汇总', [['2022年荣誉'], HEAD, ROW, [], ['2021年方案一览表'], PLANS, PLAN], {
        merges: ['A1:H1', 'A5:C5'],
      }),
    );
    expect(tables.map(({ kind, region, context }) => [kind, region.top, region.bottom, context.year?.value])).toEqual([
      ['honor', 1, 3, 2022],
      ['plan', 5, 7, 2021],
    ]);
  });

  it('are parted by a banner although their headings are the same', () => {
    const tables = tablesOf(
      sheetOf('汇总', [['2022年荣誉台账'], HEAD, ROW, ['2021年荣誉台账'], HEAD, ROW], { merges: ['A1:H1', 'A4:H4'] }),
    );
    expect(tables.map(({ context }) => context.year?.value)).toEqual([2022, 2021]);
  });

  it('are one where a page repeats its banner and headings', () => {
    const table = tableOf(
      sheetOf('汇总', [['2022年荣誉台账'], HEAD, ROW, ['2022年荣誉台账'], HEAD, next(2)], {
        merges: ['A1:H1', 'A4:H4'],
      }),
    );
    expect(classes(table)).toEqual(['1 banner', '2 header', '3 data', '4 banner', '5 header', '6 data']);
  });

  it('stand side by side with a blank column between', () => {
    const tables = tablesOf(
      sheetOf('汇总', [['2022年汇总'], [...HEAD, '', ...PLANS], [...ROW, '', ...PLAN], [...next(2), '', '', '', '']], {
        merges: ['A1:L1'],
      }),
    );
    expect(tables.map(({ kind, region: { left, right } }) => [kind, left, right])).toEqual([
      ['honor', 0, 7],
      ['plan', 9, 11],
    ]);
    expect(tables.map(classes)).toEqual([
      ['1 banner', '2 header', '3 data', '4 data'],
      ['2 header', '3 data'],
    ]);
    expect(tables[1]?.context.year?.value).toBe(2022);
  });

  it('are one when a blank column only makes room', () => {
    expect(
      tablesOf(
        sheetOf('荣誉', [
          ['序号', '荣誉名称', '', '获奖单位', '级别'],
          ['1', '示例文明单位', '', '示例市水务局', '国家级'],
        ]),
      ),
    ).toHaveLength(1);
  });
});

describe('sheets', () => {
  const book = bookOf(
    sheetOf('荣誉', [HEAD, ROW]),
    sheetOf('底稿', [HEAD, ROW], { isHidden: true }),
    sheetOf('空', []),
  );

  it('that are hidden are named and not read', () => {
    const { sheets } = understandBook(book, PLAIN);
    expect(sheets.map(({ name, isRead, tables }) => [name, isRead, tables.length])).toEqual([
      ['荣誉', true, 1],
      ['底稿', false, 0],
      ['空', true, 0],
    ]);
  });

  it('are read when they are asked for', () => {
    const { sheets } = understandBook(book, { ...PLAIN, sheets: ['底稿'] });
    expect(sheets.map(({ isRead, tables }) => [isRead, tables.length])).toEqual([
      [false, 0],
      [true, 1],
      [false, 0],
    ]);
  });
});

describe('a person who knows better', () => {
  const book = bookOf(sheetOf('汇总', [['示例一览'], HEAD, ROW]));
  const [table] = understandBook(book, PLAIN).sheets[0]?.tables ?? [];

  it('changes the kind, and the columns follow', () => {
    const changed = rereadTable(book, table as TableReading, { kind: 'plan' }, PLAIN);
    expect(changed).toMatchObject({ kind: 'plan', kindConfidence: 1, kindReasons: [{ code: 'changed' }] });
    expect(changed.columns.map(({ target }) => target.field)).toContain('documentNo');
    expect(changed.columns.map(({ target }) => target.field)).not.toContain('recipients');
  });

  it('changes where a column goes', () => {
    const targets = new Map([[7, { role: 'value', field: 'source' } as const]]);
    const changed = rereadTable(book, table as TableReading, { targets }, PLAIN);
    expect(changed.columns[7]).toMatchObject({
      target: { field: 'source' },
      confidence: 1,
      reason: { code: 'changed' },
    });
  });

  it('changes which row has the headings', () => {
    expect(classes(rereadTable(book, table as TableReading, { headerRows: [1] }, PLAIN))).toEqual([
      '1 header',
      '2 data',
      '3 data',
    ]);
    expect(classes(rereadTable(book, table as TableReading, { headerRows: [] }, PLAIN))).toEqual([
      '1 data',
      '2 data',
      '3 data',
    ]);
  });
});

it('survives a merge over more cells than there can be', () => {
  const sheet = sheetOf('荣誉', [HEAD, ROW]);
  const huge = { top: 1, left: 0, bottom: 1_048_576, right: 16_383 };
  expect(tableOf({ ...sheet, merges: [huge] }).rows).toHaveLength(2);
  expect(day('2023/5/4', 45_050).type).toBe('date');
});
