import { describe, expect, it } from 'vitest';
import { activity, blank, honor, plan, unit } from '#domain/records/record-fixtures';
import { listOfKind, listsOf, refuseForWord } from './list-outlines.ts';

const head = { title: '搜索结果', about: ['搜索：示例\u0007', '共 4 条'] };
const mixed = [plan(), honor({ title: '示例甲' }), unit('unit-1', '示例单位'), honor({ title: '示例乙' })];

describe('lists of several kinds', () => {
  it('are a sheet each in Excel, in the order in which they were found', () => {
    const lists = listsOf(mixed, 'xlsx', head);
    expect(lists.map(({ outline, records }) => [outline.name, records.length])).toEqual([
      ['荣誉', 2],
      ['方案', 1],
      ['单位', 1],
    ]);
    expect(lists[0]?.records).toEqual([mixed[1], mixed[3]]);
    // A character that no file could hold was typed or pasted into the search.
    expect(lists[0]?.outline.notes).toEqual(['搜索结果', '搜索：示例；共 4 条；本表 2 条，全部 4 条']);
    expect(lists[0]?.outline.columns.map(({ heading }) => heading)).toEqual(
      expect.arrayContaining(['授予单位', '证书编号', '后续情况']),
    );
  });

  it('are one table in Word, of what they have in common', () => {
    const [list, ...none] = listsOf(mixed, 'docx', head);
    expect(none).toEqual([]);
    expect(list?.records).toEqual(mixed);
    expect(list?.outline.columns.map(({ heading }) => heading)).toEqual([
      '类别',
      '名称',
      '时间',
      '单位',
      '级别',
      '文号',
    ]);
  });
});

describe('a list of one kind', () => {
  it('has its own columns in Word, too', () => {
    const [list] = listsOf([activity()], 'docx', head);
    expect(list?.outline).toMatchObject({ name: '搜索结果', notes: ['搜索：示例；共 4 条'] });
    expect(list?.outline.columns.map(({ heading }) => heading)).toContain('期次');
  });

  it('has the columns that a ledger shows', () => {
    const { outline } = listOfKind('honor', [], 'xlsx', head, [
      { name: 'note', heading: '备注' },
      { name: 'date', heading: '时间' },
    ]);
    expect(outline.fields).toEqual(['note', 'date']);
    expect(outline.columns).toEqual([
      { heading: '备注', type: 'text' },
      { heading: '时间', type: 'date' },
    ]);
  });

  it('is refused for Word when it is too long or too wide for paper', () => {
    const one = blank('honor', 'honor-9');
    const many = Array.from({ length: 5001 }, () => one);
    expect(refuseForWord([listOfKind('honor', [one], 'docx', head)])).toBeNull();
    expect(refuseForWord([listOfKind('honor', many, 'docx', head)])).toContain('5001 条');
    const wide = Array.from({ length: 17 }, () => ({ name: 'note', heading: '备注' }));
    expect(refuseForWord([listOfKind('honor', [one], 'docx', head, wide)])).toContain('17 列');
  });
});
