import { describe, expect, it } from 'vitest';
import { createPinyinMatcher } from '../../pinyin/pinyin-match.ts';
import { completeSearchText, MAX_SUGGESTIONS, type SearchVocabulary } from './complete-search-text.ts';

const READINGS = new Map(
  Object.entries({
    级: 'ji',
    别: 'bie',
    单: 'dan shan',
    位: 'wei',
    年: 'nian',
    份: 'fen',
    有: 'you',
    附: 'fu',
    件: 'jian',
    水: 'shui',
    务: 'wu',
    局: 'ju',
    国: 'guo',
    家: 'jia',
    红: 'hong',
    色: 'se',
    工: 'gong',
    程: 'cheng',
  }).map(([char, readings]) => [char, readings.split(' ')]),
);
const matcher = createPinyinMatcher((char) => READINGS.get(char) ?? []);

const VOCABULARY: SearchVocabulary = {
  matches: matcher.match,
  values: {
    year: ['2021', '2020', '2019'].map((name, index) => ({ name, count: index + 1 })),
    unit: ['示例水务局', '示例 教育局', '党校（示例）', '-示例'].map((name) => ({ name, count: 5 })),
    kind: ['荣誉', '活动'].map((name) => ({ name, count: 1 })),
    work: ['红色工程', '政治建设'].map((name) => ({ name, count: 1 })),
  },
  recent: ['年:2019 水务', '水务', '年:2019 水务'],
};

/** The text with a bar for the caret, completed with each suggestion in turn. */
function completed(typed: string, vocabulary = VOCABULARY): readonly string[] {
  const caret = typed.indexOf('¦');
  const text = typed.replace('¦', '');
  return completeSearchText(text, caret, vocabulary).map(
    ({ range, insert }) => text.slice(0, range[0]) + insert + text.slice(range[1]),
  );
}

/** Milliseconds of the best of five runs: other programs on the machine can only make it slower. */
function fastest(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const started = Date.now();
    run();
    return Date.now() - started;
  });
  return Math.min(...times);
}

describe('while a word is begun', () => {
  it.each([
    ['级¦', ['级别:', '有级别', '缺级别']],
    ['jb¦', ['级别:', '有级别', '缺级别']],
    ['党建 级¦', ['党建 级别:', '党建 有级别', '党建 缺级别']],
    ['-级¦', ['-级别:', '-有级别', '-缺级别']],
    ['(甲 或 级¦', ['(甲 或 级别:', '(甲 或 有级别', '(甲 或 缺级别']],
    ['yfj¦', ['有附件']],
    ['year¦', ['year:']],
    ['danwei¦', ['单位:', '单位编号:']],
    ['党建¦', []],
    ['级¦别', []],
    ['有附件¦', []],
  ])('%j can become %j', (typed, expected) => {
    expect(completed(typed)).toEqual(expected);
  });

  it('the name of a filter is completed up to its colon', () => {
    expect(completed('级¦份:2019')).toEqual([]);
    expect(completed('年¦份：2019')).toEqual(['年:2019']);
  });
});

describe('behind a colon', () => {
  it.each([
    ['年:¦', ['年:2021', '年:2020', '年:2019']],
    ['年：201¦', ['年：2019']],
    ['年:2019..202¦ 甲', ['年:2019..2021 甲', '年:2019..2020 甲']],
    ['年:20¦15 甲', ['年:2021 甲', '年:2020 甲', '年:2019 甲']],
    ['级别:¦', ['国家级', '省部级', '市厅级', '县处级', '其他', '未定'].map((level) => `级别:${level}`)],
    ['级别:国家级,gj¦', ['级别:国家级,国家级']],
    ['级别:国家级,省¦,未定', ['级别:国家级,省部级,未定']],
    ['单位:swj¦', ['单位:示例水务局']],
    ['单位:=水¦', ['单位:=示例水务局']],
    ['单位:教育¦', ['单位:"示例 教育局"']],
    ['单位:党校（¦', []],
    ['工作:hsgc¦', ['工作:红色工程']],
    ['地点:¦', []],
    ['年:2019¦', []],
  ])('%j can become %j', (typed, expected) => {
    expect(completed(typed, { ...VOCABULARY, recent: [] })).toEqual(expected);
  });
});

describe('nothing is suggested', () => {
  it.each(['"级¦', '"级¦"', '“年:¦', '单位:"水¦', '甲 ¦ 乙', '甲 或¦ 乙', '-¦', '，¦', '单位:（¦'])(
    'in %j',
    (typed) => {
      expect(completed(typed)).toEqual([]);
    },
  );

  it.each([-1, 1.5, 3, Number.NaN, Infinity])('at a caret of %d in a text of two', (caret) => {
    expect(completeSearchText('级别', caret, VOCABULARY)).toEqual([]);
  });
});

describe('searches made before', () => {
  it('are suggested for an empty box, each once', () => {
    expect(completed('¦')).toEqual(['年:2019 水务', '水务']);
  });

  it('are suggested for what is in them, behind what could be typed here, but not themselves', () => {
    expect(completed('水¦')).toEqual(['水务', '年:2019 水务']);
    expect(completed('水务¦')).toEqual(['年:2019 水务']);
    expect(completed('shuiw¦')).toEqual(['水务', '年:2019 水务']);
  });
});

describe('a suggestion', () => {
  it('has a label in pieces, and how many records have a value', () => {
    expect(completeSearchText('单位:水务', 5, VOCABULARY)).toEqual([
      {
        kind: 'value',
        insert: '示例水务局',
        range: [3, 5],
        count: 5,
        label: [
          { text: '示例', isMatch: false },
          { text: '水务', isMatch: true },
          { text: '局', isMatch: false },
        ],
      },
    ]);
    expect(completeSearchText('级', 1, VOCABULARY).map(({ kind, count }) => [kind, count])).toEqual([
      ['field', null],
      ['thing', null],
      ['thing', null],
    ]);
  });

  it('is found by its letters where no pinyin is given', () => {
    const { values, recent } = VOCABULARY;
    expect(completed('单位:水务¦', { values, recent })).toEqual(['单位:示例水务局']);
    expect(completed('单位:swj¦', { values, recent })).toEqual([]);
  });

  it('is one of at most MAX_SUGGESTIONS, found among 5,000 names before the next key', () => {
    const values = {
      unit: Array.from({ length: 5_000 }, (_, index) => ({ name: `示例水务局${index}`, count: index })),
    };
    const vocabulary = { ...VOCABULARY, values };
    expect(completeSearchText('单位:swj', 6, vocabulary)).toHaveLength(MAX_SUGGESTIONS);
    expect(fastest(() => completeSearchText('单位:swj', 6, vocabulary))).toBeLessThan(100);
  });
});
