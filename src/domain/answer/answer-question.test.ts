import { describe, expect, test } from 'vitest';
import { date } from '../records/record-fixtures.ts';
import type { Honor } from '../records/honor.ts';
import { pick, seededRandom, type Random } from '../search/seeded-random.ts';
import { LEVELS, type Level } from '../vocabulary/levels.ts';
import { events, QUESTION, sourceOf, wonBy } from './answer-fixtures.ts';
import { ANSWER_GAPS, answerQuestion, LEFT_OUT, type Answer } from './answer-question.ts';
import { LINE_PARTS, RECIPIENT_PARTS, type AnswerQuestion } from './answer-request.ts';

const ids = (honors: readonly Honor[]) => honors.map(({ id }) => String(id));

function ask(question: Partial<AnswerQuestion>, honors: readonly Honor[], certified: readonly string[] = []): Answer {
  return answerQuestion({ ...QUESTION, ...question }, sourceOf(honors, certified));
}

describe('whose honours count', () => {
  const honors = [
    wonBy('A', 'own', '2016'),
    wonBy('B', 'before', '2012'),
    wonBy('C', 'after', '2021'),
    wonBy('AB', 'joint', '2015年3月1日'),
    wonBy('D', 'sibling', '2016'),
    wonBy('', 'awarded', '2016', { awardedBy: [{ printed: '名A', unitId: 'unit-A' as never }] }),
  ];

  test('the line of a unit, each honour once, but not what the unit awarded', () => {
    const answer = ask({}, honors);
    expect(ids(answer.honors)).toEqual(['before', 'joint', 'own', 'after']);
    expect(answer.units).toEqual([
      { unitId: 'unit-A', relation: 'asked', count: 2 },
      { unitId: 'unit-B', relation: 'predecessor', count: 2 },
      { unitId: 'unit-C', relation: 'successor', count: 1 },
    ]);
  });

  test('a part of the line', () => {
    expect(LINE_PARTS.map((line) => ask({ line }, honors).count)).toEqual([4, 3, 3, 2]);
  });

  test('all units, when none is named', () => {
    const answer = ask({ unitId: null }, honors);
    expect([answer.count, answer.units]).toEqual([6, []]);
  });

  test('units and persons apart', () => {
    const both = [wonBy('A', 'unit', '2016'), wonBy('A', 'person', '2016', { collective: false })];
    expect(RECIPIENT_PARTS.map((recipients) => ids(ask({ recipients }, both).honors))).toEqual([
      ['person', 'unit'],
      ['unit'],
      ['person'],
    ]);
    expect(ask({}, both)).toMatchObject({ count: 2, collective: 1, individual: 1 });
  });
});

describe('when an honour counts', () => {
  const window = { from: date('2014'), to: date('2022') };
  const honors = [
    wonBy('A', 'before', '2013年12月31日'),
    wonBy('A', 'into', '2013—2014年度'),
    wonBy('A', 'within', '2018.5'),
    wonBy('A', 'out-of', '2022—2023年度'),
    wonBy('A', 'behind', '2023年1月1日'),
    wonBy('A', 'no-year', '5月'),
  ];

  test('in the window where its date ends; what may have been meant is said', () => {
    const answer = ask(window, honors);
    expect(ids(answer.honors)).toEqual(['into', 'within']);
    expect(ids(answer.leftOut.later)).toEqual(['out-of']);
    expect(ids(answer.leftOut.undated)).toEqual(['no-year']);
  });

  test('or in every window that its date touches, for the last year of the window at the latest', () => {
    const answer = ask({ ...window, dates: 'any' }, honors);
    expect(ids(answer.honors)).toEqual(['into', 'within', 'out-of']);
    expect(answer.leftOut.later).toEqual([]);
    expect(answer.years.at(-1)).toEqual({ year: 2022, count: 1 });
  });

  test('without a window it counts undated too', () => {
    const answer = ask({}, honors);
    expect(answer.count).toBe(6);
    expect(answer.years.at(-1)).toEqual({ year: null, count: 1 });
    expect(ids(answer.lacking.undated)).toEqual(['no-year']);
  });

  test('years without an honour are counted as well, from the first of the window', () => {
    expect(ask({ from: date('2016.5') }, [wonBy('A', 'one', '2018')]).years).toEqual([
      { year: 2016, count: 0 },
      { year: 2017, count: 0 },
      { year: 2018, count: 1 },
    ]);
  });
});

