import { describe, expect, it } from 'vitest';
import { loadCharReadings } from '../pinyin/pinyin-readings.ts';
import type { Honor } from '../records/honor.ts';
import { blank, unit } from '../records/record-fixtures.ts';
import { createSearchEngine, type SearchQuery } from './search-engine.ts';
import type { SearchExpression } from './search-expression.ts';

const readings = await loadCharReadings();

function honor(id: string, content: Partial<Honor>): Honor {
  return blank('honor', id, { title: '先进集体', ...content });
}

const engine = createSearchEngine();
for (const record of [
  honor('hon-jcy', { title: '示例检察院' }),
  honor('hon-sj', { title: '优秀事迹' }),
  honor('hon-fy', { title: '人民法院', note: '文明单位' }),
  unit('u-jcy', [
    { name: '示例市检察院', kind: 'full' },
    { name: '检察示例办', kind: 'short' },
  ]),
]) {
  engine.put(record);
}
engine.compact();
engine.setReadings(readings);
engine.put(honor('hon-new', { title: '退役军人事务局' }));

function term(text: string, isPhrase = false): SearchExpression {
  return { type: 'text', text, isPhrase };
}

function near(typed: string | SearchExpression, query: Partial<SearchQuery> = {}) {
  const expression = typeof typed === 'string' ? term(typed) : typed;
  return engine.search({ expression, limit: 50, withNear: true, ...query }).near;
}

function foundFor(typed: string): readonly string[] {
  return (near(typed)?.corrections ?? []).map(({ found }) => found);
}

describe('near matches', () => {
  it.each([
    ['a wrong character', '人口法院', '人民法院'],
    ['a missing character', '人法院', '人民法院'],
    ['a character too much', '人民大法院', '人民法院'],
    ['exchanged characters', '人法民院', '人民法院'],
    ['a wrong character in a record that has just changed', '退役军口事务局', '退役军人事务局'],
  ])('are found in spite of %s: %s for %s', (_slip, typed, meant) => {
    expect(foundFor(typed)[0]).toBe(meant);
  });

  it('offer what sounds alike first', () => {
    const { hits = [], corrections = [] } = near('检查院') ?? {};
    expect(corrections[0]).toEqual({ typed: '检查院', found: '检察院' });
    expect(hits[0]?.titleHighlights).toEqual([[2, 5]]);
    expect(foundFor('世纪')).toEqual(['事迹']);
  });

  it.each(['jinchayuan', 'jianchaayuan', 'jianchayaun', 'jiacnhayuan', 'jianchaxuan', 'qianchayuan'])(
    'are found in spite of one letter: %s',
    (typed) => {
      expect(near(typed)?.corrections).toEqual([{ typed, found: '检察院' }]);
      expect(near(typed)?.hits.map(({ id }) => id)).toEqual(['hon-jcy', 'u-jcy']);
    },
  );

  it('need three characters in Chinese and five letters in pinyin', () => {
    expect(near('人口')).toBeNull();
    expect(near('fyan')).toBeNull();
  });

  it('are looked for only when asked for and nothing is found', () => {
    expect(near('人口法院', { withNear: false })).toBeNull();
    expect(near('人民法院')).toBeNull();
    expect(near('jcy')).toBeNull();
    expect(engine.search({ expression: term('人口法院'), limit: 50, withNear: true }).total).toBe(0);
  });

  it('are no matter of phrases and exact searches', () => {
    expect(near(term('人口法院', true))).toBeNull();
    expect(near('人口法院', { isExactOnly: true })).toBeNull();
  });

  it('replace only the terms that find nothing by themselves', () => {
    const both = near({ type: 'all', parts: [term('人口法院'), term('文明')] });
    expect(both?.corrections).toEqual([{ typed: '人口法院', found: '人民法院' }]);
    expect(both?.hits.map(({ id }) => id)).toEqual(['hon-fy']);
    expect(near({ type: 'all', parts: [term('人民法院'), term('事迹')] })).toBeNull();
    expect(near({ type: 'all', parts: [term('人口法院'), term('事迹')] })).toBeNull();
  });

  it('keep to the filters of the search', () => {
    expect(near('检查院', { kinds: ['unit'] })?.hits.map(({ id }) => id)).toEqual(['u-jcy']);
    expect(near('检查院', { kinds: ['plan'] })).toBeNull();
  });

  it('are none for what is nothing like anything, however long or odd it is', () => {
    for (const typed of ['龘龘龘', '口'.repeat(10_000), 'z'.repeat(10_000), '……', '\uD800', '<b>']) {
      expect(near(typed)).toBeNull();
    }
  });
});
