import { describe, expect, it } from 'vitest';
import { bareTitle, titleOrdinals, titleYears } from './bare-title.ts';
import { createSimilarityIndex, type SimilarityQuery, type TitledEntry } from './similar-titles.ts';

function entry(id: string, title: string, more: Partial<TitledEntry> = {}): TitledEntry {
  return { id, kind: 'honor', title, year: null, bodies: [], ...more };
}

function query(title: string, more: Partial<SimilarityQuery> = {}): SimilarityQuery {
  return { kind: 'honor', title, year: null, bodies: [], ...more };
}

function indexOf(...entries: readonly TitledEntry[]) {
  const index = createSimilarityIndex();
  entries.forEach(index.add);
  return index;
}

describe('a bare title', () => {
  it.each([
    ['“牢记嘱托·荷力争先”', '牢记嘱托荷力争先'],
    ['《模范机关 建设》（试行）', '模范机关建设试行'],
    ['模范机关故事汇第三期', '模范机关故事汇第3期'],
    ['第二十一届', '第21届'],
    ['第十次', '第10次'],
    ['第十十次', '第十十次'],
    ['二〇二一年', '2021年'],
    ['二○二一年 ＡＢ', '2021年ab'],
    ['，。！？', ''],
    ['', ''],
  ])('of %j is %j', (title, bare) => {
    expect(bareTitle(title)).toBe(bare);
  });

  it('is short whatever the title', () => {
    expect(bareTitle('荣'.repeat(100_000))).toHaveLength(300);
    expect(bareTitle('﷽'.repeat(1_000)).length).toBeLessThanOrEqual(300);
  });

  it('names its ordinals and years', () => {
    expect([...titleOrdinals('第3届x第12期')]).toEqual([
      ['届', 3],
      ['期', 12],
    ]);
    expect(titleYears('2021年2022x120233x1899')).toEqual([2021, 2022]);
  });
});

describe('a title being typed', () => {
  const title = '全国优秀法院';

  it('is known when it is the same', () => {
    expect(indexOf(entry('a', title)).query(query(` ${title} `))).toEqual([
      { id: 'a', score: 0.9, reason: { title: 'same', year: 'unknown', ordinal: 'unknown', body: 'unknown' } },
    ]);
  });

  it.each(['《全国优秀法院》', '“全国优秀法院”', '全国 优秀　法院', '全国·优秀法院。', '(全国优秀法院)'])(
    'is known as %s',
    (other) => {
      expect(indexOf(entry('a', title)).query(query(other))[0]?.reason.title).toBe('marks');
    },
  );

  it('is known in full and half width', () => {
    expect(indexOf(entry('a', 'ＡＢＣ１２奖')).query(query('abc12奖'))[0]?.reason.title).toBe('marks');
  });

  it('is known when one contains the other', () => {
    const index = indexOf(entry('a', '2021年度全国优秀法院'));
    expect(index.query(query('全国优秀法院'))[0]?.reason.title).toBe('contains');
    expect(indexOf(entry('a', '全国优秀法院')).query(query('2021年度全国优秀法院'))[0]?.reason.title).toBe('contains');
  });

  it('is not known by a small part of it', () => {
    expect(indexOf(entry('a', '全国维护妇女儿童权益工作先进集体')).query(query('先进集体'))).toEqual([]);
    expect(indexOf(entry('a', '全国优秀')).query(query('优秀'))).toEqual([]);
  });

  it('is known when it is similar, and not when it is merely alike', () => {
    const index = indexOf(entry('a', '全省机关党建工作先进单位'));
    expect(index.query(query('全省机关党建先进单位'))[0]?.reason.title).toBe('similar');
    expect(index.query(query('全市机关文化建设先进集体'))).toEqual([]);
  });

  it('is more likely known with the same body and year, less with others', () => {
    const index = indexOf(entry('a', title, { year: 2021, bodies: ['最高人民法院'] }));
    const scoreOf = (more: Partial<SimilarityQuery>) => index.query(query(title, more))[0]?.score ?? 0;
    const plain = scoreOf({});
    expect(scoreOf({ year: 2021 })).toBeGreaterThan(plain);
    expect(scoreOf({ bodies: ['最高 人民法院'] })).toBeGreaterThan(plain);
    expect(scoreOf({ year: 2021, bodies: ['最高人民法院'] })).toBeCloseTo(1);
    expect(scoreOf({ year: 2022 })).toBeLessThan(plain);
    expect(scoreOf({ bodies: ['省法院'] })).toBeLessThan(plain);
  });

  it('is still known with another year, and says so', () => {
    const [answer] = indexOf(entry('a', title, { year: 2021 })).query(query(title, { year: 2022 }));
    expect(answer?.reason).toEqual({ title: 'same', year: 'other', ordinal: 'unknown', body: 'unknown' });
  });

  it('is not known from the entry of another year whose title names that year', () => {
    const index = indexOf(entry('a', '2021年度全国优秀法院'), entry('b', '二〇二二年度全国优秀法院'));
    expect(index.query(query('2022年度全国优秀法院')).map(({ id }) => id)).toEqual(['b']);
  });

  it('is less likely a part of the same series with another number', () => {
    const index = indexOf(entry('a', '模范机关故事汇第一期活动'), entry('b', '模范机关故事汇第三期活动'));
    expect(index.query(query('模范机关故事汇第3期活动')).map(({ id, reason }) => [id, reason.ordinal])).toEqual([
      ['b', 'same'],
    ]);
  });

  it('is not compared with other kinds, nor with itself', () => {
    const index = indexOf(entry('a', title), entry('b', title, { kind: 'plan' }));
    expect(index.query(query(title, { kind: 'plan' })).map(({ id }) => id)).toEqual(['b']);
    expect(index.query(query(title, { id: 'a' }))).toEqual([]);
  });

  it('gives five answers at most, best first, in a settled order', () => {
    const index = indexOf(
      ...['d', 'c', 'e', 'a', 'b', 'f'].map((id) => entry(id, title)),
      entry('z', title, { year: 2020 }),
    );
    const answers = index.query(query(title, { year: 2020 }));
    expect(answers.map(({ id }) => id)).toEqual(['z', 'a', 'b', 'c', 'd']);
  });

  it.each(['', '   ', '，。', '“”', '\ud800'])('that says nothing (%j) finds nothing', (nothing) => {
    expect(indexOf(entry('a', nothing), entry('b', title)).query(query(nothing))).toEqual([]);
  });

  it('may have one character', () => {
    expect(indexOf(entry('a', '奖')).query(query('奖'))[0]?.id).toBe('a');
  });
});

