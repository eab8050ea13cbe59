import { describe, expect, it, test } from 'vitest';
import { DEFAULT_LEVEL_RULES } from '#domain/vocabulary/level-rules';
import { ministryLevel, moveRow, ruleProblems, toRows, toRules, withMinistryLevel } from './rule-rows.ts';

const rows = toRows(['甲*', '乙*', '丙*'].map((pattern) => ({ pattern, level: '市厅级', note: '' })));
const patterns = (list: typeof rows) => list.map(({ pattern }) => pattern);

test('a row is moved, and not beyond the ends', () => {
  expect(patterns(moveRow(rows, 'r2', () => 0))).toEqual(['丙*', '甲*', '乙*']);
  expect(patterns(moveRow(rows, 'r0', (at) => at + 1))).toEqual(['乙*', '甲*', '丙*']);
  expect(patterns(moveRow(rows, 'r0', (at) => at - 1))).toEqual(patterns(rows));
  expect(patterns(moveRow(rows, 'nobody', () => 0))).toEqual(patterns(rows));
});

describe('a rule that cannot be saved', () => {
  it.each([
    ['no pattern', { pattern: ' ' }, { code: 'empty' }],
    ['a pattern that is too long', { pattern: '长'.repeat(61) }, { code: 'too-long' }],
    ['too many stars', { pattern: '*甲'.repeat(9) }, { code: 'stars' }],
    ['a note that is too long', { note: '长'.repeat(201) }, { code: 'note' }],
    ['the pattern of an earlier one', { pattern: ' 甲＊' }, { code: 'repeated', order: 1 }],
  ])('has %s', (_what, change, problem) => {
    expect(ruleProblems(rows.map((row) => (row.key === 'r1' ? { ...row, ...change } : row)))).toEqual([
      { key: 'r1', ...problem },
    ]);
  });

  it('is none of those that the program comes with', () => {
    expect(ruleProblems(toRows(DEFAULT_LEVEL_RULES))).toEqual([]);
  });
});

describe('what ministries count as', () => {
  const shipped = toRows(DEFAULT_LEVEL_RULES);

  it('is national in the shipped table, and can be made provincial and back', () => {
    expect(ministryLevel(shipped)).toBe('国家级');
    const provincial = withMinistryLevel(shipped, '省部级');
    expect(ministryLevel(provincial)).toBe('省部级');
    expect(provincial.find(({ pattern }) => pattern === '教育部*')?.level).toBe('省部级');
    expect(provincial.find(({ pattern }) => pattern === '国务院*')?.level).toBe('国家级');
    expect(toRules(withMinistryLevel(provincial, '国家级'))).toEqual(DEFAULT_LEVEL_RULES);
  });

  it('is mixed when single rules were changed, and nothing without such rules', () => {
    const mixed = shipped.map((row) => (row.pattern === '教育部*' ? { ...row, level: '省部级' as const } : row));
    expect(ministryLevel(mixed)).toBe('mixed');
    expect(ministryLevel(rows)).toBeNull();
  });
});
