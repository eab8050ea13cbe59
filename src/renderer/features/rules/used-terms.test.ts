import { expect, test } from 'vitest';
import { activity, honor } from '#domain/records/record-fixtures';
import { usedTerms } from './used-terms.ts';

test('words are counted list by list, most used first, empty ones left out', () => {
  const used = usedTerms([
    honor({ round: '第一届', location: '示例档案室' }),
    honor({ round: '第二届' }),
    honor({ round: '第二届' }),
    activity({ place: '示例会议室', series: '' }),
  ]);
  expect([...(used.get('届次') ?? [])]).toEqual([
    ['第二届', 2],
    ['第一届', 1],
  ]);
  expect([...(used.get('地点') ?? [])]).toEqual([['示例会议室', 1]]);
  expect([...(used.get('系列') ?? [])]).toEqual([]);
});
