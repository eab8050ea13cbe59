import { expect, it } from 'vitest';
import type { ImportProblem, ProposedRecord } from './import-row.ts';
import { mendableFields, mendedRecord } from './mend-row.ts';

const RECORD: ProposedRecord = {
  kind: 'honor',
  fields: {
    title: '示例荣誉',
    recipients: ['示例单位甲', { name: '示例某', unit: '示例单位乙', role: '' }],
    awardedBy: ['示例省委'],
    collective: true,
    certificateNo: 'A-1',
  },
  origins: {},
};
const PROBLEM: ImportProblem = {
  sheet: '荣誉',
  row: 3,
  column: 'F',
  field: 'date',
  text: '2021年13月',
  code: 'impossible-date',
  repair: { how: 'type-date' },
};

it('offers what is wrong first, with the text of the cell, then what can be read', () => {
  const fields = mendableFields(RECORD, [PROBLEM]);
  expect(fields[0]).toMatchObject({ name: 'date', text: '2021年13月', problem: { code: 'impossible-date' } });
  const texts = Object.fromEntries(fields.map(({ name, text }) => [name, text]));
  expect(texts).toMatchObject({
    title: '示例荣誉',
    recipients: '示例单位甲、示例某（示例单位乙）',
    awardedBy: '示例省委',
    collective: '集体',
    level: '',
    certificateNo: 'A-1',
  });
  expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
});

it('takes what was typed, by the rules of a cell, and keeps all else as it was read', () => {
  const typed = new Map([
    ['date', '2021.12'],
    ['awardedBy', '示例省委、示例省政府'],
    ['collective', '个人'],
  ]);
  expect(mendedRecord(RECORD, typed)).toEqual({
    ...RECORD.fields,
    date: '2021.12',
    awardedBy: ['示例省委', '示例省政府'],
    collective: false,
  });
});
