import { describe, expect, test } from 'vitest';
import { chaptersInShort } from '../document/document-fixtures.ts';
import { documentBlocks, documentPictures, type Chart, type Table } from '../document/document-tree.ts';
import type { ArchiveRecord } from '../records/archive-record.ts';
import { blank, recipient } from '../records/record-fixtures.ts';
import type { RecordId } from '../records/record-base.ts';
import { composeYearbook } from './compose-yearbook.ts';
import { activityOf, bodies, day, honorOf, month, OPTIONS, planOf, undated, wholeYear } from './yearbook-fixtures.ts';
import { YEARBOOK_CHAPTERS, type YearbookOptions } from './yearbook-options.ts';

const ALL: YearbookOptions = { ...OPTIONS, chapters: YEARBOOK_CHAPTERS };
const reference = (id: string) => ({ id: id as RecordId, printed: '' });

function image(id: string, content: Parameters<typeof blank<'attachment'>>[2]) {
  return blank('attachment', id, { mime: 'image/jpeg', sha256: id.padEnd(64, '0'), name: `${id}.jpg`, ...content });
}

const RECORDS: readonly ArchiveRecord[] = [
  planOf('p-1', { title: '示例方案', issuers: bodies('市委组织部'), works: ['政治建设'], status: '现行' }),
  planOf('p-0', { title: '示例旧方案', issued: day('2020-01-02'), status: '现行' }),
  planOf('p-9', { title: '示例新方案', issued: day('2024-01-02'), status: '现行' }),
  activityOf('a-1', { title: '示例活动', hosts: bodies('市人社局'), works: ['政治建设', '为民服务'] }),
  blank('practice', 'g-1', {
    title: '示例做法',
    date: month('2023-06'),
    units: bodies('市公安局'),
    works: ['为民服务'],
    summary: '第一段。\n第二段',
  }),
  blank('practice', 'g-2', { title: '示例做法乙', date: wholeYear(2022) }),
  honorOf('h-1', { recipients: [recipient('市人社局'), recipient('市公安局')] }),
  honorOf('h-2', { level: '省部级', recipients: [recipient('市人社局')] }),
  honorOf('h-3', {
    collective: false,
    recipients: [{ ...recipient('曾示例'), unitPrinted: '市公安局' }],
    date: day('2023-08-01'),
  }),
  honorOf('h-0', { date: day('2021-05-01') }),
  blank('photoGroup', 'f-1', {
    title: '示例合影',
    date: day('2023-07-01'),
    place: '示例礼堂',
    event: '表彰大会',
    people: '甲、乙',
    photographer: '示例丙',
    background: '庆祝七一',
  }),
  blank('photoGroup', 'f-2', { title: '另一年', date: day('2022-07-01') }),
  image('i-1', { photoGroup: reference('f-1'), position: 1, caption: '会场全景' }),
  image('i-2', { photoGroup: reference('f-1'), position: 0, rotation: 90 }),
  image('i-3', { owner: reference('a-1'), role: '活动照片' }),
  image('i-4', { owner: reference('h-1'), role: '证书' }),
  image('i-5', { photoGroup: reference('f-2') }),
  image('i-6', { owner: reference('a-1'), role: '活动照片', mime: 'application/pdf' }),
  blank('unitChange', 'c-1', {
    change: '更名',
    date: day('2023-03-01'),
    from: bodies('旧名'),
    to: bodies('新名'),
    basis: '示例文件',
  }),
];

