import { describe, expect, it } from 'vitest';
import type { FilterCondition, SearchExpression } from '../search-expression.ts';
import { MAX_SEARCH_LENGTH, MAX_SEARCH_TERMS, parseSearchText } from './parse-search-text.ts';
import { QUERY_CONTEXT } from './query-fixtures.ts';

const word = (text: string): SearchExpression => ({ type: 'text', text, isPhrase: false });
const phrase = (text: string): SearchExpression => ({ type: 'text', text, isPhrase: true });
const all = (...parts: SearchExpression[]): SearchExpression => ({ type: 'all', parts });
const any = (...parts: SearchExpression[]): SearchExpression => ({ type: 'any', parts });
const not = (part: SearchExpression): SearchExpression => ({ type: 'not', part });
const years = (from: number | null, to: number | null): SearchExpression => ({ type: 'year', from, to });
const levels = (...each: (FilterCondition & { type: 'level' })['levels']): SearchExpression => ({
  type: 'level',
  levels: each,
});
const field = (name: (FilterCondition & { type: 'field' })['field'], text: string): SearchExpression => ({
  type: 'field',
  field: name,
  text,
});
const has = (what: (FilterCondition & { type: 'has' })['what'], isThere = true): SearchExpression => ({
  type: 'has',
  what,
  isThere,
});

const read = (text: string) => parseSearchText(text, QUERY_CONTEXT);
const asked = (text: string) => read(text).expression;
/** Each problem with the text that it names. */
const problems = (text: string) => read(text).problems.map(({ code, start, end }) => [code, text.slice(start, end)]);
const parts = (text: string) => read(text).parts.map(({ start, end }) => text.slice(start, end));

/** Milliseconds of the best of five runs: other programs on the machine can only make it slower. */
function fastest(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const started = Date.now();
    run();
    return Date.now() - started;
  });
  return Math.min(...times);
}

describe('terms', () => {
  it.each([
    ['', all()],
    [' \u3000\t\n ', all()],
    ['党建', word('党建')],
    ['党', word('党')],
    ['党建 先进', all(word('党建'), word('先进'))],
    ['党建\u3000先进', all(word('党建'), word('先进'))],
    ['党建，先进', word('党建，先进')],
    ['"先进 集体"', phrase('先进 集体')],
    ['“先进 集体”', phrase('先进 集体')],
    ['”先进 集体“', phrase('先进 集体')],
    ['＂先进＂', phrase('先进')],
    ['「先进」', phrase('先进')],
    ['『先进』', phrase('先进')],
    ['"先进”', phrase('先进')],
    ['“先进"', phrase('先进')],
    ['"他说""好"""', phrase('他说"好"')],
    ['"开展“双对标”活动"', phrase('开展“双对标”活动')],
    ['“双对标”活动', all(phrase('双对标'), word('活动'))],
    ['党建 -先进', all(word('党建'), not(word('先进')))],
    ['－先进', not(word('先进'))],
    ['-"先进 集体"', not(phrase('先进 集体'))],
    ['--先进', word('先进')],
    ['-(党建 先进)', not(all(word('党建'), word('先进')))],
    ['-年:2019', not(years(2019, 2019))],
    ['-有附件', not(has('attachment'))],
  ])('%j', (text, expected) => {
    expect(asked(text)).toEqual(expected);
    expect(problems(text)).toEqual([]);
  });
});

describe('或 joins the terms beside it, closer than a blank does', () => {
  it.each([
    ['甲 或 乙', any(word('甲'), word('乙'))],
    ['甲 OR 乙', any(word('甲'), word('乙'))],
    ['甲|乙｜丙', any(word('甲'), word('乙'), word('丙'))],
    ['甲 || 乙', any(word('甲'), word('乙'))],
    ['甲 或者 乙', any(word('甲'), word('乙'))],
    ['甲 乙 或 丙 丁', all(word('甲'), any(word('乙'), word('丙')), word('丁'))],
    ['甲 AND 乙', all(word('甲'), word('乙'))],
    ['甲 或 -乙', any(word('甲'), not(word('乙')))],
    ['(甲 乙) 或 (丙 丁)', any(all(word('甲'), word('乙')), all(word('丙'), word('丁')))],
    ['（甲 或 乙） 丙', all(any(word('甲'), word('乙')), word('丙'))],
    ['(甲 或 (乙 或 丙))', any(word('甲'), word('乙'), word('丙'))],
    ['机关(先进 或 模范)', all(word('机关'), any(word('先进'), word('模范')))],
    ['年:2019 或 有证书', any(years(2019, 2019), has('certificate'))],
  ])('%j', (text, expected) => {
    expect(asked(text)).toEqual(expected);
    expect(problems(text)).toEqual([]);
  });

  it.each([
    ['甲或乙', word('甲或乙')],
    ['甲 or 乙', all(word('甲'), word('or'), word('乙'))],
    ['或', phrase('或')],
    ['OR', phrase('OR')],
    ['-或', not(phrase('或'))],
  ])('but is text in %j', (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });
});

