import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseFuzzyDate } from '../dates/parse-fuzzy-date.ts';
import { UNKNOWN_DATE, type FuzzyDate } from '../dates/fuzzy-date.ts';
import type { Activity } from '../records/activity.ts';
import type { Honor } from '../records/honor.ts';
import type { Plan } from '../records/plan.ts';
import { unitIdSchema } from '../records/record-base.ts';
import { blank, recipient, unit } from '../records/record-fixtures.ts';
import { readPlainQuery } from './plain-query.ts';
import { createSearchEngine, type SearchEngine, type SearchQuery } from './search-engine.ts';
import { NO_FACETS } from './search-facets.ts';
import type { SearchHit } from './search-hit.ts';

const unitId = (id: string) => v.parse(unitIdSchema, id);

function date(typed: string): FuzzyDate {
  const result = parseFuzzyDate(typed, { today: '2026-11-23' });
  return result.ok ? result.value.date : UNKNOWN_DATE;
}

function honor(id: string, content: Partial<Honor> = {}): Honor {
  return blank('honor', id, { title: '全国先进基层党组织', ...content });
}

function plan(id: string, content: Partial<Plan> = {}): Plan {
  return blank('plan', id, { title: '推进办法', planKind: '办法', status: '现行', ...content });
}

function activity(id: string, content: Partial<Activity> = {}): Activity {
  return blank('activity', id, { title: '宣讲', ...content });
}

const procuratorate = unit(
  'u-jcy',
  [
    { name: '菏泽市人民检察院', kind: 'full' },
    { name: '市检察院', kind: 'short' },
  ],
  { brands: [{ name: '检心向党', since: UNKNOWN_DATE, summary: '', source: '' }] },
);
const toProcuratorate = [{ printed: '菏泽市人民检察院', unitId: unitId('u-jcy') }];
const wonByProcuratorate = [recipient('菏泽市人民检察院', 'u-jcy')];

function corpusOf(...records: readonly Parameters<SearchEngine['put']>[0][]): SearchEngine {
  const corpus = createSearchEngine();
  for (const record of records) corpus.put(record);
  return corpus;
}

type PlainQuery = Partial<SearchQuery> & { readonly text?: string };

function search(corpus: SearchEngine, { text = '', ...query }: PlainQuery) {
  return corpus.search({ expression: readPlainQuery(text), limit: 100, ...query });
}

function hitsOf(corpus: SearchEngine, query: PlainQuery): readonly SearchHit[] {
  return search(corpus, query).hits;
}

function idsOf(corpus: SearchEngine, query: PlainQuery): readonly string[] {
  return hitsOf(corpus, query).map((hit) => hit.id);
}

function marked({ text, highlights }: { text: string; highlights: SearchHit['titleHighlights'] }): readonly string[] {
  return highlights.map(([start, end]) => text.slice(start, end));
}

