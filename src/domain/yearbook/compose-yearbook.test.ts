import { describe, expect, test } from 'vitest';
import { recipient } from '../records/record-fixtures.ts';
import { documentBlocks, documentEntryIds, type Block, type DocumentTree } from '../document/document-tree.ts';
import { composeYearbook } from './compose-yearbook.ts';
import {
  activityOf,
  bodies,
  day,
  halfYear,
  honorOf,
  month,
  OPTIONS,
  planOf,
  span,
  undated,
  wholeYear,
} from './yearbook-fixtures.ts';

function chapterBlocks(tree: DocumentTree, title: string): readonly Block[] {
  return tree.chapters.find((chapter) => chapter.title.endsWith(title))?.blocks ?? [];
}

/** The blocks in short: headings and paragraphs by their text, entries by id, tables by their rows' ids. */
function inShort(blocks: readonly Block[]): readonly unknown[] {
  return blocks.map((block) => {
    if (block.kind === 'entry') return block.entryId;
    if (block.kind === 'figure' || block.kind === 'chart') return block.caption;
    if (block.kind === 'index') return block.groups.flatMap(({ items }) => items.map(({ name }) => name));
    return block.kind === 'table' ? block.rows.map((row) => row.entryId) : block.text;
  });
}

describe('which records are in a yearbook', () => {
  const records = [
    honorOf('of-the-year'),
    honorOf('of-last-year', { date: day('2022-12-31') }),
    honorOf('over-two-years', { date: span('2022—2023年度', '2022-01-01', '2023-12-31') }),
    honorOf('into-next-year', { date: span('2023—2024年度', '2023-01-01', '2024-12-31') }),
    honorOf('deleted', { deletedAt: '2024-01-01T00:00:00Z' }),
    honorOf('undated', { date: undated('五月') }),
    planOf('plan'),
    activityOf('activity'),
  ];

  test('are those counted for the year and not deleted, each exactly once', () => {
    const { tree, chosen, perChapter, omittedUndated } = composeYearbook(records, OPTIONS);
    expect(documentEntryIds(tree).toSorted()).toEqual(['activity', 'of-the-year', 'over-two-years', 'plan']);
    expect(chosen.map(({ id }) => id).toSorted()).toEqual(documentEntryIds(tree).toSorted());
    expect(perChapter).toEqual({ plans: 1, activities: 1, practices: 0, honors: 2, undated: 0 });
    expect(omittedUndated).toBe(1);
  });

  test('fall into exactly one yearbook when their date spans years', () => {
    const years = [2022, 2023, 2024].filter((year) =>
      documentEntryIds(composeYearbook(records, { ...OPTIONS, year }).tree).some((id) => id === 'over-two-years'),
    );
    expect(years).toEqual([2023]);
  });

  test('are of the chosen chapters only, which are numbered among themselves', () => {
    const { tree, perChapter } = composeYearbook(records, { ...OPTIONS, chapters: ['honors', 'activities'] });
    expect(tree.chapters.map((chapter) => chapter.title)).toEqual(['一、大事记', '二、荣誉']);
    expect(perChapter.plans).toBe(0);
  });

  test('include the undated ones in a last chapter when asked for, with the date as typed', () => {
    const { tree, perChapter, omittedUndated } = composeYearbook(records, { ...OPTIONS, includeUndated: true });
    expect(tree.chapters.at(-1)?.title).toBe('附、日期待考的记录');
    expect(JSON.stringify(tree.chapters.at(-1)?.blocks)).toContain('日期原文为“五月”');
    expect(perChapter.undated).toBe(1);
    expect(omittedUndated).toBe(0);
  });

  test('make the same book in whatever order they come', () => {
    expect(composeYearbook(records.toReversed(), OPTIONS)).toEqual(composeYearbook(records, OPTIONS));
  });
});

