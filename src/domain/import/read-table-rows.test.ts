import { describe, expect, it } from 'vitest';
import { readRecordDraft } from '../records/record-draft.ts';
import type { ImportRow } from './import-row.ts';
import { readTableRows } from './read-table-rows.ts';
import { bookOf, day, PLAIN, sheetOf, shown } from './source-fixtures.ts';
import type { SourceBook, SourceCell, SourceSheet } from './source-book.ts';
import { understandBook } from './understand-book.ts';

const TODAY = '2026-11-23';

function rowsOf(book: SourceBook, isKnownUnit: (name: string) => boolean = () => false): readonly ImportRow[] {
  return understandBook(book, { ...PLAIN, isKnownUnit }).sheets.flatMap(({ tables }) =>
    tables.flatMap((table) => readTableRows(book, table, { today: TODAY, isKnownUnit })),
  );
}

const sheetRows = (sheet: SourceSheet) => rowsOf(bookOf(sheet));

const HEAD = ['荣誉名称', '获奖单位', '级别', '授奖单位', '获奖时间', '文号', '备注'];
const ROW: readonly SourceCell[] = [
  '示例文明单位',
  '示例市水务局',
  '国家级',
  '中央文明委',
  '2023年5月4日',
  '示例〔2023〕5号',
  '',
];

/** A ledger of one row that is like ROW but for the cells given by their heading. */
function oneRow(changes: Readonly<Record<string, SourceCell>>): ImportRow {
  const extra = Object.keys(changes).filter((heading) => !HEAD.includes(heading));
  const cells = HEAD.map((heading, index) => changes[heading] ?? (ROW[index] as SourceCell));
  const [row] = sheetRows(
    sheetOf('荣誉', [
      [...HEAD, ...extra],
      [...cells, ...extra.map((heading) => changes[heading] as SourceCell)],
    ]),
  );
  return row as ImportRow;
}

const fieldsOf = (row: ImportRow | undefined) => row?.records[0]?.fields ?? {};
const codes = ({ problems, concerns }: ImportRow) => [
  ...problems.map(({ column, field, code }) => `${column} ${field} ${code}`.trim()),
  ...concerns.map(({ column, field, code, value }) => `${column} ${field} ${code} ${value}`.trim()),
];

describe('a row that is in order', () => {
  const row = oneRow({});

  it('is an honour at the shape that records are read from', () => {
    expect(row).toMatchObject({ sheet: '荣誉', row: 2, status: 'ok', problems: [], concerns: [] });
    expect(row.records).toHaveLength(1);
    expect(fieldsOf(row)).toEqual({
      title: '示例文明单位',
      recipients: ['示例市水务局'],
      collective: true,
      level: '国家级',
      awardedBy: ['中央文明委'],
      date: { raw: '2023年5月4日', start: '2023-05-04', end: '2023-05-04', precision: 'day' },
      documentNo: '示例〔2023〕5号',
    });
    expect(readRecordDraft('honor', fieldsOf(row), TODAY)).toMatchObject({ ok: true });
  });

  it('says where each field stands and what the cells are', () => {
    expect(row.records[0]?.origins).toEqual({
      title: [0],
      recipients: [1],
      level: [2],
      awardedBy: [3],
      date: [4],
      documentNo: [5],
    });
    expect(row.originals).toEqual(ROW);
  });
});

