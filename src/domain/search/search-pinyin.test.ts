import { describe, expect, it } from 'vitest';
import { loadCharReadings } from '../pinyin/pinyin-readings.ts';
import type { Honor } from '../records/honor.ts';
import { blank, recipient, unit } from '../records/record-fixtures.ts';
import { createSearchEngine, type SearchEngine, type SearchQuery } from './search-engine.ts';
import type { SearchExpression } from './search-expression.ts';

const readings = await loadCharReadings();

function honor(id: string, content: Partial<Honor>): Honor {
  return blank('honor', id, { title: '先进集体', ...content });
}

/** Known both with an index and, the last of them, without. */
function engineOf(...records: readonly Parameters<SearchEngine['put']>[0][]): SearchEngine {
  const engine = createSearchEngine();
  for (const record of records.slice(0, -1)) engine.put(record);
  engine.compact();
  for (const record of records.slice(-1)) engine.put(record);
  engine.setReadings(readings);
  return engine;
}

function term(text: string, isPhrase = false): SearchExpression {
  return { type: 'text', text, isPhrase };
}

function search(engine: SearchEngine, typed: string | SearchExpression, query: Partial<SearchQuery> = {}) {
  return engine.search({ expression: typeof typed === 'string' ? term(typed) : typed, limit: 100, ...query });
}

function idsOf(engine: SearchEngine, typed: string | SearchExpression, query: Partial<SearchQuery> = {}) {
  return search(engine, typed, query).hits.map(({ id }) => id);
}

const procuratorate = unit('u-jcy', [
  { name: '菏泽市人民检察院', kind: 'full' },
  { name: '市检察院', kind: 'short' },
]);

describe('a search by pinyin', () => {
  const engine = engineOf(
    honor('hon-jcy', { title: '示例市检察院文明单位' }),
    honor('hon-sx', { title: '单县示例集体' }),
    honor('hon-lvse', { title: '绿色学校' }),
    honor('hon-xian', { title: '西安 先锋' }),
    honor('hon-other', { title: '文明单位', note: '检察院推荐' }),
    honor('hon-body', { recipients: [recipient('示例郓城县人民法院', null)] }),
  );

  it.each([
    'jianchayuan',
    'jcy',
    'jiancha院',
    '市jcy',
    '市jiancy',
    'JCY',
    "jian'cha'yuan",
    'jian cha yuan',
    'jianchay',
    'jchy',
  ])('finds 市检察院 by %j', (typed) => {
    expect(idsOf(engine, typed)).toEqual(['hon-jcy']);
  });

  it('knows every reading of a character', () => {
    expect(idsOf(engine, 'shanxian')).toEqual(['hon-sx']);
    expect(idsOf(engine, 'danxian')).toEqual(['hon-sx']);
  });

  it('takes v, u and ü for one', () => {
    for (const typed of ['lvse', 'luse', 'lüse']) expect(idsOf(engine, typed)).toEqual(['hon-lvse']);
  });

  it('reads on over blanks', () => {
    expect(idsOf(engine, 'xianxianfeng')).toEqual(['hon-xian']);
  });

  it('looks at bodies and persons as printed, and not at long texts', () => {
    expect(idsOf(engine, 'yuncheng')).toEqual(['hon-body']);
    expect(idsOf(engine, 'tuijian')).toEqual([]);
  });

  it('needs two letters, and a whole syllable of a single character', () => {
    expect(idsOf(engine, 'j')).toEqual([]);
    expect(idsOf(engine, 'j院')).toEqual([]);
    expect(idsOf(engine, 'yuan').toSorted()).toEqual(['hon-body', 'hon-jcy']);
    expect(idsOf(engine, 'yua')).toEqual([]);
  });

  it('does not reach into the next field', () => {
    const bodies = engineOf(honor('hon-1', { recipients: [recipient('检察', null), recipient('院', null)] }));
    expect(idsOf(bodies, 'jcy')).toEqual([]);
  });

  it('is left out for a phrase, for an exact search, and where something is shut out', () => {
    expect(idsOf(engine, term('jcy', true))).toEqual([]);
    expect(idsOf(engine, 'jcy', { isExactOnly: true })).toEqual([]);
    expect(idsOf(engine, { type: 'not', part: term('jcy') })).toHaveLength(6);
  });

  it('goes together with other conditions', () => {
    expect(idsOf(engine, { type: 'all', parts: [term('jcy'), term('文明')] })).toEqual(['hon-jcy']);
    expect(idsOf(engine, { type: 'any', parts: [term('jcy'), term('dxian')] })).toEqual(['hon-sx', 'hon-jcy']);
  });

  it('finds nothing by pinyin as long as there are no readings', () => {
    const without = createSearchEngine();
    without.put(honor('hon-jcy', { title: '市检察院' }));
    expect(idsOf(without, 'jcy')).toEqual([]);
    without.setReadings(readings);
    expect(idsOf(without, 'jcy')).toEqual(['hon-jcy']);
  });
});