describe('a search', () => {
  it('finds any part of a text, from the first character', () => {
    const corpus = corpusOf(honor('hon-1'), plan('plan-1'));
    for (const text of ['全', '先进', '进基层', '全国先进基层党组织', '织']) {
      expect(idsOf(corpus, { text })).toEqual(['hon-1']);
    }
    expect(idsOf(corpus, { text: '全国组织' })).toEqual([]);
  });

  it('finds a day by its month, its year and every spelling of it', () => {
    const corpus = corpusOf(
      honor('hon-1', { date: date('2019年6月28日') }),
      honor('hon-2', { date: date('2020.6.28') }),
    );
    const spellings = ['2019年6月', '2019年06月', '2019.6', '2019.06', '2019-06', '2019-6', '2019/6', '2019年'];
    const days = [
      '2019-06-28',
      '2019年6月28日',
      '2019.6.28',
      '2019.06.28',
      '2019/6/28',
      '20190628',
      '２０１９．６．２８',
    ];
    for (const text of [...spellings, ...days]) expect([text, ...idsOf(corpus, { text })]).toEqual([text, 'hon-1']);
  });

  it('finds a range by its years and by the months at its ends', () => {
    const corpus = corpusOf(
      activity('act-1', { date: date('2023.5.4-7.6') }),
      plan('plan-1', { issued: date('2023年度') }),
    );
    expect(idsOf(corpus, { text: '2023年5月' })).toEqual(['act-1']);
    expect(idsOf(corpus, { text: '2023-07' })).toEqual(['act-1']);
    expect(idsOf(corpus, { text: '2023年' })).toHaveLength(2);
  });

  it('looks into every field', () => {
    const corpus = corpusOf(
      honor('hon-1', {
        level: '国家级',
        documentNo: '菏发〔2019〕5号',
        works: ['红色工程'],
        note: '备考',
        source: '台账甲',
      }),
      plan('plan-1', { planKind: '机制', status: '已废止', expires: date('2021.3') }),
      activity('act-1', { series: '模范机关故事汇', episode: '第三期', place: '大礼堂', summary: '八人登台' }),
      procuratorate,
    );
    const honorTexts = ['国家级', '〔2019〕5号', '红色工程', '备考', '台账甲'];
    expect(honorTexts.flatMap((text) => idsOf(corpus, { text }))).toEqual(honorTexts.map(() => 'hon-1'));
    const planTexts = ['机制', '已废止', '2021年3月'];
    expect(planTexts.flatMap((text) => idsOf(corpus, { text }))).toEqual(planTexts.map(() => 'plan-1'));
    const activityTexts = ['故事汇', '第三期', '大礼堂', '登台'];
    expect(activityTexts.flatMap((text) => idsOf(corpus, { text }))).toEqual(activityTexts.map(() => 'act-1'));
    expect(idsOf(corpus, { text: '检心' })).toEqual(['u-jcy']);
  });

  it('wants every word, wherever it stands', () => {
    const corpus = corpusOf(honor('hon-1', { recipients: [recipient('市审计局')] }), honor('hon-2'));
    expect(idsOf(corpus, { text: '审计  先进' })).toEqual(['hon-1']);
    expect(idsOf(corpus, { text: '先进　审计\n先进' })).toEqual(['hon-1']);
    expect(idsOf(corpus, { text: '审计 后进' })).toEqual([]);
  });

  it('never matches across two fields', () => {
    const corpus = corpusOf(honor('hon-1', { works: ['政治建设', '中心任务'], note: '甲', source: '乙' }));
    expect(idsOf(corpus, { text: '建设中心' })).toEqual([]);
    expect(idsOf(corpus, { text: '甲乙' })).toEqual([]);
  });

  it('does not mind width, case, the form of zero or characters that cannot be seen', () => {
    const corpus = corpusOf(plan('plan-1', { title: '模范机关＋Ｎ二○二三\u200b方案' }));
    for (const text of ['+n', '＋Ｎ', '二〇二三方案', '二零二三']) expect(idsOf(corpus, { text })).toEqual(['plan-1']);
  });

  it('lists everything, newest first, when nothing is typed', () => {
    const corpus = corpusOf(
      honor('hon-old', { date: date('2014') }),
      honor('hon-none'),
      honor('hon-new', { date: date('2024.5.4') }),
      procuratorate,
      plan('plan-mid', { issued: date('2019年6月') }),
    );
    expect(idsOf(corpus, {})).toEqual(['hon-new', 'plan-mid', 'hon-old', 'hon-none', 'u-jcy']);
    expect(idsOf(corpus, { text: ' \u3000 ' })).toHaveLength(5);
    expect(hitsOf(corpus, {})[0]).toMatchObject({ titleHighlights: [], snippet: { text: '', field: null } });
  });

  it('shows a page and counts all', () => {
    const corpus = corpusOf(...Array.from({ length: 25 }, (_, index) => honor(`hon-${100 + index}`)));
    const result = search(corpus, { text: '先进', limit: 10, offset: 20 });
    expect(result.total).toBe(25);
    expect(result.hits.map((hit) => hit.id)).toEqual(['hon-120', 'hon-121', 'hon-122', 'hon-123', 'hon-124']);
    expect(search(corpus, { text: '先进', limit: 0 })).toMatchObject({ total: 25, hits: [] });
    expect(search(corpus, { text: '', limit: Number.NaN, offset: -3 }).hits).toEqual([]);
  });

  it.each([
    'a'.repeat(10_000),
    '先进'.repeat(5_000),
    '先 '.repeat(5_000),
    '。，！？《》',
    '.*+?^${}()|[]\\',
    '(((',
    '\u0000\u0007\u001b',
    '\ud842',
    '先\udfb7进',
    '\uffff',
    '__proto__',
  ])('answers %j', (text) => {
    const corpus = corpusOf(honor('hon-1'), procuratorate);
    expect(search(corpus, { text, limit: 10 }).total).toBeGreaterThanOrEqual(0);
  });

  it('takes regular expression characters as they are', () => {
    const corpus = corpusOf(plan('plan-1', { title: '“模范机关+N”（试行）' }), plan('plan-2'));
    for (const text of ['机关+N', '(试行)', '（试行', '”']) expect(idsOf(corpus, { text })).toEqual(['plan-1']);
    expect(idsOf(corpus, { text: '.' })).toEqual([]);
  });
});

