import { describe, expect, it } from 'vitest';
import type { BoundaryRecipient } from '../records/reference-fields.ts';
import { readRecordDraft } from '../records/record-draft.ts';
import { proposeFromDecision, type DecisionReading } from './propose-from-decision.ts';
import { sheetOf } from './source-fixtures.ts';
import type { SourceBook, SourceSheet } from './source-book.ts';

const context = { today: '2026-11-23', isKnownUnit: () => false };

function documentOf(lines: readonly string[], ...sheets: readonly SourceSheet[]): SourceBook {
  return { format: 'docx', sheets, paragraphs: lines.map((text) => ({ text, level: null })) };
}

/** Each proposed honour as one line: title, recipient, unit, role. */
function honours({ rows }: DecisionReading): readonly string[] {
  return rows.flatMap(({ records }) =>
    records.map(({ fields }) => {
      const [recipient] = fields['recipients'] as readonly BoundaryRecipient[];
      const { name, unit, role } =
        typeof recipient === 'string'
          ? { name: recipient, unit: '', role: '' }
          : (recipient ?? { name: '', unit: '', role: '' });
      const who = fields['collective'] === true ? '集体' : '个人';
      return [who, fields['title'], name, unit, role].filter((text) => text !== '').join(' ');
    }),
  );
}

const DECISION = [
  '示委发〔2023〕5号',
  '中共示例市委 示例市人民政府',
  '关于表彰2022年度示例工作',
  '先进集体和先进个人的决定',
  '各县区委、人民政府，市直各部门：',
  '2022年，全市上下奋勇争先，涌现出一批先进典型。现决定授予示例市水务局等3个单位“先进集体”称号。',
  '附件：1.2022年度示例工作先进集体名单',
  '2.2022年度示例工作先进个人名单',
  '中共示例市委',
  '示例市人民政府',
  '2023年5月4日',
];

describe('a decision that honours units and persons', () => {
  const reading = proposeFromDecision(
    documentOf([
      ...DECISION,
      '附件1',
      '2022年度示例工作先进集体名单（3个）',
      '（一）市直单位（2个）',
      '示例市水务局',
      '示例市发展和改革委员会',
      '（二）县区（1个）',
      '示例县财政局',
      '附件2',
      '2022年度示例工作先进个人名单（4名）',
      '张　三　　李示例　　王　五（女）',
      '赵示例　　示例市水务局办公室主任',
      '抄送：示例市人大常委会办公室',
      '中共示例市委办公室　　2023年5月6日印发',
    ]),
    context,
  );

  it('says of itself what stands in its head and at its end', () => {
    expect(reading.facts).toMatchObject({
      title: '关于表彰2022年度示例工作先进集体和先进个人的决定',
      awardedBy: ['中共示例市委', '示例市人民政府'],
      documentNo: '示委发〔2023〕5号',
      date: { raw: '2023年5月4日', start: '2023-05-04', precision: 'day' },
    });
  });

  it('becomes one honour for each recipient and title', () => {
    expect(honours(reading)).toEqual([
      '集体 2022年度示例工作先进集体 示例市水务局',
      '集体 2022年度示例工作先进集体 示例市发展和改革委员会',
      '集体 2022年度示例工作先进集体 示例县财政局',
      '个人 2022年度示例工作先进个人 张三',
      '个人 2022年度示例工作先进个人 李示例',
      '个人 2022年度示例工作先进个人 王五',
      '个人 2022年度示例工作先进个人 赵示例 示例市水务局办公室 主任',
    ]);
  });

  it('is without doubts where the counts of its headings are right', () => {
    expect(reading.doubts).toEqual([]);
  });

  it('takes nobody into it who only gets a copy', () => {
    expect(reading.unread.map(({ row }) => row)).toEqual([23, 24]);
  });

  it('proposes what a record can be made of, and says where each stands', () => {
    for (const { records, status } of reading.rows) {
      expect(status).toBe('ok');
      for (const { fields } of records)
        expect(readRecordDraft('honor', fields, context.today)).toMatchObject({ ok: true });
    }
    expect(reading.rows.map(({ sheet, row }) => [sheet, row])).toEqual(
      [15, 16, 18, 21, 21, 21, 22].map((row) => ['', row]),
    );
  });
});

describe('a decision with short headings', () => {
  const reading = proposeFromDecision(
    documentOf([
      '示例省总工会关于命名2021年示例省先进班组和先进工作者的决定',
      '全文如下。',
      '二〇二一年十月',
      '附件',
      '一、先进班组（3个）',
      '1.示例电力公司',
      '2.示例市医院、示例市中学',
      '特此说明。',
      '二、先进工作者（2名）',
      '示例市水务局：钱示例、孙示例',
    ]),
    context,
  );

  it('completes them from its title and marks that', () => {
    expect(honours(reading)).toEqual([
      '集体 2021年示例省先进班组 示例电力公司',
      '集体 2021年示例省先进班组 示例市医院',
      '集体 2021年示例省先进班组 示例市中学',
      '个人 2021年示例省先进工作者 钱示例 示例市水务局',
      '个人 2021年示例省先进工作者 孙示例 示例市水务局',
    ]);
    expect(new Set(reading.rows.flatMap(({ concerns }) => concerns.map(({ code }) => code)))).toEqual(
      new Set(['title-completed']),
    );
  });

  it('keeps a month a month, takes the body from the title line and misses the number', () => {
    expect(reading.facts).toMatchObject({
      awardedBy: ['示例省总工会'],
      date: { precision: 'month', start: '2021-10-01' },
    });
    expect(reading.doubts).toEqual([{ code: 'no-document-number' }]);
  });

  it('names the lines that it could not read', () => {
    expect(reading.unread).toEqual([{ row: 8, text: '特此说明。' }]);
  });
});

