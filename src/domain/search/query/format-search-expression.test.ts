import { describe, expect, it } from 'vitest';
import type { SearchExpression } from '../search-expression.ts';
import { formatSearchExpression } from './format-search-expression.ts';
import { parseSearchText } from './parse-search-text.ts';
import { QUERY_CONTEXT } from './query-fixtures.ts';

/** What was typed, written in its one form. */
const rewrite = (text: string) =>
  formatSearchExpression(parseSearchText(text, QUERY_CONTEXT).expression, QUERY_CONTEXT);

describe('an expression is written', () => {
  it.each([
    ['  党建\u3000先进 ', '党建 先进'],
    ['“先进 集体”', '"先进 集体"'],
    ['「他说"好"」', '"他说""好"""'],
    ['甲|乙', '甲 或 乙'],
    ['甲 乙 OR 丙', '甲 (乙 或 丙)'],
    ['（甲 乙） 或 －丙', '(甲 乙) 或 -丙'],
    ['-(甲 或 乙)', '-(甲 或 乙)'],
    ['((甲))', '甲'],
    ['year:2019', '年:2019'],
    ['年：二〇一九至二〇二一', '年:2019..2021'],
    ['2019..', '年:2019..'],
    ['年:2019 或 2021..2022', '年:2019,2021..2022'],
    ['甲 -（年:2019|年:2021）', '甲 -年:2019,2021'],
    ['年:2019 或 年:2021 或 甲', '年:2019 或 年:2021 或 甲'],
    ['级别:未定，省', '级别:省部级,未定'],
    ['kind:activity,honor', '类型:荣誉,活动'],
    ['单位:"水务"', '单位:水务'],
    ['单位:=市水务局示例', '单位:=市水务局示例'],
    ['单位编号:unit-water', '单位:=市水务局示例'],
    ['单位编号:unit-new', '单位编号:unit-new'],
    ['no:attachment', '缺附件'],
    ['没有备注', '缺备注'],
    ['()', '"()"'],
    ['', ''],
  ])('%j as %j', (text, expected) => {
    expect(rewrite(text)).toBe(expected);
  });

  it.each([
    [{ type: 'any', parts: [] }, '-()'],
    [{ type: 'all', parts: [] }, ''],
    [{ type: 'text', text: '甲 乙', isPhrase: false }, '甲 乙'],
    [{ type: 'text', text: '年:2019', isPhrase: false }, '"年:2019"'],
    [{ type: 'text', text: '有附件', isPhrase: false }, '"有附件"'],
    [{ type: 'text', text: '-甲', isPhrase: false }, '"-甲"'],
    [{ type: 'year', from: null, to: null }, '有日期'],
    [{ type: 'not', part: { type: 'not', part: { type: 'has', what: 'date', isThere: false } } }, '缺日期'],
  ] as const satisfies readonly (readonly [SearchExpression, string])[])('%o as %j', (expression, expected) => {
    expect(formatSearchExpression(expression, QUERY_CONTEXT)).toBe(expected);
  });

  it('with the word of scripts where a kind has no name of its own', () => {
    const context = {
      ...QUERY_CONTEXT,
      kindNames: [
        { kind: 'honor', names: ['荣誉'] },
        { kind: 'plan', names: ['荣誉'] },
        { kind: 'person', names: ['人, 员'] },
      ],
    } as const;
    const text = formatSearchExpression({ type: 'kind', kinds: ['honor', 'person', 'unit'] }, context);
    expect(text).toBe('类型:honor,person,unit');
    expect(parseSearchText('类型:荣誉', context).expression).toEqual({ type: 'kind', kinds: ['honor', 'plan'] });
  });
});