describe('what else decides', () => {
  test('levels, and whether one that is not settled counts', () => {
    const honors = [
      wonBy('A', 'a', '2016'),
      wonBy('A', 'b', '2017', { level: null }),
      wonBy('A', 'c', '2018', { level: '市厅级' }),
    ];
    const levels: readonly Level[] = ['国家级', '省部级'];
    const answer = ask({ levels }, honors);
    expect([ids(answer.honors), ids(answer.leftOut['no-level'])]).toEqual([['a'], ['b']]);
    const wide = ask({ levels, unknownLevel: true }, honors);
    expect([ids(wide.honors), wide.leftOut['no-level'], ids(wide.lacking['no-level'])]).toEqual([
      ['a', 'b'],
      [],
      ['b'],
    ]);
    expect(ask({}, honors).levels).toEqual([
      { level: '国家级', count: 1 },
      { level: '市厅级', count: 1 },
      { level: null, count: 1 },
    ]);
  });

  test('an honour that was taken back counts only when it is asked for; one restored or run out counts', () => {
    const honors = [
      wonBy('A', 'back', '2016', events('黄牌警告', '撤销')),
      wonBy('A', 'restored', '2017', events('撤销', '恢复')),
      wonBy('A', 'ended', '2018', events('自动终止')),
    ];
    const answer = ask({}, honors);
    expect([ids(answer.honors), ids(answer.leftOut.revoked)]).toEqual([['restored', 'ended'], ['back']]);
    expect(ask({ revoked: true }, honors).count).toBe(3);
  });

  test('what the honours that count lack', () => {
    const honors = [
      wonBy('A', 'a', '2016', { documentNo: '示发〔2016〕1号' }),
      wonBy('A', 'b', '2016', { verification: '已核实' }),
    ];
    const { lacking } = ask({}, honors, ['a']);
    expect(ANSWER_GAPS.map((gap) => ids(lacking[gap]))).toEqual([['b'], ['b'], ['a'], [], []]);
  });
});

function randomHonor(random: Random, index: number): Honor {
  const dates = ['2013', '2014.5', '2014—2015年度', '2016年下半年', '2017年3月4日', '2018年11月至2019年2月', '', '5月'];
  const letters = ['A', 'B', 'C', 'D', 'AB', 'BC', 'AC', ''];
  return wonBy(pick(random, letters), `h-${index}`, pick(random, dates), {
    level: pick(random, [...LEVELS, null]),
    collective: random(2) === 0,
    verification: pick(random, ['待核实', '已核实', '有疑问']),
    ...(random(4) === 0 ? events(pick(random, ['撤销', '恢复', '自动终止'])) : {}),
  });
}

test('whatever is asked: each honour is in one place, parts add up, windows that meet add up', () => {
  const random = seededRandom(14);
  for (let run = 0; run < 300; run += 1) {
    const honors = Array.from({ length: random(40) }, (_, index) => randomHonor(random, index));
    const year = 2013 + random(7);
    const question: Partial<AnswerQuestion> = {
      unitId: pick(random, ['unit-A', 'unit-B', 'unit-D', null]),
      line: pick(random, LINE_PARTS),
      levels: LEVELS.filter(() => random(3) === 0),
      recipients: pick(random, RECIPIENT_PARTS),
      revoked: random(2) === 0,
      unknownLevel: random(2) === 0,
      from: date('2010'),
      to: date('2030'),
    };
    const answer = ask(question, honors);
    const places = [...answer.honors, ...LEFT_OUT.flatMap((reason) => answer.leftOut[reason])];
    expect(new Set(places).size).toBe(places.length);
    const sum = (counts: readonly { readonly count: number }[]) => counts.reduce((all, { count }) => all + count, 0);
    expect([sum(answer.years), sum(answer.levels), answer.collective + answer.individual]).toEqual(
      Array.from({ length: 3 }, () => answer.count),
    );
    const before = ask({ ...question, to: date(String(year)) }, honors);
    const behind = ask({ ...question, from: date(String(year + 1)) }, honors);
    expect(before.count + behind.count).toBe(answer.count);
    expect(ids(before.leftOut.undated)).toEqual(ids(answer.leftOut.undated));
    expect(ask({ ...question, dates: 'any' }, honors).count).toBe(answer.count);
  }
});
