import { describe, expect, it } from 'vitest';
import { honor } from '../records/record-fixtures.ts';
import { batchWishes, isBatchSaid, type BatchChange } from './batch-change.ts';
import { copyRows } from './copy-rows.ts';
import { fillDownWishes, layBlock } from './paste-block.ts';

const first = honor({ title: '示例甲', works: ['政治建设'], note: '旧的旧话' });
const second = honor({ title: '示例乙', works: [], note: '' });
const textsOf = (name: string, change: BatchChange) =>
  batchWishes('honor', name, change, [first, second]).map(({ cells }) => cells[0]?.text);

describe('a batch change', () => {
  it('sets, appends, clears and replaces', () => {
    expect(textsOf('title', { how: 'set', text: '同' })).toEqual(['同', '同']);
    expect(textsOf('works', { how: 'append', text: '改革创新、政治建设' })).toEqual([
      '政治建设、改革创新',
      '改革创新、政治建设',
    ]);
    expect(textsOf('note', { how: 'clear' })).toEqual(['', '']);
    expect(textsOf('verification', { how: 'clear' })).toEqual(['待核实', '待核实']);
    expect(textsOf('note', { how: 'replace', find: '旧', text: '$&' })).toEqual(['$&的$&话', '']);
    expect(textsOf('note', { how: 'replace', find: '', text: '新' })).toEqual(['旧的旧话', '']);
  });
});

describe('what is wanted of a batch change', () => {
  it('is said by a text, or by clearing: putting nothing in its place would clear it unasked', () => {
    expect(isBatchSaid({ how: 'set', text: ' ' })).toBe(false);
    expect(isBatchSaid({ how: 'append', text: '' })).toBe(false);
    expect(isBatchSaid({ how: 'replace', find: '', text: '新' })).toBe(false);
    expect(isBatchSaid({ how: 'replace', find: '旧', text: '' })).toBe(true);
    expect(isBatchSaid({ how: 'set', text: '新' })).toBe(true);
    expect(isBatchSaid({ how: 'clear' })).toBe(true);
  });
});

const columns = [
  { name: 'title', heading: '名称' },
  { name: 'level', heading: '级别' },
];
const target = { columns, records: [first, second], known: [...columns, { name: 'note', heading: '备注' }] };

describe('a pasted block', () => {
  it('goes where its headings say, also into columns that are not shown', () => {
    const block = layBlock(
      [
        ['备注', '名称'],
        ['话', '一'],
      ],
      target,
      false,
    );
    expect(block).toMatchObject({ hadHeadings: true, columnsBeyond: 0 });
    expect(block.wishes.map(({ row, cells }) => [row, cells])).toEqual([
      [
        2,
        [
          { name: 'note', text: '话' },
          { name: 'title', text: '一' },
        ],
      ],
    ]);
    expect(
      layBlock(
        [
          ['备注', '备注'],
          ['话', '一'],
        ],
        target,
        false,
      ).hadHeadings,
    ).toBe(false);
  });

  it('is laid over the rows from the cursor on, with the rest as new rows', () => {
    const block = layBlock([['一', '国家级'], ['二'], ['', ''], ['三', '省级', '多']], target, false);
    expect(block.wishes.map(({ row, record, cells }) => [row, record?.title, cells.map(({ text }) => text)])).toEqual([
      [1, '示例甲', ['一', '国家级']],
      [2, '示例乙', ['二']],
      [4, undefined, ['三', '省级']],
    ]);
    expect(block).toMatchObject({ beyond: 1, columnsBeyond: 1, hadHeadings: false });
  });

  it('may bring its headings along', () => {
    const block = layBlock(
      [
        ['名称', '级别'],
        ['一', '国家级'],
      ],
      target,
      false,
    );
    expect(block).toMatchObject({ hadHeadings: true, wishes: [{ row: 2, record: first }] });
  });

  it('of one cell goes to every chosen row', () => {
    expect(layBlock([['同']], target, true).wishes).toHaveLength(2);
  });

  it('brings back what was copied, formulas included', () => {
    const risky = honor({ title: '=1+1' });
    expect(copyRows([risky], [{ name: 'title', heading: '名称' }], false)).toBe("'=1+1\r\n");
    expect(layBlock([["'=1+1"]], target, false).wishes[0]?.cells[0]?.text).toBe('=1+1');
  });
});

it('filling down repeats the value of the first row, a date as it was typed', () => {
  expect(fillDownWishes('honor', 'title', [first, second])).toEqual([
    { row: 2, record: second, cells: [{ name: 'title', text: '示例甲' }] },
  ]);
});