describe('the names of units', () => {
  it('lead to the entries that refer to them', () => {
    const corpus = corpusOf(honor('hon-1', { recipients: wonByProcuratorate }), procuratorate, honor('hon-2'));
    expect(idsOf(corpus, { text: '市检察院' })).toEqual(['u-jcy', 'hon-1']);
    expect(hitsOf(corpus, { text: '市检察院' }).map((hit) => hit.score)).toEqual([9, 6]);
    expect(hitsOf(corpus, { text: '市检察院' })[1]?.snippet).toEqual({
      text: '市检察院',
      highlights: [[0, 4]],
      field: 'unitName',
    });
  });

  it('count from the moment they change', () => {
    const corpus = corpusOf(honor('hon-1', { recipients: wonByProcuratorate }));
    expect(idsOf(corpus, { text: '市检察院' })).toEqual([]);
    corpus.put(procuratorate);
    expect(idsOf(corpus, { text: '市检察院', kinds: ['honor'] })).toEqual(['hon-1']);
    corpus.put(unit('u-jcy', [{ name: '市人民检察院', kind: 'full' }]));
    expect(idsOf(corpus, { text: '市检察院' })).toEqual([]);
    expect(idsOf(corpus, { text: '市人民检察院' })).toEqual(['u-jcy', 'hon-1']);
    corpus.remove('u-jcy');
    expect(idsOf(corpus, { text: '市人民检察院' })).toEqual(['hon-1']);
    corpus.put({ ...procuratorate, deletedAt: '2026-01-02T00:00:00.000Z' });
    expect(idsOf(corpus, { text: '市检察院' })).toEqual([]);
  });

  it('no longer lead to an entry that has let go of the unit', () => {
    const corpus = corpusOf(honor('hon-1', { recipients: wonByProcuratorate }), procuratorate);
    corpus.put(honor('hon-1'));
    expect(idsOf(corpus, { text: '市检察院' })).toEqual(['u-jcy']);
    expect(idsOf(corpus, { unitId: 'u-jcy' })).toEqual([]);
  });
});

describe('deleted and removed records', () => {
  it('are out of sight', () => {
    const corpus = corpusOf(honor('hon-1'), honor('hon-2'), honor('hon-3', { deletedAt: '2026-01-02T00:00:00.000Z' }));
    expect(corpus.size()).toBe(2);
    corpus.put(honor('hon-1', { deletedAt: '2026-01-02T00:00:00.000Z' }));
    corpus.remove('hon-2');
    corpus.remove('hon-9');
    expect(corpus.size()).toBe(0);
    const { ids, ...nothing } = search(corpus, { text: '', limit: 10 });
    expect(nothing).toEqual({ total: 0, hits: [], exactTotal: 0, facets: NO_FACETS, near: null });
    expect([...ids()]).toEqual([]);
    corpus.put(honor('hon-1'));
    expect(idsOf(corpus, { text: '先进' })).toEqual(['hon-1']);
  });
});

