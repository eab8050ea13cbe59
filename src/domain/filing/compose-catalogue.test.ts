import { describe, expect, it } from 'vitest';
import type { RecordId } from '../records/record-base.ts';
import { date, honor, plan } from '../records/record-fixtures.ts';
import { bare, pointTo } from '../units/unit-fixtures.ts';
import { composeCatalogue } from './compose-catalogue.ts';

const filed = (number: number, owner: string, year: number, content: object = {}) =>
  bare('filingItem', `f-${number}`, {
    owner: pointTo(owner),
    code: `Z109-WS·${year}-Y-BGS-000${number}`,
    fonds: 'Z109',
    category: 'WS',
    year,
    retention: '永久',
    department: 'BGS',
    number,
    ...content,
  });
const RECORDS = [
  honor({ id: 'h-1' as RecordId, title: '示例荣誉', date: date('2023.5.4'), documentNo: '示发〔2023〕5号' }),
  plan({ id: 'p-1' as RecordId, title: '示例方案', issued: date('2020年3月') }),
  honor({ id: 'h-2' as RecordId, title: '示例不归档' }),
  honor({ id: 'h-3' as RecordId, title: '示例已删', deletedAt: '2026-11-01T08:00:00.000Z' }),
  filed(2, 'h-1', 2022, { isTitleMadeUp: true, pages: 3 }),
  filed(1, 'p-1', 2022, { secrecy: '内部' }),
  filed(3, 'h-3', 2022),
  filed(4, 'h-2', 2023, { retention: '10年', code: 'Z109-WS·2023-D10-BGS-0004' }),
];
const OPTIONS = {
  year: null,
  retention: null,
  title: '归档文件目录',
  editor: '示例单位',
  compiledOn: '2026-11-30',
};

describe('归档文件目录', () => {
  it('has a table for each year and retention period, in the order of the codes, a made-up title in brackets', () => {
    const { tree, chosen } = composeCatalogue(RECORDS, OPTIONS);
    expect(tree.orientation).toBe('landscape');
    expect(tree.chapters.map(({ title, startsNewPage }) => [title, startsNewPage])).toEqual([
      ['全宗号 Z109　2022年度　保管期限 永久', false],
      ['全宗号 Z109　2023年度　保管期限 10年', true],
    ]);
    const [about, table] = tree.chapters[0]?.blocks ?? [];
    expect(about).toEqual({ kind: 'note', text: '共2件，有页数的1件共3页。' });
    expect(table?.kind === 'table' && table.rows.map(({ cells }) => cells)).toEqual([
      [
        '1',
        'Z109-WS·2022-Y-BGS-0001',
        '菏直发\n〔2020〕1号',
        '市委市直机关工委',
        '示例方案',
        '2020年3月',
        '内部',
        '',
        '',
      ],
      ['2', 'Z109-WS·2022-Y-BGS-0002', '示发\n〔2023〕5号', '中共中央组织部', '[示例荣誉]', '20230504', '', '3', ''],
    ]);
    expect(chosen.map(({ id }) => String(id)).toSorted()).toEqual(['h-1', 'h-2', 'p-1']);
  });

  it('of one year or retention period has those alone, and says so when there is nothing', () => {
    expect(composeCatalogue(RECORDS, { ...OPTIONS, year: 2023 }).chosen.map(({ id }) => id)).toEqual(['h-2']);
    expect(composeCatalogue(RECORDS, { ...OPTIONS, retention: '永久' }).chosen).toHaveLength(2);
    const { tree } = composeCatalogue(RECORDS, { ...OPTIONS, year: 1999 });
    expect(tree.opening.titleLines).toEqual(['归档文件目录', '（1999年度）']);
    expect(tree.opening.blocks.at(-1)).toEqual({ kind: 'paragraph', text: '没有编好档号的归档文件。' });
  });
});
