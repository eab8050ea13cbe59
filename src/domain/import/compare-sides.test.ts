import { expect, it } from 'vitest';
import { honor, readGood } from '../records/record-fixtures.ts';
import { compareSides, saidFields } from './compare-sides.ts';

const draft = (fields: object) => readGood('honor', { title: '示例荣誉', ...fields }).draft;

it('sets a row beside a record field by field, and leaves out what neither says', () => {
  const record = honor();
  const sides = compareSides(draft({ title: record.title, documentNo: '示发〔2023〕1号' }), { in: 'archive', record });
  const byName = new Map(sides.map((side) => [side.name, side]));
  expect(byName.get('title')).toMatchObject({ mine: record.title, theirs: record.title, isSame: true });
  expect(byName.get('documentNo')).toMatchObject({ mine: '示发〔2023〕1号', isSame: false });
  expect(byName.has('certificateNo')).toBe(false);
});

it('sets rows of one file side by side; who a person belongs to is part of the recipient', () => {
  const of = (unit: string) =>
    draft({ collective: false, recipients: [{ name: '示例某', unit, role: '' }], date: '2023.5' });
  const sides = compareSides(of('示例单位甲'), { in: 'file', draft: of('示例单位乙') });
  expect(sides.filter(({ isSame }) => !isSame)).toEqual([
    { name: 'recipients', mine: '示例某（示例单位甲）', theirs: '示例某（示例单位乙）', isSame: false },
  ]);
  expect(sides.find(({ name }) => name === 'date')?.mine).toBe('2023年5月');
});

it('tells what a row says, and nothing of what stands in an empty form', () => {
  const said = saidFields(draft({ awardedBy: ['示例省委', '示例省政府'], level: '省部级' }));
  expect(said).toEqual([
    { name: 'title', text: '示例荣誉' },
    { name: 'collective', text: '集体' },
    { name: 'awardedBy', text: '示例省委、示例省政府' },
    { name: 'level', text: '省部级' },
  ]);
});
