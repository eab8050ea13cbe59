import { expect, test } from 'vitest';
import { parseSearchText } from '#domain/search/query/parse-search-text';
import { createUnitDirectory } from '#domain/units/unit-directory';
import { createQueryContext } from '../../archive/query-context.ts';
import { splitFilters } from './split-filters.ts';

const context = createQueryContext(createUnitDirectory([]));
const split = (text: string) => splitFilters(parseSearchText(text, context));

test('a text without filters stays as it is', () => {
  const parsed = parseSearchText('党建 "先进"', context);
  expect(splitFilters(parsed)).toEqual({ expression: parsed.expression, filters: {} });
});

test('filters that the engine knows leave the expression, the rest stays', () => {
  const { expression, filters } = split('先进 年:2019 级别:国家级,省级 类型:荣誉 -模范');
  expect(filters).toMatchObject({ years: [{ from: 2019, to: 2019 }], levels: ['国家级', '省部级'], kinds: ['honor'] });
  expect(expression).toEqual({
    type: 'all',
    parts: [
      { type: 'text', text: '先进', isPhrase: false },
      { type: 'not', part: { type: 'text', text: '模范', isPhrase: false } },
    ],
  });
});

test('several years are one filter', () => {
  expect(split('先进 年:2019,2021..').filters.years).toEqual([
    { from: 2019, to: 2019 },
    { from: 2021, to: null },
  ]);
  expect(split('2019..2021').expression).toEqual({ type: 'all', parts: [] });
});

test('what a filter of the engine could not say stays in the expression', () => {
  for (const text of ['级别:国家级,未定', '年:2019 年:2020', '年:2019 年:2020,2021', '年:2019 或 先进', '-类型:荣誉']) {
    const { expression, filters } = split(text);
    expect(Object.values(filters).filter((value) => value !== undefined)).toEqual([]);
    expect(JSON.stringify(expression)).not.toBe('{"type":"all","parts":[]}');
  }
});
