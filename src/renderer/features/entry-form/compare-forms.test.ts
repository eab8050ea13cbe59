import { expect, test } from 'vitest';
import { compareForms, mergeForms } from './compare-forms.ts';
import { emptyForm } from './form-values.ts';

const TODAY = '2026-11-24';
const base = { ...emptyForm('honor'), title: '示例荣誉', documentNo: '示发〔2023〕1号', note: '原来' };

test('what both changed to something else is a conflict, what one changed is not', () => {
  const mine = { ...base, title: '示例荣誉甲', documentNo: '示发〔2023〕2号', round: '第三届' };
  const theirs = { ...base, title: '示例荣誉乙', note: '后来', round: '第三届' };
  const compared = compareForms('honor', { base, mine, theirs }, TODAY);
  expect(compared).toEqual({ conflicts: ['title'], onlyMine: ['documentNo'], onlyTheirs: ['note'] });
  const merged = mergeForms({ base, mine, theirs }, ['title', 'documentNo']);
  expect(merged).toMatchObject({ title: '示例荣誉甲', documentNo: '示发〔2023〕2号', note: '后来', round: '第三届' });
});

test('a date that is typed and the same date that is stored are no difference', () => {
  const stored = { raw: '2023年5月', start: '2023-05-01', end: '2023-05-31', precision: 'month' };
  const theirs = { ...base, date: stored };
  expect(compareForms('honor', { base, mine: { ...base, date: '2023年5月 ' }, theirs }, TODAY).conflicts).toEqual([]);
  expect(compareForms('honor', { base, mine: { ...base, date: '2023年6月' }, theirs }, TODAY).conflicts).toEqual([
    'date',
  ]);
});

test('a recipient by name and one without unit and role are the same, rows are compared by their fields', () => {
  const rows = [{ event: '保留', date: '2024', basis: '' }];
  const mine = { ...base, recipients: ['甲'], statusEvents: rows };
  const year = { raw: '2024', start: '2024-01-01', end: '2024-12-31', precision: 'year' };
  const theirs = {
    ...base,
    recipients: [{ name: '甲', unit: '', role: '' }],
    statusEvents: [{ basis: '', date: year, event: '保留' }],
  };
  expect(compareForms('honor', { base, mine, theirs }, TODAY)).toEqual({ conflicts: [], onlyMine: [], onlyTheirs: [] });
});
