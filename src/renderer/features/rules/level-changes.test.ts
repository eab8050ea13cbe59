import { expect, test } from 'vitest';
import { honor } from '#domain/records/record-fixtures';
import type { Level } from '#domain/vocabulary/levels';
import { findLevelChanges } from './level-changes.ts';

const follows = (level: Level | null) => ({ deriveLevel: () => level });

test('an honour changes when another level follows, unless its level has a reason', () => {
  const honors = [
    honor({ title: '同级', level: '省部级' }),
    honor({ title: '不同级', level: '国家级' }),
    honor({ title: '未定', level: null }),
    honor({ title: '有理由', level: '国家级', levelReason: '示例理由' }),
  ];
  expect(findLevelChanges(honors, follows('省部级')).map((change) => change.honor.title)).toEqual(['不同级', '未定']);
  expect(findLevelChanges(honors, follows(null))).toEqual([]);
});