describe('the ids of a result', () => {
  it('are of all that was found, however few are shown', () => {
    const corpus = corpusOf(honor('hon-1'), honor('hon-2'), plan('plan-1'));
    const result = search(corpus, { text: '先进', limit: 1 });
    expect(result.hits).toHaveLength(1);
    expect([...result.ids()].toSorted()).toEqual(['hon-1', 'hon-2']);
  });
});

describe('the ranking', () => {
  it('puts the title before bodies before the rest, and the whole field before its beginning before any part', () => {
    const body = (printed: string) => ({ awardedBy: [{ printed, unitId: unitId('u-any') }], title: '甲' });
    const corpus = corpusOf(
      honor('other-part', { title: '甲', note: '为文明创建' }),
      honor('other-prefix', { title: '甲', note: '文明创建之年', documentNo: '关于文明创建' }),
      honor('other-whole', { title: '甲', works: ['文明创建'], documentNo: '关于文明创建' }),
      honor('body-part', body('市文明创建办公室')),
      honor('body-prefix', body('文明创建办公室')),
      honor('body-whole', body('文明创建')),
      honor('title-part', { title: '全国文明创建' }),
      honor('title-prefix', { title: '文明创建先进' }),
      honor('title-whole', { title: '文明创建' }),
    );
    const places = ['title', 'body', 'other'].flatMap((place) =>
      ['whole', 'prefix', 'part'].map((shape) => `${place}-${shape}`),
    );
    expect(idsOf(corpus, { text: '文明创建' })).toEqual(places);
  });

  it('puts the recent first among equals, and then goes by id', () => {
    const corpus = corpusOf(
      honor('hon-b'),
      honor('hon-a'),
      honor('hon-2019', { date: date('2019') }),
      honor('hon-2023', { date: date('2023.5') }),
    );
    expect(idsOf(corpus, { text: '先进' })).toEqual(['hon-2023', 'hon-2019', 'hon-a', 'hon-b']);
    corpus.put(honor('hon-2019', { date: date('2024') }));
    expect(idsOf(corpus, { text: '先进' })).toEqual(['hon-2019', 'hon-2023', 'hon-a', 'hon-b']);
  });
});

describe('filters and facets', () => {
  const corpus = corpusOf(
    honor('hon-1', { level: '国家级', date: date('2019.5.4'), recipients: wonByProcuratorate }),
    honor('hon-2', { level: '省部级', date: date('2019'), recipients: wonByProcuratorate }),
    honor('hon-3', { level: '国家级', date: date('2022—2023年度') }),
    honor('hon-4'),
    plan('plan-1', { issued: date('2019年6月'), issuers: toProcuratorate }),
    procuratorate,
  );

  it('narrow the hits', () => {
    expect(idsOf(corpus, { kinds: ['plan', 'unit'] })).toEqual(['plan-1', 'u-jcy']);
    expect(idsOf(corpus, { years: [{ from: 2019, to: 2019 }] })).toEqual(['hon-2', 'plan-1', 'hon-1']);
    expect(idsOf(corpus, { years: [{ from: 2022, to: 2022 }] })).toEqual(['hon-3']);
    expect(
      idsOf(corpus, {
        years: [
          { from: null, to: 2019 },
          { from: 2023, to: null },
        ],
      }),
    ).toHaveLength(4);
    expect(idsOf(corpus, { levels: ['国家级'] })).toEqual(['hon-3', 'hon-1']);
    expect(idsOf(corpus, { unitId: 'u-jcy', years: [{ from: 2019, to: 2019 }], kinds: ['honor'] })).toEqual([
      'hon-2',
      'hon-1',
    ]);
    expect(idsOf(corpus, { unitId: 'u-nobody' })).toEqual([]);
    expect(idsOf(corpus, { kinds: [], levels: [] })).toHaveLength(6);
  });

  it('count every choice', () => {
    expect(search(corpus, { text: '', limit: 0 }).facets).toEqual({
      kinds: [
        { value: 'honor', count: 4 },
        { value: 'plan', count: 1 },
        { value: 'unit', count: 1 },
      ],
      years: [
        { value: 2023, count: 1 },
        { value: 2022, count: 1 },
        { value: 2019, count: 3 },
      ],
      levels: [
        { value: '国家级', count: 2 },
        { value: '省部级', count: 1 },
      ],
      units: [{ value: 'u-jcy', count: 3 }],
      works: [],
      series: [],
      statuses: [{ value: '现行', count: 1 }],
    });
  });

  it('are counted for the text and with all other filters, not with their own', () => {
    const { facets, total } = search(corpus, {
      text: '先进',
      limit: 0,
      years: [{ from: 2019, to: 2019 }],
      levels: ['国家级'],
    });
    expect(total).toBe(1);
    expect(facets.kinds).toEqual([{ value: 'honor', count: 1 }]);
    expect(facets.years.map(({ value }) => value)).toEqual([2023, 2022, 2019]);
    expect(facets.levels).toEqual([
      { value: '国家级', count: 1 },
      { value: '省部级', count: 1 },
    ]);
    expect(facets.units).toEqual([{ value: 'u-jcy', count: 1 }]);
  });
});