describe('the index', () => {
  it('forgets what was removed and replaces what is added again', () => {
    const index = indexOf(entry('a', '全国优秀法院'));
    index.add(entry('a', '全国模范检察院'));
    expect(index.query(query('全国优秀法院'))).toEqual([]);
    expect(index.query(query('全国模范检察院')).map(({ id }) => id)).toEqual(['a']);
    index.remove('a');
    index.remove('a');
    index.remove('never');
    expect(index.query(query('全国模范检察院'))).toEqual([]);
  });

  it('answers like a new one after many changes', () => {
    const chars = Array.from('全国省市优秀先进法院集体单位2021');
    let state = 7;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    const titleOf = () => Array.from({ length: 3 + random(6) }, () => chars[random(chars.length)]).join('');
    const index = createSimilarityIndex();
    const living = new Map<string, TitledEntry>();
    for (let step = 0; step < 6_000; step += 1) {
      const id = `e${random(300)}`;
      if (random(3) === 0) {
        index.remove(id);
        living.delete(id);
      } else {
        const added = entry(id, titleOf(), { year: 2014 + random(10) });
        index.add(added);
        living.set(id, added);
      }
    }
    const fresh = indexOf(...living.values());
    for (let round = 0; round < 200; round += 1) {
      const asked = query(titleOf(), { year: 2014 + random(10) });
      expect(index.query(asked)).toEqual(fresh.query(asked));
    }
  });

  it('answers among 10,000 titles fast enough to type', () => {
    const places = ['全国', '全省', '全市', '山东省', '菏泽市'];
    const fields = ['机关党建', '法院', '人社系统', '文明', '精神文明建设', '平安建设', '统计工作', '档案工作'];
    const words = ['先进集体', '先进单位', '优秀法院', '模范单位', '示范点', '一等奖', '三等奖', '标兵'];
    const index = createSimilarityIndex();
    for (let at = 0; at < 10_000; at += 1) {
      const pick = (list: readonly string[], by: number) => list[Math.floor(at / by) % list.length] ?? '';
      index.add(entry(`e${at}`, `${2000 + (at % 26)}年度${pick(places, 1)}${pick(fields, 5)}${pick(words, 40)}`));
    }
    const asked = '2021年度全国机关党建先进集体';
    const started = Date.now();
    for (let length = 1; length <= asked.length; length += 1) index.query(query(asked.slice(0, length)));
    // About 2 ms each when nothing else runs.
    expect((Date.now() - started) / asked.length).toBeLessThan(50);
  });
});
