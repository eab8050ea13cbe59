import { expect, it } from 'vitest';
import { honor, unit } from '../records/record-fixtures.ts';
import type { RecordId } from '../records/record-base.ts';
import { changeOf } from './change-set.ts';
import { rewindRecords } from './rewind-records.ts';

const named = (id: string, title: string) => honor({ id: id as RecordId, title });

it('takes back what was changed, and leaves out what was not there yet', () => {
  const [first, second, third] = [named('h-1', '一'), named('h-1', '二'), named('h-1', '三')];
  const now = [unit('unit-1', '示例单位'), named('h-2', '新'), third];
  const latestFirst = [changeOf(second, third), changeOf(null, named('h-2', '新')), changeOf(first, second)];
  expect(rewindRecords(now, latestFirst.slice(0, 2)).map(({ id }) => id)).toEqual(['h-1', 'unit-1']);
  expect(rewindRecords(now, latestFirst)[0]).toEqual(first);
  expect(rewindRecords(now, [])).toHaveLength(3);
});