describe('what a hit shows', () => {
  it('marks the matches in the original title', () => {
    const corpus = corpusOf(plan('plan-1', { title: '𠮷“模范机关＋Ｎ”㈱模范' }));
    const [hit] = hitsOf(corpus, { text: '模范 +n 株' });
    expect(marked({ text: hit?.title ?? '', highlights: hit?.titleHighlights ?? [] })).toEqual([
      '模范',
      '＋Ｎ',
      '㈱模范',
    ]);
  });

  it('marks overlapping matches as one', () => {
    const corpus = corpusOf(plan('plan-1', { title: '甲甲甲乙丙' }));
    expect(hitsOf(corpus, { text: '甲甲 甲乙' })[0]?.titleHighlights).toEqual([[0, 4]]);
  });

  it('cuts a long field around the match', () => {
    const note = `${'前'.repeat(100)}\n目标${'后'.repeat(100)}`;
    const corpus = corpusOf(honor('hon-1', { note }));
    const snippet = hitsOf(corpus, { text: '目标' })[0]?.snippet;
    expect(snippet).toMatchObject({ field: 'note', text: `…${'前'.repeat(19)} 目标${'后'.repeat(38)}…` });
    expect(snippet && marked(snippet)).toEqual(['目标']);
  });

  it('keeps whole characters and its marks inside the snippet', () => {
    const note = `${'𠮷'.repeat(80)}目标${'𠮷'.repeat(80)}`;
    for (const text of ['目标', '𠮷'.repeat(50), '𠮷']) {
      const snippet = hitsOf(corpusOf(honor('hon-1', { note: `x${note}` })), { text })[0]?.snippet;
      expect(snippet?.text).not.toMatch(/\p{Surrogate}/u);
      expect(snippet?.highlights.every(([start, end]) => 0 <= start && start < end && end <= snippet.text.length)).toBe(
        true,
      );
      expect(snippet && marked(snippet).join('')).toMatch(/^(?:目标|𠮷+)$/u);
    }
  });

  it('shows the beginning of the summary, note or source when only the title matches', () => {
    const corpus = corpusOf(
      activity('act-1', { note: '备考', summary: '八人登台讲述' }),
      activity('act-2', { source: '台账' }),
    );
    expect(hitsOf(corpus, { text: '宣讲' }).map((hit) => hit.snippet)).toEqual([
      { text: '八人登台讲述', highlights: [], field: 'summary' },
      { text: '台账', highlights: [], field: 'source' },
    ]);
  });

  it('prefers the field that has what the title lacks', () => {
    const corpus = corpusOf(honor('hon-1', { note: '先进事迹', source: '台账甲' }));
    expect(hitsOf(corpus, { text: '先进 台账' })[0]?.snippet).toMatchObject({ field: 'source', highlights: [[0, 2]] });
  });

  it('names the bodies as printed and the date', () => {
    const corpus = corpusOf(
      honor('hon-1', { date: date('2019年6月'), recipients: wonByProcuratorate, awardedBy: toProcuratorate }),
    );
    expect(hitsOf(corpus, {})[0]).toMatchObject({
      kind: 'honor',
      date: { start: '2019-06-01', precision: 'month' },
      units: ['菏泽市人民检察院'],
    });
  });
});
