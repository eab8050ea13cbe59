import { describe, expect, it } from 'vitest';
import { createPinyinMatcher } from './pinyin-match.ts';

const READINGS = new Map(
  Object.entries({
    菏: 'he',
    泽: 'ze shi',
    市: 'shi',
    中: 'zhong',
    级: 'ji',
    人: 'ren',
    民: 'min',
    法: 'fa',
    院: 'yuan',
    单: 'dan shan chan',
    县: 'xian xuan',
    委: 'wei',
    直: 'zhi',
    机: 'ji',
    关: 'guan wan',
    工: 'gong',
    山: 'shan',
    东: 'dong',
    省: 'sheng xing',
    女: 'nv ru',
    子: 'zi',
    共: 'gong',
    党: 'dang',
    校: 'xiao jiao',
    西: 'xi',
    安: 'an',
    先: 'xian',
    检: 'jian',
    察: 'cha',
    社: 'she',
    局: 'ju',
    暖: 'nuan xuan',
    水: 'shui',
    务: 'wu',
  }).map(([char, readings]) => [char, readings.split(' ')]),
);
const readingsOf = (char: string): readonly string[] => READINGS.get(char) ?? [];
const matcher = createPinyinMatcher(readingsOf);

const COURT = '菏泽市中级人民法院';

function score(typed: string, name: string): number {
  return matcher.match(typed, name)?.score ?? -1;
}

/** The name with its matched parts in brackets. */
function marked(typed: string, name: string): string | null {
  const match = matcher.match(typed, name);
  if (match === null) return null;
  let text = '';
  let done = 0;
  for (const [start, end] of match.ranges) {
    text += `${name.slice(done, start)}[${name.slice(start, end)}]`;
    done = end;
  }
  return text + name.slice(done);
}

describe('a name is found by', () => {
  it.each([
    ['菏泽中院', '菏泽中院', '[菏泽中院]'],
    ['菏泽', COURT, '[菏泽]市中级人民法院'],
    ['中级', COURT, '菏泽市[中级]人民法院'],
    ['hezezhongyuan', '菏泽中院', '[菏泽中院]'],
    ['HeZeZhongYuan', '菏泽中院', '[菏泽中院]'],
    ['ＨＥＺＥ', COURT, '[菏泽]市中级人民法院'],
    ['hzzy', '菏泽中院', '[菏泽中院]'],
    ['he泽zy', '菏泽中院', '[菏泽中院]'],
    ['he泽zy', COURT, '[菏泽]市[中]级人民法[院]'],
    ['hezhy', '菏泽中院', '[菏]泽[中院]'],
    ['hzzhy', '菏泽中院', '[菏泽中院]'],
    ['hzsh', COURT, '[菏泽市]中级人民法院'],
    ['hezeshizho', COURT, '[菏泽市中]级人民法院'],
    ['zjrmfy', COURT, '菏泽市[中级人民法院]'],
    ['fayuan', COURT, '菏泽市中级人民[法院]'],
    ['he ze', COURT, '[菏泽]市中级人民法院'],
    ["xi'an", '西安', '[西安]'],
    ['xian', '西安', '[西安]'],
    ['hézé', COURT, '[菏泽]市中级人民法院'],
    ['nvzi', '女子', '[女子]'],
    ['nüzi', '女子', '[女子]'],
    ['nǚzǐ', '女子', '[女子]'],
    ['shanxian', '单县人民法院', '[单县]人民法院'],
    ['danxian', '单县人民法院', '[单县]人民法院'],
    ['chanxuan', '单县人民法院', '[单县]人民法院'],
    ['sx', '单县', '[单县]'],
    ['dx', '单县', '[单县]'],
    ['菏中院', COURT, '[菏]泽市[中]级人民法[院]'],
    ['hzzy', COURT, '[菏泽]市[中]级人民法[院]'],
    ['swszjggw', '市委市直机关工委', '[市委市直机关工委]'],
    ['zgsddx', '中共（山东）党校', '[中共]（[山东]）[党校]'],
    ['中共山东', '中共（山东）党校', '[中共]（[山东]）党校'],
    ['暖1℃', '市人社局·暖1℃', '市人社局·[暖1℃]'],
    ['nuan1', '暖1℃', '[暖1]℃'],
    ['㈱', '山东㈱', '山东[㈱]'],
  ])('%j: %j', (typed, name, expected) => {
    expect(marked(typed, name)).toBe(expected);
  });
});

