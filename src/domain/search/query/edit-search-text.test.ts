import { describe, expect, it } from 'vitest';
import type { FilterCondition } from '../search-expression.ts';
import { filtersOf, withFilter, withoutFilter, withoutPart, withYears } from './edit-search-text.ts';
import { MAX_SEARCH_LENGTH, parseSearchText } from './parse-search-text.ts';
import { QUERY_CONTEXT } from './query-fixtures.ts';

const year = (from: number | null, to = from): FilterCondition => ({ type: 'year', from, to });
const set = (text: string, condition: FilterCondition) => withFilter(text, condition, QUERY_CONTEXT);
const filters = (text: string) => filtersOf(parseSearchText(text, QUERY_CONTEXT));

describe('a filter that is set by mouse', () => {
  it.each([
    ['', year(2019), '年:2019'],
    ['党建  "先进 集体"', year(2019), '党建  "先进 集体" 年:2019'],
    ['党建 ', year(2019, 2021), '党建 年:2019..2021'],
    ['甲 或 乙', year(2019), '甲 或 乙 年:2019'],
    ['年：2018  党建', year(2019), '年:2019  党建'],
    ['甲 年:2018 乙 2019..2020 丙', year(2021), '甲 年:2021 乙 丙'],
    ['甲 年:2018,2020', year(2021), '甲 年:2021'],
    ['党建 -年:2018', year(2019), '党建 -年:2018 年:2019'],
    ['(年:2018 或 有附件)', year(2019), '(年:2018 或 有附件) 年:2019'],
    ['类型:荣誉 甲', { type: 'kind', kinds: ['plan', 'honor'] }, '类型:荣誉,方案 甲'],
    ['类型:荣誉 甲', { type: 'kind', kinds: ['programme'] }, '类型:表彰项目 甲'],
    ['甲', { type: 'level', levels: ['国家级', null] }, '甲 级别:国家级,未定'],
    ['甲', { type: 'unitName', text: '示例 单位' }, '甲 单位:"示例 单位"'],
    ['单位:水务 甲', { type: 'unit', unitId: 'unit-water' }, '单位:水务 甲 单位:=市水务局示例'],
    ['甲', { type: 'unit', unitId: 'unit-old' }, '甲 单位编号:unit-old'],
    ['甲', { type: 'unit', unitId: 'unit-spaced' }, '甲 单位编号:unit-spaced'],
    ['甲', { type: 'unit', unitId: 'unknown' }, '甲 单位编号:unknown'],
    ['系列:一 工作:二', { type: 'field', field: 'series', text: '三' }, '系列:三 工作:二'],
    ['缺证书 有附件', { type: 'has', what: 'certificate', isThere: true }, '有证书 有附件'],
  ] as const)('%j with %o becomes %j', (text, condition, expected) => {
    expect(set(text, condition)).toBe(expected);
  });

  it.each([
    ['甲 "乙', '年:2019 甲 "乙'],
    ['甲 (乙 或 丙', '年:2019 甲 (乙 或 丙'],
    ['甲 或', '年:2019 甲 或'],
    ['或 "乙', '"或" "乙" 年:2019'],
  ])('stands where it is read as a filter: %j becomes %j', (text, expected) => {
    expect(set(text, year(2019))).toBe(expected);
  });

  it('goes when it could not narrow', () => {
    expect(set('甲 年:2019', year(null))).toBe('甲');
    expect(set('类型:荣誉 甲', { type: 'kind', kinds: [] })).toBe('甲');
    expect(set('级别:省', { type: 'level', levels: [] })).toBe('');
    expect(set('甲 单位:水务 乙', { type: 'unitName', text: ' ' })).toBe('甲 乙');
  });

  it('works on a text that is too long to be read whole', () => {
    const text = set('示例 '.repeat(MAX_SEARCH_LENGTH), year(2019));
    expect(filters(text).years).toEqual([{ from: 2019, to: 2019 }]);
    expect(filters(set(text, year(2020))).years).toEqual([{ from: 2020, to: 2020 }]);
  });

  it('is taken away again', () => {
    expect(withoutFilter('甲 年:2018 乙 2019..', 'year', QUERY_CONTEXT)).toBe('甲 乙');
    expect(withoutFilter('甲  乙', 'year', QUERY_CONTEXT)).toBe('甲  乙');
    expect(withoutFilter('甲 缺证书 有附件', 'has:certificate', QUERY_CONTEXT)).toBe('甲 有附件');
  });
});