describe('a complete yearbook', () => {
  test('has its chapters in the order of yearbooks, and leaves out those that have nothing', () => {
    const options = { ...ALL, special: '特载一段', overview: '概况一段\n概况二段' };
    expect(Object.keys(chaptersInShort(composeYearbook(RECORDS, options).tree))).toEqual([
      '一、特载',
      '二、大事记',
      '三、概况',
      '四、工作方案',
      '五、典型做法',
      '六、荣誉',
      '七、统计资料',
      '附录',
      '索引',
    ]);
    expect(Object.keys(chaptersInShort(composeYearbook([], ALL).tree))).toEqual([
      '一、大事记',
      '二、工作方案',
      '三、荣誉',
      '附录',
    ]);
  });

  test('begins with the pictures of the year, each with the elements of its caption', () => {
    const { plates } = composeYearbook(RECORDS, ALL).tree;
    expect(plates?.blocks.map((block) => block.kind === 'figure' && [block.picture.name, block.caption])).toEqual([
      ['i-2.jpg', '2023年7月1日，表彰大会，示例礼堂，图中人物：甲、乙。庆祝七一。（示例丙 摄）'],
      ['i-1.jpg', '会场全景'],
      ['i-3.jpg', '2023年4月28日，示例活动。'],
    ]);
    expect(plates?.blocks[0]).toMatchObject({ picture: { rotation: 90, mime: 'image/jpeg' } });
    const pictures = { perPage: 1, certificates: true } as const;
    const { tree } = composeYearbook(RECORDS, { ...ALL, pictures });
    expect(documentPictures(tree).map(({ name }) => name)).toEqual(['i-2.jpg', 'i-1.jpg', 'i-3.jpg', 'i-4.jpg']);
    expect(composeYearbook(RECORDS, OPTIONS).tree.plates).toBeUndefined();
  });

  test('tells good practices by the works of the programme, each once', () => {
    const { tree, perChapter, chosen } = composeYearbook(RECORDS, ALL);
    expect(chaptersInShort(tree)['三、典型做法']).toEqual(['2023年收录典型做法、创新做法1项，按工作分类。', 'g-1']);
    expect(perChapter.practices).toBe(1);
    expect(chosen.map(({ id }) => id)).toContain('g-1');
    const entry = documentBlocks(tree).find((block) => block.kind === 'entry' && block.entryId === 'g-1');
    expect(entry).toMatchObject({ paragraphs: ['6月，市公安局的做法。第一段。', '第二段。'] });
  });

  test('counts levels, years, units and works, and draws what is counted', () => {
    const blocks = documentBlocks(composeYearbook(RECORDS, ALL).tree);
    const rowsUnder = (title: string) =>
      blocks.find((block): block is Table => block.kind === 'table' && block.columns[0]?.title === title)?.rows;
    const cellsUnder = (title: string) => rowsUnder(title)?.map(({ cells }) => cells.map(String).join(' '));
    expect(cellsUnder('级别')).toEqual(['国家级 1 1 2', '省部级 1 — 1', '合计 2 1 3']);
    expect(cellsUnder('年份')).toEqual([
      '2019年 — — —',
      '2020年 — — —',
      '2021年 1 — 1',
      '2022年 — — —',
      '2023年 2 1 3',
    ]);
    expect(cellsUnder('单位')).toEqual(['市人社局 1 1 2', '市公安局 1 — 1']);
    expect(cellsUnder('工作')).toEqual(['政治建设 1 1 — —', '为民服务 — 1 1 —']);
    const charts = blocks.filter((block): block is Chart => block.kind === 'chart');
    expect(charts.map(({ categories, series }) => [categories.length, series.map(({ values }) => values)])).toEqual([
      [
        2,
        [
          [1, 1],
          [1, 0],
        ],
      ],
      [
        5,
        [
          [0, 0, 1, 0, 2],
          [0, 0, 0, 0, 1],
        ],
      ],
    ]);
  });

  test('lists plans in force and units that changed, without counting a plan twice', () => {
    const { tree } = composeYearbook(RECORDS, ALL);
    const appendix = chaptersInShort(tree)['附录'];
    expect(appendix?.slice(0, 6)).toEqual([
      '（一）现行工作方案目录',
      '截至2023年底，收录的现行有效文件共2件。',
      ['1 示例旧方案 — — 2020年\n1月2日', '2 示例方案 市委组织部 — 2023年\n3月6日'],
      '（二）本年机构沿革',
      '2023年收录的机构变更共1项。',
      ['2023年\n3月1日 更名 旧名 新名 示例文件'],
    ]);
  });

  test('ends with an index of units and of persons', () => {
    const { tree } = composeYearbook(RECORDS, ALL);
    expect(chaptersInShort(tree)['索引']).toEqual([
      '（一）单位索引',
      ['市公安局', '市人社局', '市委组织部'],
      '（二）人名索引',
      ['曾示例'],
    ]);
    const [index] = tree.chapters.at(-1)?.blocks.filter((block) => block.kind === 'index') ?? [];
    expect(index?.groups[0]?.items[1]).toEqual({ name: '市人社局', entryIds: ['a-1', 'h-1', 'h-2'] });
  });

  test('is the same whatever the order of the records, and of a single undated one too', () => {
    expect(composeYearbook(RECORDS.toReversed(), ALL)).toEqual(composeYearbook(RECORDS, ALL));
    const single = composeYearbook([honorOf('h-1', { date: undated('五月') })], { ...ALL, includeUndated: true });
    expect(single.tree.chapters.at(-1)?.title).toBe('附、日期待考的记录');
  });
});