/** A cell, and the value that its field gets. */
const VALUES: readonly (readonly [heading: string, cell: SourceCell, field: string, value: unknown])[] = [
  ['荣誉名称', '全国示例\n先进单位', 'title', '全国示例先进单位'],
  ['荣誉名称', '先 进 单 位', 'title', '先进单位'],
  ['荣誉名称', '示例故事汇　第一期', 'title', '示例故事汇 第一期'],
  ['荣誉名称', { text: '示例公式结果', number: null, type: 'number', formula: 'A1&B1' }, 'title', '示例公式结果'],
  ['获奖单位', '示例市\n水务局', 'recipients', ['示例市水务局']],
  ['获奖单位', '示例市水务局、示例市财政局', 'recipients', ['示例市水务局', '示例市财政局']],
  ['获奖单位', '示例市水务局\n示例市发展和改革委员会', 'recipients', ['示例市水务局', '示例市发展和改革委员会']],
  ['级别', '全国', 'level', '国家级'],
  ['级别', '省级', 'level', '省部级'],
  ['级别', '地市级', 'level', '市厅级'],
  ['级别', '区级', 'level', '县处级'],
  ['级别', '国 家 级', 'level', '国家级'],
  ['授奖单位', '示例省委、示例省人民政府', 'awardedBy', ['示例省委', '示例省人民政府']],
  ['授奖单位', '—', 'awardedBy', undefined],
  ['文号', '示例〔2023〕 5 号', 'documentNo', '示例〔2023〕5号'],
  ['载体', '荣誉证书、牌匾', 'carriers', ['证书', '奖牌']],
  ['模范机关+N', '政治建设、改革创新', 'works', ['政治建设', '改革创新']],
  ['届次', '第三届', 'round', '第三届'],
  ['联系人', '张示例', 'note', '联系人：张示例'],
  ['备注', '原件已交。\n复印件在档。', 'note', '原件已交。\n复印件在档。'],
];

describe('a cell', () => {
  it.each(VALUES)('%s %j gives %s', (heading, cell, field, value) => {
    const row = oneRow({ [heading]: cell });
    expect(fieldsOf(row)[field]).toEqual(value);
    expect(row.status).toBe('ok');
  });
});

describe('a person among the recipients', () => {
  it.each([
    ['张示例', ['张示例']],
    ['张　三', ['张三']],
    ['张示例、李示例', ['张示例', '李示例']],
    ['张示例（示例市水务局）', [{ name: '张示例', role: '', unit: '示例市水务局' }]],
    ['示例市水务局　张示例', [{ name: '张示例', role: '', unit: '示例市水务局' }]],
  ])('%s makes the honour one of persons', (text, recipients) => {
    expect(fieldsOf(oneRow({ 获奖单位: text }))).toMatchObject({ collective: false, recipients });
  });

  it('has the unit and post that stand beside', () => {
    expect(fieldsOf(oneRow({ 姓名: '张　三', 职务: '科长' }))).toMatchObject({
      collective: false,
      recipients: [{ name: '张三', role: '科长', unit: '示例市水务局' }],
    });
  });

  it('may have unit and post in one column', () => {
    const [row] = sheetRows(
      sheetOf('荣誉', [
        ['姓名', '单位及职务', '荣誉称号', '表彰时间'],
        ['张示例', '示例市水务局副局长', '示例先进工作者', '2023年'],
      ]),
    );
    expect(fieldsOf(row)['recipients']).toEqual([{ name: '张示例', role: '副局长', unit: '示例市水务局' }]);
  });

  it('is not made of a unit because a heading says so', () => {
    const [row] = sheetRows(
      sheetOf('荣誉', [
        ['获奖个人', '荣誉称号', '表彰时间'],
        ['示例市水务局', '示例先进集体', '2023年'],
      ]),
    );
    expect(fieldsOf(row)).toMatchObject({ collective: true, recipients: ['示例市水务局'] });
  });

  it('and a unit in one cell are two honours, which a person should look at', () => {
    const row = oneRow({ 获奖单位: '示例市水务局、张示例' });
    expect(row.records.map(({ fields }) => [fields['collective'], fields['recipients']])).toEqual([
      [true, ['示例市水务局']],
      [false, ['张示例']],
    ]);
    expect(codes(row)).toEqual(['B recipients mixed-recipients']);
  });
});