describe('filters', () => {
  it.each([
    ['年:2019', years(2019, 2019)],
    ['年：２０１９', years(2019, 2019)],
    ['年:2019年度', years(2019, 2019)],
    ['年:二〇一九', years(2019, 2019)],
    ['年:二○一九年', years(2019, 2019)],
    ['年:2019..2021', years(2019, 2021)],
    ['年:2019-2021', years(2019, 2021)],
    ['年:2019—2021', years(2019, 2021)],
    ['年:2019至2021', years(2019, 2021)],
    ['年:二〇一九至二〇二一', years(2019, 2021)],
    ['年:2021..2019', years(2019, 2021)],
    ['年:2019..', years(2019, null)],
    ['年:2019至今', years(2019, null)],
    ['年:..2021', years(null, 2021)],
    ['年:2019,2021', any(years(2019, 2019), years(2021, 2021))],
    ['2019..2021', years(2019, 2021)],
    ['2019。。2021', years(2019, 2021)],
    ['2019…2021', years(2019, 2021)],
    ['year:2019', years(2019, 2019)],
    ['YEAR:2019', years(2019, 2019)],
    ['级别:国家级', levels('国家级')],
    ['级别:国家', levels('国家级')],
    ['级别:省', levels('省部级')],
    ['级别:省部', levels('省部级')],
    ['级别:省级，国家级、省', levels('国家级', '省部级')],
    ['级别:未定,其它', levels('其他', null)],
    ['level:national', levels('国家级')],
    ['单位:水务', { type: 'unitName', text: '水务' }],
    ['单位:"示例 单位"', { type: 'unitName', text: '示例 单位' }],
    ['单位:"=水务"', { type: 'unitName', text: '=水务' }],
    ['单位:党校（示例）', { type: 'unitName', text: '党校（示例）' }],
    ['单位:=市水务局示例', { type: 'unit', unitId: 'unit-water' }],
    ['单位编号:unit-water', { type: 'unit', unitId: 'unit-water' }],
    ['类型:活动', { type: 'kind', kinds: ['activity'] }],
    ['类型:活动,表彰', { type: 'kind', kinds: ['honor', 'activity'] }],
    ['类型:项目', { type: 'kind', kinds: ['programme'] }],
    ['kind:honor', { type: 'kind', kinds: ['honor'] }],
    ['届:第六届', field('round', '第六届')],
    ['系列:故事汇', field('series', '故事汇')],
    ['工作:红色工程', field('work', '红色工程')],
    ['状态:现行', field('status', '现行')],
    ['文号:菏工委〔2019〕5号', field('documentNo', '菏工委〔2019〕5号')],
    ['证书号:A-1', field('certificateNo', 'A-1')],
    ['地点:礼堂', field('place', '礼堂')],
    ['项目:文明单位', field('programme', '文明单位')],
    ['标题:“先进 集体”', field('title', '先进 集体')],
    ['标题:a:b', field('title', 'a:b')],
    ['有附件', has('attachment')],
    ['缺证书', has('certificate', false)],
    ['有文号', has('documentNo')],
    ['缺文号', has('documentNo', false)],
    ['缺日期', has('date', false)],
    ['缺级别', has('level', false)],
    ['有备注', has('note')],
    ['有关联', has('link')],
    ['无附件', has('attachment', false)],
    ['没有附件', has('attachment', false)],
    ['has:attachment', has('attachment')],
    ['no:certificate', has('certificate', false)],
    ['地点： 礼堂', field('place', '礼堂')],
    ['单位: "示例 单位" 甲', all({ type: 'unitName', text: '示例 单位' }, word('甲'))],
  ])('%j', (text, expected) => {
    expect(asked(text)).toEqual(expected);
    expect(problems(text)).toEqual([]);
  });
});