describe('the chapters', () => {
  test('of plans are grouped by kind when there is more than one', () => {
    const plans = [planOf('b', { planKind: '机制' }), planOf('a')];
    expect(inShort(chapterBlocks(composeYearbook(plans, OPTIONS).tree, '工作方案'))).toEqual([
      '2023年收录工作方案、办法、机制等文件2件，其中方案1件、机制1件。',
      '（一）方案',
      'a',
      '（二）机制',
      'b',
    ]);
    expect(inShort(chapterBlocks(composeYearbook([planOf('a')], OPTIONS).tree, '工作方案'))).toEqual([
      '2023年收录方案1件。',
      'a',
    ]);
  });

  test('of activities are a chronicle: vaguer dates stand at the end of what they cover', () => {
    const activities = [
      activityOf('year', { date: wholeYear(2023) }),
      activityOf('two-years', { date: span('2022—2023年度', '2022-01-01', '2023-12-31') }),
      activityOf('second-half', { date: halfYear(2023, 2) }),
      activityOf('december', { date: month('2023-12') }),
      activityOf('first-half', { date: halfYear(2023, 1) }),
      activityOf('june-30', { date: day('2023-06-30') }),
      activityOf('may-to-july', { date: span('5月至7月', '2023-05-01', '2023-07-31') }),
      activityOf('june', { date: month('2023-06') }),
      activityOf('june-1', { date: day('2023-06-01') }),
    ];
    expect(inShort(chapterBlocks(composeYearbook(activities, OPTIONS).tree, '大事记'))).toEqual([
      '2023年收录主题活动9次，按时间先后记述。',
      '6月',
      'june-1',
      'june-30',
      'june',
      '上半年',
      'first-half',
      '7月',
      'may-to-july',
      '12月',
      'december',
      '下半年',
      'second-half',
      '全年及月份待考',
      'year',
      'two-years',
    ]);
  });

  test('of honours are tables by level, collective before individual, numbered through', () => {
    const honors = [
      honorOf('unsettled', { level: null }),
      honorOf('person', { level: '省部级', collective: false }),
      honorOf('province', { level: '省部级', awardedBy: bodies('省委', '省政府') }),
      honorOf('state'),
    ];
    const blocks = chapterBlocks(composeYearbook(honors, OPTIONS).tree, '荣誉');
    expect(inShort(blocks)).toEqual([
      '2023年收录荣誉4项，其中集体3项、个人1项。按级别分，国家级1项、省部级2项、未定级别1项。联合授予的荣誉按一项计。',
      '（一）国家级',
      '1.集体荣誉',
      ['state'],
      '（二）省部级',
      '1.集体荣誉',
      ['province'],
      '2.个人荣誉',
      ['person'],
      '（三）未定级别',
      '1.集体荣誉',
      ['unsettled'],
    ]);
    const numbers = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.cells[0]) : []));
    expect(numbers).toEqual(['1', '2', '3', '4']);
  });

  test('of honours say so when all are alike', () => {
    const one = chapterBlocks(composeYearbook([honorOf('one')], OPTIONS).tree, '荣誉');
    expect(inShort(one)[0]).toBe('2023年收录荣誉1项，为集体荣誉。级别为国家级。');
    const two = chapterBlocks(composeYearbook([honorOf('one'), honorOf('two')], OPTIONS).tree, '荣誉');
    expect(inShort(two)[0]).toBe('2023年收录荣誉2项，均为集体荣誉。级别均为国家级。');
  });

  test('show an honour with every body in order, line breaks where a reader pauses, and a dash for what is missing', () => {
    const honor = honorOf('one', {
      title: '先进集体',
      awardedBy: bodies('省委', '省政府'),
      recipients: [recipient('李某某')],
      documentNo: '鲁发〔2023〕15号',
    });
    const rows = documentBlocks(composeYearbook([honor, honorOf('two')], OPTIONS).tree).flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.cells) : [],
    );
    expect(rows).toEqual([
      ['1', '先进集体', '李某某', '省委、省政府', '鲁发\n〔2023〕15号', '2023年\n5月4日'],
      ['2', '先进集体', '—', '—', '—', '2023年\n5月4日'],
    ]);
  });

  test('say calmly that a year has nothing, and the book is still whole', () => {
    const { tree, chosen } = composeYearbook([], OPTIONS);
    expect(chosen).toEqual([]);
    expect(tree.chapters.flatMap((chapter) => inShort(chapter.blocks))).toEqual([
      '2023年暂无收录的主题活动。',
      '2023年暂无收录的工作方案。',
      '2023年暂无收录的荣誉。',
    ]);
    expect(tree.chapters.some((chapter) => chapter.startsNewPage)).toBe(false);
  });
});

describe('the words', () => {
  test('of a title in brackets are not bracketed twice, and a missing title is named as such', () => {
    const { tree } = composeYearbook([planOf('a', { title: '【方案】' }), planOf('b', { title: ' ' })], OPTIONS);
    const titles = documentBlocks(tree).flatMap((block) => (block.kind === 'entry' ? [block.title] : []));
    expect(titles.toSorted()).toEqual(['方案', '题名未载']);
  });

  test('are clean of what XML forbids, and rare characters survive', () => {
    const { tree } = composeYearbook([activityOf('a', { title: '𠮷\u{FFFF}𬭎', summary: '\u0007𠮷\uD842' })], OPTIONS);
    const text = JSON.stringify(tree);
    expect(text).toContain('𠮷𬭎');
    expect(text).not.toMatch(/\\u|\uFFFF/);
  });
});