/** A cell, and what is wrong or doubtful about its row. */
const REMARKS: readonly (readonly [heading: string, cell: SourceCell, status: ImportRow['status'], remark: string])[] =
  [
    ['荣誉名称', '示'.repeat(301), 'rejected', 'A title too-long'],
    ['荣誉名称', { text: '#REF!', number: null, type: 'error', formula: 'A1' }, 'rejected', 'A title error-value'],
    ['获奖单位', { text: '#N/A', number: null, type: 'error', formula: 'A1' }, 'rejected', 'B recipients error-value'],
    ['荣誉名称', '示例\u0000单位', 'ok-with-concerns', 'A title control-characters'],
    ['荣誉名称', '示例\ud800单位', 'ok-with-concerns', 'A title lone-surrogates'],
    ['级别', '宇宙级', 'rejected', 'C level not-a-choice'],
    ['获奖时间', '2023年2月30日', 'rejected', 'E date impossible-date'],
    ['获奖时间', '23.5.4', 'rejected', 'E date two-digit-year'],
    ['获奖时间', '改天', 'rejected', 'E date unrecognised-date'],
    ['获奖时间', shown('2021.1', 2021.1), 'ok-with-concerns', 'E date ambiguous-month 2021.10'],
    ['获奖时间', shown('2021.10', 2021.1), 'ok-with-concerns', 'E date shown-differs-from-stored 2021.1'],
    ['获奖时间', shown('45047', 45_047), 'ok-with-concerns', 'E date serial-number 2023-05-01'],
    ['获奖时间', '2027年1月', 'ok-with-concerns', 'E date future'],
    ['获奖时间', '1948年1月', 'ok-with-concerns', 'E date before-1949'],
    ['获奖时间', '5月4日', 'ok-with-concerns', 'E date missing-year'],
    ['获奖时间', '', 'ok-with-concerns', 'date missing-date'],
    ['获奖单位', '', 'ok-with-concerns', 'recipients missing-recipients'],
    ['获奖单位', '示例市水务局等5个单位', 'ok-with-concerns', 'B recipients recipients-incomplete 5'],
    ['载体', '锦缎', 'ok-with-concerns', 'H carriers kept-in-note 锦缎'],
  ];

describe('a row', () => {
  it.each(REMARKS)('with %s %j is %s: %s', (heading, cell, status, remark) => {
    const row = oneRow({ [heading]: cell });
    expect(codes(row)).toEqual([remark]);
    expect(row.status).toBe(status);
  });

  it('without a name may have that of the row above', () => {
    const rows = sheetRows(sheetOf('荣誉', [HEAD, ROW, ['', ...ROW.slice(1)]]));
    expect(rows[1]).toMatchObject({
      status: 'rejected',
      problems: [
        {
          row: 3,
          column: 'A',
          field: 'title',
          code: 'required',
          text: '',
          repair: { how: 'copy-above', value: '示例文明单位' },
        },
      ],
    });
  });

  it('names for each problem the original text and what could mend it', () => {
    expect(oneRow({ 级别: '宇宙级' }).problems).toEqual([
      {
        sheet: '荣誉',
        row: 2,
        column: 'C',
        field: 'level',
        code: 'not-a-choice',
        text: '宇宙级',
        repair: { how: 'choose', choices: ['国家级', '省部级', '市厅级', '县处级', '其他'] },
      },
    ]);
  });

  it('reports all that is wrong at once, and keeps what could be read', () => {
    const row = oneRow({ 级别: '宇宙级', 获奖时间: '改天' });
    expect(row.problems.map(({ field }) => field)).toEqual(['level', 'date']);
    expect(fieldsOf(row)).toMatchObject({ title: '示例文明单位', recipients: ['示例市水务局'] });
  });

  it('keeps what it could not place', () => {
    expect(fieldsOf(oneRow({ 载体: '锦缎' }))['note']).toBe('载体：锦缎');
    expect(fieldsOf(oneRow({ 获奖单位: '示例市水务局等5个单位' }))['note']).toBe('获奖单位：示例市水务局等5个单位');
  });
});

describe('merged cells', () => {
  it('fill down over the rows of several recipients, and of one recipient', () => {
    const rows = sheetRows(
      sheetOf(
        '荣誉',
        [
          HEAD,
          ROW,
          ['', '示例市财政局', '', '', '', '', ''],
          ['示例先进集体', '', '省级', '示例省委', '2022年', '', ''],
        ],
        { merges: ['A2:A3', 'C2:C3', 'D2:D3', 'E2:E3', 'B3:B4'] },
      ),
    );
    expect(rows.map((row) => [fieldsOf(row)['title'], fieldsOf(row)['recipients'], fieldsOf(row)['level']])).toEqual([
      ['示例文明单位', ['示例市水务局'], '国家级'],
      ['示例文明单位', ['示例市财政局'], '国家级'],
      ['示例先进集体', ['示例市财政局'], '省部级'],
    ]);
    expect(rows[1]?.originals.slice(0, 3)).toEqual(['示例文明单位', '示例市财政局', '国家级']);
  });
});