describe('what merely looks like the language is text', () => {
  it.each([
    '时间:10:30',
    'http://example.invalid/a?b=c',
    '模范机关：荷力争先',
    '：',
    '有附件的通知',
    'No:20190045',
    '2019-2021',
    '2019',
    '2019.06.28',
    '认定（涉改单位）',
    '菏工委〔2019〕5号',
    '开展“双对标”活动',
    "xi'an",
    'C:\\示例',
    '.*[a-z]+$',
    '<b>示例</b>',
    '&amp;',
    '二〇一九年上半年',
    'constructor',
    '__proto__:x',
  ])('%j', (text) => {
    expect(asked(text)).toEqual(word(text));
    expect(problems(text)).toEqual([]);
  });

  it.each(['!!!', '：', '？。，', '*', '\\', '(*)'])('marks alone: %j', (text) => {
    expect(read(text).parts).toMatchObject([{ expression: text === '(*)' ? word('*') : word(text) }]);
    expect(problems(text)).toEqual([]);
  });

  it.each(['"', '""', '()', '(', ')', '-', '--', '|', '“', '-('])('marks of the language alone: %j', (text) => {
    expect(asked(text)).toEqual(phrase(text));
    expect(parts(`  ${text} `)).toEqual([text]);
  });
});

describe('what cannot be read is left out and told', () => {
  it.each([
    ['党建 "先进 集', all(word('党建'), phrase('先进 集')), [['unclosed-quote', '"']]],
    ['党建 "', word('党建'), [['unclosed-quote', '"']]],
    ['党建 ""', word('党建'), [['empty-quotes', '""']]],
    ['(甲 或 乙', any(word('甲'), word('乙')), [['unclosed-parenthesis', '(']]],
    ['-(甲 乙', not(all(word('甲'), word('乙'))), [['unclosed-parenthesis', '-(']]],
    ['甲 乙)', all(word('甲'), word('乙')), [['stray-parenthesis', ')']]],
    ['1）加强', all(word('1'), word('加强')), [['stray-parenthesis', '）']]],
    ['甲 ()', word('甲'), [['empty-group', '()']]],
    ['甲 -(', word('甲'), [['unclosed-parenthesis', '-(']]],
    ['甲 或', word('甲'), [['dangling-operator', '或']]],
    [
      '甲 或 )',
      word('甲'),
      [
        ['dangling-operator', '或'],
        ['stray-parenthesis', ')'],
      ],
    ],
    ['甲 - 乙', all(word('甲'), word('乙')), [['dangling-minus', '-']]],
    ['(甲 -)', word('甲'), [['dangling-minus', '-']]],
    ['甲 -|乙', any(word('甲'), word('乙')), [['dangling-minus', '-']]],
    ['甲 单位:', word('甲'), [['empty-value', '单位:']]],
    ['甲 单位: 有附件', all(word('甲'), has('attachment')), [['empty-value', '单位:']]],
    ['甲 年:20', word('甲'), [['unreadable-year', '20']]],
    ['甲 或 年:20', word('甲'), [['unreadable-year', '20']]],
    ['年:20 或 甲', word('甲'), [['unreadable-year', '20']]],
    ['年:0510', all(), [['unreadable-year', '0510']]],
    ['年:..', all(), [['unreadable-year', '..']]],
    ['级别:国家级,厂级', levels('国家级'), [['unknown-level', '厂级']]],
    ['类型:示例', all(), [['unknown-kind', '示例']]],
    ['单位:=示例', { type: 'unitName', text: '示例' }, [['unknown-unit', '=示例']]],
    ['单位:=同名示例', { type: 'unitName', text: '同名示例' }, [['unknown-unit', '=同名示例']]],
    ['单位:"水', { type: 'unitName', text: '水' }, [['unclosed-quote', '"']]],
  ] as const)('%j', (text, expected, told) => {
    expect(asked(text)).toEqual(expected);
    expect(problems(text)).toEqual(told);
  });

  it('a group of nothing is excluded by nothing but -()', () => {
    expect(asked('甲 -()')).toEqual(any());
    expect(asked('甲 -(年:20)')).toEqual(word('甲'));
  });
});