describe('several years that are set by mouse', () => {
  const [single, several] = [
    { from: 2019, to: 2019 },
    { from: 2021, to: 2023 },
  ];

  it.each([
    ['甲', [several], '甲 年:2021..2023'],
    ['甲 年:2018 乙', [single, several], '甲 年:2019,2021..2023 乙'],
    ['甲 年:2018,2020 乙', [single, { from: 2021, to: null }], '甲 年:2019,2021.. 乙'],
    ['甲 2018..2019 -年:2020', [single], '甲 年:2019 -年:2020'],
    ['甲 (年:2018 或 年:2020)', [single, several], '甲 年:2019,2021..2023'],
    ['甲 年:2018,2020', [], '甲'],
  ])('in %j %o become %j', (text, years, expected) => {
    const written = withYears(text, years, QUERY_CONTEXT);
    expect(written).toBe(expected);
    expect(filters(written).years).toEqual(years);
  });
});

describe('a part that is removed', () => {
  it.each([
    ['甲  年:2019  乙', 1, '甲 乙'],
    ['甲 乙', 0, '乙'],
    ['甲 乙 ', 1, '甲'],
    ['甲', 0, ''],
    ['"甲 乙"丙', 0, '丙'],
    ['甲(乙 丙)丁', 1, '甲 丁'],
    ['甲 -(乙 或 丙', 1, '甲'],
    ['甲 或', 0, ''],
    ['甲 )', 0, ''],
    ['甲 "', 0, ''],
  ])('from %j (its part %d) leaves %j', (text, index, expected) => {
    const part = parseSearchText(text, QUERY_CONTEXT).parts[index];
    expect(part).toBeDefined();
    expect(part && withoutPart(text, part, QUERY_CONTEXT)).toBe(expected);
  });

  it('may be what a problem names', () => {
    const text = '甲 年:20 乙';
    const [problem] = parseSearchText('甲 单位: 有附件', QUERY_CONTEXT).problems;
    expect(problem && withoutPart('甲 单位: 有附件', problem, QUERY_CONTEXT)).toBe('甲 有附件');
    expect(withoutPart(text, { start: 2, end: 6 }, QUERY_CONTEXT)).toBe('甲 乙');
  });
});

describe('the filters that selects show', () => {
  it('are those at the top level that are not excluded', () => {
    const text =
      '甲 类型:荣誉,方案 级别:未定 年:2019.. 单位:水务 单位:=市水务局示例 系列:一 缺证书 -工作:二 (地点:三 或 届:四)';
    expect(filters(text)).toEqual({
      kinds: ['honor', 'plan'],
      levels: [null],
      years: [{ from: 2019, to: null }],
      unitId: 'unit-water',
      unitName: '水务',
      fields: { series: '一' },
      things: { certificate: false },
    });
  });

  it('are none for text alone', () => {
    expect(filters('甲 -年:2019')).toEqual({
      kinds: [],
      levels: [],
      years: [],
      unitId: null,
      unitName: null,
      fields: {},
      things: {},
    });
  });

  it('are the first of several for the same', () => {
    expect(filters('年:2019 年:2020 系列:一 系列:二 有附件 缺附件')).toMatchObject({
      years: [{ from: 2019, to: 2019 }],
      fields: { series: '一' },
      things: { attachment: true },
    });
  });
});