describe('what stands above the rows', () => {
  const untold = ['示例文明单位', '示例市水务局', '', '中央文明委', '5月4日', '', ''];

  it.each([
    ['sheet', sheetOf('2022年', [HEAD, untold])],
    ['banner', sheetOf('荣誉', [['2022年荣誉台账'], HEAD, untold], { merges: ['A1:G1'] })],
    ['section', sheetOf('2021年', [HEAD, ['一、2022年'], untold], { merges: ['A2:G2'] })],
  ])('gives dates without one their year: %s', (_, sheet) => {
    const [row] = sheetRows(sheet);
    expect(fieldsOf(row)['date']).toEqual({ raw: '5月4日', start: '2022-05-04', end: '2022-05-04', precision: 'day' });
    expect(row && codes(row)).toEqual(['E date year-from-context 2022']);
  });

  it('tells levels that the rows do not', () => {
    const rows = sheetRows(
      sheetOf('2023年', [HEAD, ['一、国家级荣誉'], untold, ['二、市级荣誉'], untold, ROW], {
        merges: ['A2:G2', 'A4:G4'],
      }),
    );
    expect(rows.map((row) => fieldsOf(row)['level'])).toEqual(['国家级', '市厅级', '国家级']);
    expect(rows[2] && codes(rows[2])).toEqual(['C level level-clash 市厅级']);
  });

  it('tells units, works and names where the rows have no column for them', () => {
    const head = ['获奖时间', '级别', '授奖单位'];
    const cells = ['2023年', '国家级', '中央文明委'];
    const [row, another] = sheetRows(
      sheetOf('示例市水务局', [head, ['一、全国示例单位'], cells, ['二、示例示范岗'], cells], {
        merges: ['A2:C2', 'A4:C4'],
      }),
    );
    expect(fieldsOf(row)).toMatchObject({ title: '全国示例单位', recipients: ['示例市水务局'] });
    expect(fieldsOf(another)).toMatchObject({ title: '示例示范岗' });
    expect(row && codes(row)).toEqual([
      'title title-from-section 全国示例单位',
      'recipients unit-from-context 示例市水务局',
    ]);
  });

  it('is doubted where a row says another year', () => {
    const [row] = sheetRows(sheetOf('2021年', [HEAD, ROW]));
    expect(row && codes(row)).toEqual(['E date year-clash 2021']);
  });
});

describe('dates in several columns', () => {
  it('are joined, with the columns that they come from', () => {
    const sheet = sheetOf('荣誉', [
      ['荣誉名称', '获奖单位', '年', '月', '日'],
      ['示例文明单位', '示例市水务局', shown('2023', 2023), shown('5', 5), shown('4', 4)],
    ]);
    const [row] = sheetRows(sheet);
    expect(fieldsOf(row)['date']).toMatchObject({ raw: '2023年5月4日', precision: 'day' });
    expect(row?.records[0]?.origins['date']).toEqual([2, 3, 4]);
  });

  it('take the year of the row for certain', () => {
    const [row] = sheetRows(
      sheetOf('荣誉', [
        ['年度', '荣誉名称', '获奖单位', '获奖时间'],
        ['2022年度', '示例文明单位', '示例市水务局', '5月4日'],
      ]),
    );
    expect(fieldsOf(row)['date']).toMatchObject({ start: '2022-05-04' });
    expect(row?.status).toBe('ok');
  });

  it('may be the ends of a period', () => {
    const head = ['活动主题', '开始时间', '结束时间', '地点', '主办单位'];
    const [row] = sheetRows(
      sheetOf('活动', [head, ['示例督查', day('2023/7/1', 45_108), '2023年9月30日', '示例市', '示例市水务局']]),
    );
    expect(fieldsOf(row)['date']).toMatchObject({
      raw: '2023年7月1日至2023年9月30日',
      start: '2023-07-01',
      end: '2023-09-30',
      precision: 'range',
    });
  });
});

