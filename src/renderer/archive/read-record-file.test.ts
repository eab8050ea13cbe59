import { expect, test } from 'vitest';
import { readRecordFile } from './read-record-file.ts';

const TODAY = '2024-01-15';

test('what is odd about a record comes with it', () => {
  const records = [
    { kind: 'honor', title: '示例\u0007荣誉', date: '5月' },
    { kind: 'activity', title: '示例活动', date: '2030年' },
  ];
  const read = readRecordFile(JSON.stringify({ records }), TODAY);
  if (!read.ok) throw new Error('The file was refused.');
  expect(read.value.map(({ draft }) => draft.title)).toEqual(['示例荣誉', '示例活动']);
  expect(read.value.map(({ notices }) => notices.map(({ code }) => code))).toEqual([
    ['control-characters', 'missing-year'],
    ['future'],
  ]);
});

test('one bad record refuses the file and is named by its place', () => {
  const read = readRecordFile(JSON.stringify([{ kind: 'honor', title: '示例荣誉' }, { kind: 'honor' }]), TODAY);
  expect(read).toEqual({ ok: false, error: ['第 2 条：名称：不能为空'] });
});