describe('a name is not found by', () => {
  it.each([
    ['菏泽院中', COURT],
    ['zehe', COURT],
    ['heza', COURT],
    ['xhz', COURT],
    ['hezhezhong', COURT],
    ['yhz', COURT],
    ['zy', COURT],
    ['单', COURT],
    ['市', '𠮷'],
    ['a', ''],
    ['constructor', COURT],
  ])('%j: %j', (typed, name) => {
    expect(matcher.match(typed, name)).toBeNull();
  });
});

describe('the score', () => {
  it('ranks exact, prefix, word start, substring, full pinyin, initials, elsewhere and scattered', () => {
    const chinese = [
      score('中级', '中级'),
      score('中级', '中级人民法院'),
      score('中级', COURT),
      score('级人', COURT),
      score('菏中院', COURT),
    ];
    expect(chinese).toEqual(chinese.toSorted((a, b) => b - a));
    expect(new Set(chinese).size).toBe(chinese.length);
    const pinyin = [
      score('级人', COURT),
      score('heze', COURT),
      score('hzs', COURT),
      score('zhongji', COURT),
      score('zjr', COURT),
      score('jirenm', COURT),
      score('hzzy', COURT),
    ];
    expect(pinyin.slice(0, 4)).toEqual(pinyin.slice(0, 4).toSorted((a, b) => b - a));
    expect(score('zhongji', COURT)).toBeGreaterThan(score('jiren', COURT));
    expect(score('zjr', COURT)).toBeGreaterThan(score('jrm', COURT));
    expect(score('jrm', COURT)).toBeGreaterThan(score('hzzy', COURT));
  });

  it('prefers the name of which more was typed', () => {
    expect(score('heze', '菏泽')).toBeGreaterThan(score('heze', COURT));
    expect(score('hz', '菏泽市')).toBeGreaterThan(score('hz', COURT));
  });
});

describe('ranking', () => {
  const names = [COURT, '市水务局', '菏泽市人民检察院', '菏泽', '单县人民法院', '市人社局'];

  it('puts the best first and keeps to the limit', () => {
    const ranked = matcher.rank('heze', names, (name) => name, 2);
    expect(ranked.map(({ item }) => item)).toEqual(['菏泽', '菏泽市人民检察院']);
  });

  it('gives everything in its order while nothing is typed', () => {
    for (const nothing of ['', '  ', '\u3000', '（', '\u200b']) {
      expect(matcher.rank(nothing, names, (name) => name, 100)).toEqual(
        names.map((item) => ({ item, score: 0, ranges: [] })),
      );
    }
  });

  it('gives nothing for a limit of none', () => {
    expect(matcher.rank('he', names, (name) => name, 0)).toEqual([]);
    expect(matcher.rank('he', names, (name) => name, -1)).toEqual([]);
  });

  it('shows scattered matches behind all others, and only when there is room', () => {
    const some = ['菏泽市中级人民法院', '菏泽中院', '菏泽中院工会'];
    expect(matcher.rank('菏泽中院', some, (name) => name, 9).map(({ item }) => item)).toEqual([
      '菏泽中院',
      '菏泽中院工会',
      '菏泽市中级人民法院',
    ]);
    expect(matcher.rank('hzzy', some, (name) => name, 2).map(({ item }) => item)).toEqual(['菏泽中院', '菏泽中院工会']);
    for (const typed of ['hzzy', '菏中院', 'hezhy', '法院', 'fy']) {
      const expected = some.filter((name) => matcher.match(typed, name) !== null);
      const found = matcher.rank(typed, some, (name) => name, 9);
      expect(found.map(({ item }) => item).toSorted()).toEqual(expected.toSorted());
      for (const { item, score: given, ranges } of found)
        expect(matcher.match(typed, item)).toEqual({ score: given, ranges });
    }
  });

  it('keeps the order of equals', () => {
    const items = ['a', 'b', 'c'].map((id) => ({ id, name: '菏泽' }));
    expect(matcher.rank('hz', items, ({ name }) => name, 9).map(({ item }) => item.id)).toEqual(['a', 'b', 'c']);
  });
});