describe('plans and activities', () => {
  it('have their own fields', () => {
    const [plan, activity] = rowsOf(
      bookOf(
        sheetOf('方案', [
          ['方案名称', '文种', '发文字号', '制发单位', '印发时间', '有效期至', '状态'],
          [
            '《示例工作方案》',
            '工作方案',
            '示委〔2023〕1号',
            '示例市委组织部、示例市水务局',
            '2023年1月',
            '2025年',
            '执行中',
          ],
        ]),
        sheetOf('活动', [
          ['活动名称', '活动类型', '期次', '活动时间', '地点', '主办单位', '承办单位', '人数', '活动内容', '活动成效'],
          [
            '示例故事汇',
            '知识竞赛',
            '第一期',
            '2023年5月至7月',
            '示例礼堂',
            '示例市委组织部',
            '示例市水务局',
            '约200人',
            '讲故事。',
            '反响好。',
          ],
        ]),
      ),
    );
    expect(fieldsOf(plan)).toMatchObject({
      title: '示例工作方案',
      planKind: '方案',
      documentNo: '示委〔2023〕1号',
      issuers: ['示例市委组织部', '示例市水务局'],
      issued: { precision: 'month' },
      expires: { precision: 'year' },
      status: '现行',
    });
    expect(fieldsOf(activity)).toMatchObject({
      title: '示例故事汇',
      activityKind: '竞赛',
      episode: '第一期',
      date: { start: '2023-05-01', end: '2023-07-31', precision: 'range' },
      hosts: ['示例市委组织部'],
      coHosts: ['示例市水务局'],
      headcount: 200,
      summary: '讲故事。\n活动成效：反响好。',
      note: '人数：约200人',
    });
    expect(activity && codes(activity)).toEqual(['H headcount inexact-number 200']);
    for (const row of [plan, activity]) {
      expect(readRecordDraft(row?.records[0]?.kind ?? 'honor', fieldsOf(row), TODAY)).toMatchObject({ ok: true });
    }
  });

  it('refuse a headcount that is no number', () => {
    const [row] = sheetRows(
      sheetOf('活动', [
        ['活动名称', '活动时间', '人数'],
        ['示例故事汇', '2023年5月', '全体党员'],
      ]),
    );
    expect(row && codes(row)).toEqual(['C headcount not-a-count']);
  });
});

it('reads 同上 as what stands above, and says so', () => {
  const same = (text: string) => [...ROW.slice(0, 1), '示例市财政局', text, ...ROW.slice(3)];
  const rows = sheetRows(sheetOf('荣誉', [HEAD, ROW, same('同上'), same('〃')]));
  expect(rows.map((row) => fieldsOf(row)['level'])).toEqual(['国家级', '国家级', '国家级']);
  expect(rows.map(codes)).toEqual([[], ['C level same-as-above 国家级'], ['C level same-as-above 国家级']]);
  expect(rows[1]?.originals[2]).toBe('同上');
});

it('takes the guard of a formula off what a text file has', () => {
  const book: SourceBook = { ...bookOf(sheetOf('荣誉', [HEAD, ["'=示例单位", ...ROW.slice(1)]])), format: 'csv' };
  expect(fieldsOf(rowsOf(book)[0])['title']).toBe('=示例单位');
});

it('flags a lost zero in a text file whose months never end in one', () => {
  const rows = [HEAD, ...['2021.1', '2021.11', '2021.9'].map((date) => ROW.with(4, date))];
  const book: SourceBook = { ...bookOf(sheetOf('荣誉', rows)), format: 'csv' };
  expect(rowsOf(book).map(codes)).toEqual([['E date ambiguous-month 2021.10'], [], []]);
});

it('leaves a name alone that the archive knows', () => {
  const isKnown = (name: string) => name === '示例市委、市政府';
  const [row] = rowsOf(bookOf(sheetOf('荣誉', [HEAD, ROW.with(3, '示例市委、市政府')])), isKnown);
  expect(fieldsOf(row)['awardedBy']).toEqual(['示例市委、市政府']);
});