describe('the parts', () => {
  it.each([
    ['党建  年:2019 -"先进 集体" ', ['党建', '年:2019', '-"先进 集体"']],
    ['甲 或 乙 丙', ['甲 或 乙', '丙']],
    ['甲|乙 -(丙 丁)', ['甲|乙', '-(丙 丁)']],
    ['甲 单位:  "水 务" 乙', ['甲', '单位:  "水 务"', '乙']],
    ['甲 或', ['甲 或']],
    ['甲 (乙 丙', ['甲', '(乙 丙']],
    ['甲 年:20 乙', ['甲', '乙']],
    ['甲(乙 丙)丁', ['甲', '(乙 丙)', '丁']],
    ['', []],
  ])('of %j stand where they were typed', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it('have what they ask for, and whether they are excluded', () => {
    expect(read('甲 -年:2019 -乙 或 丙').parts).toEqual([
      { start: 0, end: 1, isNegated: false, expression: word('甲') },
      { start: 2, end: 9, isNegated: true, expression: not(years(2019, 2019)) },
      { start: 10, end: 16, isNegated: false, expression: any(not(word('乙')), word('丙')) },
    ]);
  });
});

describe('hostile input', () => {
  it.each([
    ['one long word', '示'.repeat(10_000)],
    ['many words', '示例 '.repeat(3_400)],
    ['open parentheses', '('.repeat(10_000)],
    ['open parentheses within words', '示('.repeat(5_000)],
    ['closed parentheses', `示${')'.repeat(9_999)}`],
    ['balanced parentheses', `${'('.repeat(5_000)}示${')'.repeat(5_000)}`],
    ['quotes', '"'.repeat(9_999)],
    ['quotes of two kinds', '“"'.repeat(5_000)],
    ['minus signs', '-'.repeat(10_000)],
    ['excluded groups', '-('.repeat(5_000)],
    ['bars', '示|'.repeat(5_000)],
    ['colons', '：'.repeat(10_000)],
    ['fields', '年:'.repeat(5_000)],
    ['commas', `级别:${','.repeat(9_990)}`],
    ['unknown values', `级别:${'示,'.repeat(4_990)}`],
    ['lone surrogates', '\ud842 \udfb7'.repeat(3_000)],
    ['control characters', '\u0000\u0007 \u200b'.repeat(2_500)],
  ])('%s are answered at once, and what was cut is told', (_, text) => {
    const { parts: found, problems: told } = read(text);
    expect(fastest(() => read(text))).toBeLessThan(100);
    expect(
      told.some(({ code, start, end }) => code === 'too-long' && start <= MAX_SEARCH_LENGTH && end === text.length),
    ).toBe(true);
    expect(found.length).toBeLessThanOrEqual(MAX_SEARCH_TERMS);
    expect(told.length).toBeLessThanOrEqual(20);
  });

  it('200 terms are read, and no more', () => {
    const text = Array.from({ length: 205 }, (_, index) => `t${index}`).join(' ');
    expect(parts(text)).toHaveLength(200);
    expect(problems(text)).toEqual([['too-many-terms', 't200 t201 t202 t203 t204']]);
    expect(problems(text.slice(0, text.indexOf(' t200')))).toEqual([]);
  });

  it('no character is cut in two', () => {
    const text = `${'a'.repeat(MAX_SEARCH_LENGTH - 1)}𠮷b`;
    expect(asked(text)).toEqual(word('a'.repeat(MAX_SEARCH_LENGTH - 1)));
    expect(problems(text)).toEqual([['too-long', '𠮷b']]);
  });

  it('control characters and lone surrogates ask for nothing and break no word', () => {
    expect(asked('\u0000 \ud842 \u200b')).toEqual(all());
    expect(asked('年\u200b:2019')).toEqual(years(2019, 2019));
    expect(asked('党\u0000建')).toEqual(word('党\u0000建'));
  });
});
