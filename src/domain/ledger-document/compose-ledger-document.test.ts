import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Block } from '../document/document-tree.ts';
import type { Entry } from '../records/archive-record.ts';
import type { RecordId } from '../records/record-base.ts';
import { activity, date, honor, plan, recipient } from '../records/record-fixtures.ts';
import { composeLedgerDocument } from './compose-ledger-document.ts';
import { ledgerDocumentOptionsSchema, type LedgerDocumentOptions } from './ledger-document-options.ts';

const OPTIONS: LedgerDocumentOptions = {
  ledger: 'honor',
  window: { from: '2022-04-01', to: '2023-03-31' },
  unit: null,
  level: null,
  order: 'date',
  columns: [
    { name: 'date', heading: '时间' },
    { name: 'title', heading: '名称' },
    { name: 'level', heading: '级别' },
    { name: 'documentNo', heading: '文号' },
  ],
  includeUndated: false,
  title: '示例荣誉台账',
  editor: '示例单位',
  compiledOn: '2026-11-30',
};
const RECORDS: readonly Entry[] = [
  honor({
    id: 'h-1' as RecordId,
    title: '示例甲',
    date: date('2023.3.31'),
    level: '省部级',
    documentNo: '示发〔2023〕5号',
  }),
  honor({ id: 'h-2' as RecordId, title: '示例乙', date: date('2022年5月'), level: '国家级', documentNo: '' }),
  honor({ id: 'h-3' as RecordId, title: '示例丙', date: date('2022年3月'), level: '省部级' }),
  honor({ id: 'h-4' as RecordId, title: '示例丁', date: date('5月'), level: null, documentNo: '' }),
  honor({ id: 'h-5' as RecordId, title: '示例戊', date: date('2022年6月'), deletedAt: '2026-11-01T08:00:00.000Z' }),
  plan({ title: '示例方案', issued: date('2022年7月') }),
  activity({ title: '示例活动', date: date('2022年8月'), headcount: 30 }),
];

const compose = (options: Partial<LedgerDocumentOptions> = {}) =>
  composeLedgerDocument(RECORDS, { ...OPTIONS, ...options });
const rowsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(({ cells }) => cells) : []));
const notesOf = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : []));

describe('a ledger on paper', () => {
  it('lies on its side and has a row for each record whose date ends in the window', () => {
    const { tree, chosen, omittedUndated } = compose();
    expect(tree).toMatchObject({ orientation: 'landscape', cover: null, contentsTitle: null, chapters: [] });
    expect(tree.opening.titleLines).toEqual(['示例荣誉台账', '（2022年4月至2023年3月）']);
    expect(rowsOf(tree.opening.blocks)).toEqual([
      ['1', '2022年5月', '示例乙', '国家级', ''],
      ['2', '2023年3月31日', '示例甲', '省部级', '示发\n〔2023〕5号'],
    ]);
    expect(notesOf(tree.opening.blocks)).toEqual([
      '编制单位：示例单位　编制日期：2026年11月30日',
      '共收录荣誉2项，均为集体荣誉。按级别分，国家级1项、省部级1项。',
    ]);
    expect(chosen.map(({ id }) => id)).toEqual(['h-2', 'h-1']);
    expect(omittedUndated).toBe(1);
  });

  it('may begin with the latest or the highest, and end with what is undated', () => {
    const titles = (options: Partial<LedgerDocumentOptions>) =>
      rowsOf(compose(options).tree.opening.blocks).map((cells) => cells[2]);
    expect(titles({ order: 'newest' })).toEqual(['示例甲', '示例乙']);
    const wide = { window: { from: '2022-01-01', to: '2023-12-31' } };
    expect(titles({ ...wide, order: 'level' })).toEqual(['示例乙', '示例丙', '示例甲']);
    const { tree, omittedUndated } = compose({ includeUndated: true });
    expect(rowsOf(tree.opening.blocks).at(-1)).toEqual(['3', '日期原文为“5月”', '示例丁', '', '']);
    expect(notesOf(tree.opening.blocks)[1]).toContain('年份待考的1条列于末尾');
    expect(omittedUndated).toBe(0);
  });

  it('counts plans by kind and people at activities', () => {
    const columns = [{ name: 'title', heading: '名称' }];
    const about = (ledger: 'plan' | 'activity') => notesOf(compose({ ledger, columns }).tree.opening.blocks)[1];
    expect(about('plan')).toBe('共收录工作方案1件。');
    expect(about('activity')).toBe('共收录主题活动1次，有参加人数的1次共30人。');
  });

  it('of one unit names what it has received, and says so when there is nothing', () => {
    const unit = { name: '示例单位甲', ids: ['unit-a'] };
    const { tree } = compose({ unit });
    expect(tree.opening.blocks.at(-1)).toEqual({ kind: 'paragraph', text: '没有符合范围的记录。' });
    const own = [honor({ date: date('2022年5月'), recipients: [recipient('示例单位甲', 'unit-a')] })];
    const found = composeLedgerDocument(own, { ...OPTIONS, unit });
    expect(notesOf(found.tree.opening.blocks)[1]).toContain('收录范围为示例单位甲。');
  });

  it('has its title among its columns', () => {
    expect(v.safeParse(ledgerDocumentOptionsSchema, OPTIONS).success).toBe(true);
    const untitled = { ...OPTIONS, columns: [{ name: 'date', heading: '时间' }] };
    expect(v.safeParse(ledgerDocumentOptionsSchema, untitled).success).toBe(false);
  });
});
