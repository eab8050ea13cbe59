import { describe, expect, it } from 'vitest';
import type { ArchiveRecord } from '#domain/records/archive-record';
import { firstRevision } from '#domain/records/build-record';
import type { RecordId } from '#domain/records/record-base';
import { FIRST, honor } from '#domain/records/record-fixtures';
import { accountRows, describeUndoProblem, editsInWords, undoButton, undoneText } from './undo-words.ts';

const NONE = { takenBack: 0, putBack: 0, units: 0, along: 0, gone: 0 };

describe('what an undo says that it does', () => {
  it('counts units, restored records and what goes along apart from the records that go', () => {
    const counts = { takenBack: 20, putBack: 4, units: 3, along: 1, gone: 2 };
    expect(accountRows(counts, 5).map(({ label, value }) => `${label}：${value}`)).toEqual([
      '移除记录：12 条，移到回收站',
      '恢复原内容：4 条导入前就有的记录，只退回这次导入改过的内容',
      '移除单位：3 个，只有这次导入用到',
      '连带移除：1 项附件、关联、归档等，随所属记录一起移到回收站',
      '保留：5 条后来改过的记录，原样不动',
      '早已删除：2 条，不再变动',
    ]);
    expect(undoButton(counts)).toBe('撤销导入，移除 12 条记录');
    expect(undoneText('示例.xlsx', counts, 5)).toBe(
      '已撤销导入“示例.xlsx”：移除 12 条记录，恢复 4 条记录的原内容，移除 3 个单位，保留 5 条改过的记录',
    );
  });

  it('leaves out what there is none of', () => {
    expect(accountRows({ ...NONE, takenBack: 2 }, 0).map(({ label }) => label)).toEqual(['移除记录']);
    expect(undoButton({ ...NONE, takenBack: 2, putBack: 2 })).toBe('撤销导入，恢复 2 条记录的原内容');
    expect(undoButton({ ...NONE, gone: 2 })).toBe('撤销导入');
    expect(undoneText('示例.xlsx', { ...NONE, gone: 2 }, 0)).toBe('已撤销导入“示例.xlsx”');
  });
});

describe('what was done to a record since', () => {
  const photo = (name: string) =>
    ({ kind: 'attachment', id: name as RecordId, ...firstRevision(FIRST), name }) as unknown as ArchiveRecord;

  it('names fields as forms do, and what was put to it by its name', () => {
    expect(editsInWords({ record: honor(), fields: ['level', 'note'], dependents: [photo('奖牌.jpg')] })).toEqual({
      fields: '级别、备注',
      along: '附件“奖牌.jpg”',
    });
    expect(editsInWords({ record: honor(), fields: [], dependents: [] })).toEqual({ fields: '', along: '' });
  });

  it('names three and counts the rest', () => {
    const dependents = ['甲.jpg', '乙.jpg', '丙.jpg', '丁.jpg'].map(photo);
    expect(editsInWords({ record: honor(), fields: [], dependents }).along).toBe(
      '附件“甲.jpg”、附件“乙.jpg”、附件“丙.jpg” 等 4 项',
    );
  });
});

it('says why an import cannot be taken back, in its own words where it has some', () => {
  expect(describeUndoProblem({ code: 'gone', id: 'batch-1' })).toContain('找不到这次导入');
  expect(describeUndoProblem({ code: 'nothing-to-undo' })).toContain('已经撤销');
  expect(describeUndoProblem({ code: 'history-lost' })).toContain('抢救重建');
});