describe('what is found by pinyin', () => {
  it('comes behind all that is found by its text', () => {
    const engine = engineOf(
      honor('hon-pinyin', { title: '安排评' }),
      honor('hon-loose', { note: '示例A-P-P' }),
      honor('hon-text', { note: '示例APP' }),
      honor('hon-last', { note: '' }),
    );
    const { hits, total, exactTotal } = search(engine, 'app');
    expect(hits.map(({ id, isExact, isPinyin }) => [id, isExact, isPinyin])).toEqual([
      ['hon-text', true, false],
      ['hon-loose', false, false],
      ['hon-pinyin', false, true],
    ]);
    expect([total, exactTotal]).toEqual([3, 1]);
  });

  it('is ranked by place and shape, and says why it was found', () => {
    const engine = engineOf(
      honor('hon-inside', { title: '示例检察院' }),
      honor('hon-body', { recipients: [recipient('检察院', null)] }),
      honor('hon-prefix', { title: '检察院示例' }),
      honor('hon-whole', { title: '检察院' }),
    );
    const { hits } = search(engine, 'jcy');
    expect(hits.map(({ id, score }) => [id, score])).toEqual([
      ['hon-whole', 9],
      ['hon-prefix', 8],
      ['hon-inside', 7],
      ['hon-body', 6],
    ]);
    expect(hits[1]?.reasons).toEqual([
      { text: 'jcy', place: 'title', shape: 'prefix', isExact: false, isPinyin: true },
    ]);
  });

  it('is marked on the characters that were meant', () => {
    const engine = engineOf(
      honor('hon-1', {
        title: '示例市检 察院先进',
        note: '检察院推荐',
        recipients: [recipient('示例县檢察院', null)],
      }),
    );
    const [hit] = search(engine, 'jcy').hits;
    const marked = (text: string, highlights: readonly (readonly [number, number])[]) =>
      highlights.map(([start, end]) => text.slice(start, end));
    expect(marked(hit?.title ?? '', hit?.titleHighlights ?? [])).toEqual(['检 察院']);
    expect(hit?.snippet.field).toBe('body');
    expect(marked(hit?.snippet.text ?? '', hit?.snippet.highlights ?? [])).toEqual(['檢察院']);
  });

  it('may be another name of a unit of the record', () => {
    const engine = engineOf(
      procuratorate,
      honor('hon-1', { recipients: [{ ...recipient('市检院', 'u-jcy') }] }),
      honor('hon-2', { recipients: [recipient('其他单位', null)] }),
    );
    const { hits } = search(engine, 'rmjcy');
    expect(hits.map(({ id }) => id)).toEqual(['u-jcy', 'hon-1']);
    expect(hits[1]?.snippet).toEqual({ text: '菏泽市人民检察院', highlights: [[3, 8]], field: 'unitName' });
  });
});
