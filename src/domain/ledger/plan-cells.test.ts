import { describe, expect, it } from 'vitest';
import { activity, honor, recipient, TODAY } from '../records/record-fixtures.ts';
import { planCells } from './plan-cells.ts';

const planOne = (name: string, text: string, record = honor()) =>
  planCells('honor', [{ row: 1, record, cells: [{ name, text }] }], TODAY);
const draftOf = (name: string, text: string, record = honor()) =>
  planOne(name, text, record).changes.edits[0]?.fields[name];

describe('the text of a cell', () => {
  it.each([
    ['title', '示例新名称', '示例新名称'],
    ['level', '省级', '省部级'],
    ['collective', '个人', false],
    ['awardedBy', '示例甲机关、示例乙机关', ['示例甲机关', '示例乙机关']],
    ['carriers', '证书；奖牌', ['证书', '奖牌']],
    ['verification', '已核实', '已核实'],
    ['programme', '示例项目', { printed: '示例项目', id: null }],
  ])('becomes the draft of %s', (name, text, draft) => {
    expect(draftOf(name, text)).toEqual(draft);
  });

  it('is read as a date by the rules of forms', () => {
    expect(draftOf('date', '2013.5')).toMatchObject({ start: '2013-05-01', precision: 'month' });
    expect(draftOf('date', '不详')).toMatchObject({ precision: 'unknown' });
  });

  it.each([
    ['title', '', 'required'],
    ['title', '长'.repeat(301), 'too-long'],
    ['date', '2023年13月', 'impossible-date'],
    ['level', '宇宙级', 'not-a-choice'],
    ['collective', '也许', 'not-a-choice'],
    ['carriers', '证书、飞船', 'not-a-choice'],
    ['statusEvents', '保留', 'not-editable'],
    ['updatedAt', '今天', 'not-editable'],
  ])('is refused for %s (%s): %s', (name, text, code) => {
    const plan = planOne(name, text);
    expect(plan.cells[0]).toMatchObject({ outcome: 'refused', problem: { code } });
    expect(plan.changes.edits).toEqual([]);
    expect(plan.counts).toMatchObject({ changed: 0, refused: 1 });
  });

  it('is a number for a count, also with the commas of a spreadsheet', () => {
    const planCount = (text: string) =>
      planCells('activity', [{ row: 1, record: activity(), cells: [{ name: 'headcount', text }] }], TODAY);
    expect(planCount('1,200').changes.edits[0]?.fields).toEqual({ headcount: 1200 });
    expect(planCount('很多').cells[0]).toMatchObject({ outcome: 'refused', problem: { code: 'not-a-count' } });
  });

  it('that is there already changes nothing', () => {
    const record = honor();
    expect(planOne('title', ` ${record.title} `, record)).toMatchObject({
      cells: [{ outcome: 'same' }],
      changes: { edits: [] },
      counts: { same: 1 },
    });
  });

  it('keeps the roles of recipients who stay', () => {
    const record = honor({ collective: false, recipients: [{ ...recipient('示例甲某'), role: '领队' }] });
    expect(draftOf('recipients', '示例甲某、示例乙某', record)).toEqual([
      { name: '示例甲某', role: '领队', unit: '' },
      { name: '示例乙某', role: '', unit: '' },
    ]);
  });
});

describe('a new row', () => {
  it('becomes a record when it has a title and no problems', () => {
    const cells = [
      { name: 'title', text: '示例新荣誉' },
      { name: 'level', text: '国家级' },
    ];
    const plan = planCells('honor', [{ row: 7, record: null, cells }], TODAY);
    expect(plan.counts).toMatchObject({ added: 1, refused: 0 });
    expect(plan.changes.additions[0]).toMatchObject({ kind: 'honor', title: '示例新荣誉', level: '国家级', works: [] });
  });

  it('is refused without a title, naming its place', () => {
    const plan = planCells('honor', [{ row: 7, record: null, cells: [{ name: 'level', text: '国家级' }] }], TODAY);
    expect(plan.changes.additions).toEqual([]);
    expect(plan.cells.at(-1)).toMatchObject({ row: 7, name: 'title', problem: { code: 'required' } });
  });
});
