import { expect, test } from 'vitest';
import { messages } from './messages.ts';

test('reasons are said in words, long lists of names by their number', () => {
  expect(
    messages.reasons([
      { type: 'title', how: 'similar' },
      { type: 'owner', texts: ['示例市水务局'] },
      { type: 'year', year: 2019 },
    ]),
  ).toBe('名称相近　同一单位：示例市水务局　同为2019年');
  expect(messages.reasons([{ type: 'person', texts: ['示例甲某', '示例乙某', '示例丙某'] }])).toBe(
    '同一人员：示例甲某、示例乙某等 3 个',
  );
});
