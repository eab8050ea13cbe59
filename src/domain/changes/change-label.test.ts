import { expect, it } from 'vitest';
import { changeLabel } from './change-label.ts';

it('names few records by their titles, and says that there are more', () => {
  expect(changeLabel(['甲'])).toBe('甲');
  expect(changeLabel(['甲', '乙', '丙'])).toBe('甲、乙、丙');
  expect(changeLabel(Array.from({ length: 100_000 }, (_, index) => `第${index}条`))).toBe(
    '第0条、第1条、第2条、第3条、第4条…',
  );
});

it('cuts long titles by characters', () => {
  expect(changeLabel(['𠮷'.repeat(61), '乙'])).toBe(`${'𠮷'.repeat(60)}…、乙`);
  expect(changeLabel(Array.from({ length: 9 }, () => '长'.repeat(1000))).length).toBeLessThan(320);
});