describe('a decision whose lists are tables', () => {
  const table = sheetOf('表1', [
    ['序号', '姓名', '单位', '职务'],
    ['1', '张　三', '示例市水务局', '科长'],
    ['2', '李示例', '示例市财政局', ''],
  ]);
  const bare = sheetOf('表2', [
    ['示例市水务局', '示例市财政局'],
    ['示例市审计局', ''],
  ]);
  const reading = proposeFromDecision(
    documentOf(
      [...DECISION, '附件1', '示例工作先进个人名单（3名）', '表1', '附件2', '示例工作先进集体名单（3个）', '表2'],
      table,
      bare,
    ),
    context,
  );

  it('reads them by their headings, or cell by cell', () => {
    expect(honours(reading)).toEqual([
      '个人 示例工作先进个人 张三 示例市水务局 科长',
      '个人 示例工作先进个人 李示例 示例市财政局',
      '集体 示例工作先进集体 示例市水务局',
      '集体 示例工作先进集体 示例市财政局',
      '集体 示例工作先进集体 示例市审计局',
    ]);
    expect(reading.rows.map(({ sheet, row }) => `${sheet} ${row}`)).toEqual([
      '表1 2',
      '表1 3',
      '表2 1',
      '表2 1',
      '表2 2',
    ]);
  });

  it('doubts a count that the list does not bear out', () => {
    expect(reading.doubts).toEqual([
      { code: 'count-differs', row: 13, heading: '示例工作先进个人名单（3名）', expected: 3, found: 2 },
    ]);
  });
});

it('finds nothing in a document that is no decision, and says so', () => {
  const reading = proposeFromDecision(documentOf(['示例会议记录', '参加人员若干。']), context);
  expect(reading.rows).toEqual([]);
  expect(reading.doubts.map(({ code }) => code)).toEqual([
    'no-title',
    'no-date',
    'no-awarding-body',
    'no-document-number',
    'no-recipients',
  ]);
});

it('completes headings from the annex that they stand in, and gives persons the unit before them', () => {
  const reading = proposeFromDecision(
    documentOf([
      '示例市委关于表彰“两优一先”的决定',
      '2024年6月28日',
      '附件',
      '市直机关优秀共产党员、优秀党务工作者名单',
      '一、优秀共产党员（2名）',
      '示例市纪委监委　张示例　李　四',
      '二、优秀党务工作者（1名）',
      '王示例　　示例市水务局机关党委专职副书记',
    ]),
    context,
  );
  expect(honours(reading)).toEqual([
    '个人 市直机关优秀共产党员 张示例 示例市纪委监委',
    '个人 市直机关优秀共产党员 李四 示例市纪委监委',
    '个人 市直机关优秀党务工作者 王示例 示例市水务局机关党委 专职副书记',
  ]);
});

describe('a decision that is signed below its list', () => {
  const list = [
    '一、先进集体（2个）',
    '示例市水务局',
    '示例县财政局',
    '二、先进个人（1名）',
    '赵示例　　示例市水务局办公室主任',
  ];
  const before = DECISION.slice(0, 6);
  const signed = ['中共示例市委', '示例市人民政府', '2023年5月4日'];

  it('gives the recipients of the list and nobody of the signature', () => {
    const reading = proposeFromDecision(documentOf([...before, ...list, ...signed]), context);
    expect(honours(reading)).toEqual([
      '集体 2022年度示例工作先进集体 示例市水务局',
      '集体 2022年度示例工作先进集体 示例县财政局',
      '个人 2022年度示例工作先进个人 赵示例 示例市水务局办公室 主任',
    ]);
    expect(reading.facts).toMatchObject({
      awardedBy: ['中共示例市委', '示例市人民政府'],
      date: { start: '2023-05-04' },
    });
    expect(reading.doubts).toEqual([]);
  });

  it('reads the whole list when no date follows', () => {
    const reading = proposeFromDecision(documentOf([...before, ...list]), context);
    expect(honours(reading)).toHaveLength(3);
    expect(reading.doubts.map(({ code }) => code)).toEqual(['no-date']);
  });

  it('takes nobody from a text without a list', () => {
    const text = ['各县区党委：', '现将有关情况通报如下：', '示例市水务局工作扎实。'];
    const reading = proposeFromDecision(documentOf([...before.slice(0, 4), ...text, ...signed]), context);
    expect(honours(reading)).toEqual([]);
    expect(reading.doubts.map(({ code }) => code)).toEqual(['no-recipients']);
  });
});