describe('every match', () => {
  it('has ranges inside the name, in order and apart, and a score above 0', () => {
    const names = [COURT, '单县', '中共（山东）党校', '暖1℃ ㈱ＡＢ', '𠮷市', '女子', 'e\u0301市', '\u200b市\u200b'];
    const typed = ['h', 'hz', 'shan', 's', '市', 'a', 'ab', 'zh', 'gong党', '1c', '暖1', 'e', '株', '(', 'nv', 'zzz'];
    for (const name of names) {
      for (const text of typed) {
        const match = matcher.match(text, name);
        if (match === null || match.score === 0) continue;
        let done = -1;
        for (const [start, end] of match.ranges) {
          expect(start).toBeGreaterThan(done);
          expect(end).toBeGreaterThan(start);
          done = end;
        }
        expect(done).toBeLessThanOrEqual(name.length);
        expect(match.ranges.length).toBeGreaterThan(0);
      }
    }
  });

  it('is found for any way to shorten each syllable', () => {
    const chars = Array.from('单县中级人民法院');
    for (let way = 0; way < 3 ** chars.length; way += 7) {
      let left = way;
      const typed = chars
        .map((char) => {
          const form = left % 3;
          left = Math.floor(left / 3);
          const [reading = char] = readingsOf(char);
          return form === 0 ? char : form === 1 ? reading : reading.charAt(0);
        })
        .join('');
      expect([typed, marked(typed, chars.join(''))]).toEqual([typed, `[${chars.join('')}]`]);
    }
  });
});

describe('hostile input', () => {
  it('does not slow it down or break it', () => {
    const dense = createPinyinMatcher(() => ['a', 'aa', 'aaa', 'aaaa', '', 'A1', '__proto__', 'x'.repeat(50)]);
    const started = Date.now();
    expect(dense.match(`${'a'.repeat(95)}b`, '市'.repeat(500))).toBeNull();
    expect(dense.match('a'.repeat(10_000), '市'.repeat(500))).toBeNull();
    expect(dense.match('市'.repeat(10_000), '市'.repeat(100))).toBeNull();
    expect(dense.match('\ud800', '\udfff市')).not.toBeUndefined();
    expect(Date.now() - started).toBeLessThan(500);
  });

  it('gives matches that do not depend on what was asked before', () => {
    const fresh = createPinyinMatcher(readingsOf);
    expect(fresh.match('hz', COURT)).toEqual(matcher.match('hz', COURT));
    fresh.match('sx', '单县');
    expect(fresh.match('hz', COURT)).toEqual(matcher.match('hz', COURT));
  });
});

it('ranks 5,000 names at every key fast enough to type', () => {
  const chars = [...READINGS.keys()];
  const names = Array.from({ length: 5_000 }, (_, index) =>
    Array.from(
      { length: 6 + (index % 12) },
      (__, at) => chars[(index * 7 + at * at * 13 + (index >> at)) % chars.length],
    ).join(''),
  );
  const fast = createPinyinMatcher(readingsOf);
  fast.rank('x', names, (name) => name, 20);
  const keys = ['h', 'he', 'hez', 'hzz', 'hzzy', 's', 'sh', 'sha', 'shan', 'shanxian', 'zjrmfy', '菏中院', 'swsz'];
  const started = Date.now();
  for (const typed of keys) fast.rank(typed, names, (name) => name, 20);
  // 2 to 6 ms a key when nothing else runs; the machine that tests may be busy.
  expect((Date.now() - started) / keys.length).toBeLessThan(50);
});
