import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../records/archive-record.ts';
import type { RecordId } from '../records/record-base.ts';
import { firstRevision } from '../records/build-record.ts';
import { blank, date, FIRST, recipient, unit } from '../records/record-fixtures.ts';
import { UNKNOWN_DATE } from '../dates/fuzzy-date.ts';
import { createSearchEngine, type SearchEngine, type SearchQuery } from './search-engine.ts';
import type { SearchExpression } from './search-expression.ts';

const text = (typed: string, isPhrase = false): SearchExpression => ({ type: 'text', text: typed, isPhrase });

function search(engine: SearchEngine, expression: SearchExpression, query: Partial<SearchQuery> = {}) {
  return engine.search({ expression, limit: 100, ...query });
}

function idsOf(engine: SearchEngine, expression: SearchExpression, query: Partial<SearchQuery> = {}) {
  return search(engine, expression, query).hits.map(({ id }) => String(id));
}

function honor(id: string, content: Partial<RecordOf<'honor'>> = {}) {
  return blank('honor', id, { title: '示例先进集体', ...content });
}

function engineOf(...records: readonly Parameters<SearchEngine['put']>[0][]): SearchEngine {
  const engine = createSearchEngine();
  for (const record of records) engine.put(record);
  engine.compact();
  return engine;
}

describe('the second tier', () => {
  const engine = engineOf(
    honor('hon-old', { title: '示例检察单位', date: date('2014') }),
    honor('hon-new', { title: '示例检 察·单位', date: date('2024') }),
    honor('hon-trad', { title: '示例檢察單位', date: date('2020') }),
  );

  it('ignores blanks, punctuation and traditional forms, behind all that is found as typed', () => {
    expect(idsOf(engine, text('检察单位'))).toEqual(['hon-old', 'hon-new', 'hon-trad']);
    expect(idsOf(engine, text('檢察單位'))).toEqual(['hon-trad', 'hon-new', 'hon-old']);
    expect(search(engine, text('检察单位'))).toMatchObject({ total: 3, exactTotal: 1 });
    expect(search(engine, text('检察单位')).hits.map(({ isExact }) => isExact)).toEqual([true, false, false]);
  });

  it('can be left out, and is left out of phrases and of what is shut out', () => {
    expect(idsOf(engine, text('检察单位'), { isExactOnly: true })).toEqual(['hon-old']);
    expect(idsOf(engine, text('检察单位', true))).toEqual(['hon-old']);
    expect(idsOf(engine, { type: 'not', part: text('检察单位') })).toEqual(['hon-new', 'hon-trad']);
  });

  it('is marked in the text as it stands', () => {
    const [, hit] = search(engine, text('检察单位')).hits;
    expect(hit?.titleHighlights.map(([start, end]) => hit.title.slice(start, end))).toEqual(['检 察·单位']);
    expect(hit?.reasons).toEqual([
      { text: '检察单位', place: 'title', shape: 'inside', isExact: false, isPinyin: false },
    ]);
  });

  it('does not take one character for all that was typed', () => {
    expect(idsOf(engine, text('检。'))).toEqual([]);
    expect(idsOf(engine, text('檢'))).toEqual(['hon-trad', 'hon-new', 'hon-old']);
  });
});

describe('what belongs to a record', () => {
  const owner = { printed: '示例', id: 'hon-1' as RecordId };
  const attachment = (id: string, content: Partial<RecordOf<'attachment'>>): RecordOf<'attachment'> => ({
    kind: 'attachment',
    id: id as RecordId,
    ...firstRevision(FIRST),
    owner,
    sha256: '',
    bytes: 0,
    mime: '',
    name: '',
    role: '其他',
    position: 0,
    rotation: 0,
    takenAt: UNKNOWN_DATE,
    photoGroup: null,
    caption: '',
    extractedText: '',
    note: '',
    ...content,
  });
  const photos = blank('photoGroup', 'pho-1', { owner, title: '合影', event: '示例颁奖' });
  const link: RecordOf<'link'> = {
    kind: 'link',
    id: 'lin-1' as RecordId,
    ...firstRevision(FIRST),
    from: owner,
    to: { printed: '', id: 'pla-1' as RecordId },
    linkType: '依据',
    note: '据此办理',
  };
  const records = [honor('hon-1'), blank('plan', 'pla-1', { title: '示例办法' })];
  const has = (what: 'attachment' | 'certificate' | 'link', isThere = true): SearchExpression => ({
    type: 'has',
    what,
    isThere,
  });

  it('is searched with it, whichever of them comes first', () => {
    const parts = [attachment('att-1', { name: '证书扫描.pdf', extractedText: '特此表彰' }), photos, link];
    for (const order of [
      [...records, ...parts],
      [...parts, ...records],
    ]) {
      const engine = engineOf(...order);
      expect(engine.size()).toBe(2);
      expect(idsOf(engine, text('特此表彰'))).toEqual(['hon-1']);
      expect(search(engine, text('扫描')).hits[0]?.snippet).toMatchObject({
        field: 'attachment',
        text: '证书扫描.pdf',
      });
      expect(idsOf(engine, text('颁奖'))).toEqual(['hon-1']);
      expect(idsOf(engine, text('据此'))).toEqual(['hon-1', 'pla-1']);
    }
  });

  it('goes with it and comes back with it', () => {
    const engine = engineOf(...records, attachment('att-1', { extractedText: '特此表彰' }));
    engine.put({ ...honor('hon-1'), deletedAt: '2026-01-02T00:00:00.000Z' });
    expect(idsOf(engine, text('表彰'))).toEqual([]);
    engine.put(honor('hon-1'));
    expect(idsOf(engine, text('表彰'))).toEqual(['hon-1']);
    engine.put(attachment('att-1', { extractedText: '特此表彰', owner: { printed: '', id: 'pla-1' as RecordId } }));
    expect(idsOf(engine, text('表彰'))).toEqual(['pla-1']);
    engine.put({ ...attachment('att-1', {}), deletedAt: '2026-01-02T00:00:00.000Z' });
    expect(idsOf(engine, text('表彰'))).toEqual([]);
  });

  it('is what a record has or lacks', () => {
    const engine = engineOf(...records, attachment('att-1', { role: '证书' }), link);
    expect(idsOf(engine, has('certificate'))).toEqual(['hon-1']);
    expect(idsOf(engine, has('attachment', false))).toEqual(['pla-1']);
    expect(idsOf(engine, has('link'))).toEqual(['hon-1', 'pla-1']);
    engine.put({ ...attachment('att-1', { role: '其他' }) });
    expect(idsOf(engine, has('certificate'))).toEqual([]);
    expect(idsOf(engine, has('attachment'))).toEqual(['hon-1']);
  });
});

describe('conditions', () => {
  const engine = engineOf(
    honor('hon-1', {
      date: date('2019.5.4'),
      level: '国家级',
      documentNo: '示发〔2019〕5号',
      round: '第六届',
      works: ['红色工程'],
      recipients: [recipient('示例水务局', 'u-sw')],
      statusEvents: [
        { event: '撤销', date: date('2023'), basis: '' },
        { event: '保留', date: date('2021'), basis: '' },
      ],
    }),
    honor('hon-2', { date: date('2022—2023年度') }),
    blank('activity', 'act-1', { title: '示例宣讲', series: '示例故事汇', date: date('2021') }),
    blank('plan', 'pla-1', { title: '示例办法', status: '现行' }),
    unit('u-sw', [
      { name: '示例市水利局', kind: 'full' },
      { name: '示例水务局', kind: 'short' },
    ]),
  );

  it.each<[string, SearchExpression, readonly string[]]>([
    ['from a year', { type: 'year', from: 2022, to: null }, ['hon-2']],
    ['years', { type: 'year', from: 2019, to: 2021 }, ['act-1', 'hon-1']],
    ['a level that is not settled', { type: 'level', levels: [null] }, ['hon-2', 'act-1', 'pla-1', 'u-sw']],
    ['another name of a unit', { type: 'unitName', text: '水利' }, ['hon-1', 'u-sw']],
    ['a document number', { type: 'field', field: 'documentNo', text: '2019 5' }, ['hon-1']],
    ['a field only', { type: 'field', field: 'round', text: '2019' }, []],
    ['the latest status', { type: 'field', field: 'status', text: '撤销' }, ['hon-1']],
    ['not an earlier status', { type: 'field', field: 'status', text: '保留' }, []],
    ['a work', { type: 'field', field: 'work', text: '红色' }, ['hon-1']],
    ['nothing of nothing', { type: 'any', parts: [] }, []],
    [
      'all but',
      { type: 'all', parts: [text('示例'), { type: 'not', part: { type: 'kind', kinds: ['honor', 'unit'] } }] },
      ['pla-1', 'act-1'],
    ],
  ])('admit %s', (_name, expression, expected) => {
    expect(idsOf(engine, expression).toSorted()).toEqual(expected.toSorted());
  });

  it('count works, series and statuses, each given the other filters', () => {
    const { facets } = search(engine, text(''), { statuses: ['撤销'] });
    expect(facets.works).toEqual([{ value: '红色工程', count: 1 }]);
    expect(facets.statuses).toEqual([
      { value: '撤销', count: 1 },
      { value: '现行', count: 1 },
    ]);
    expect(search(engine, text('')).facets.series).toEqual([{ value: '示例故事汇', count: 1 }]);
    expect(idsOf(engine, text(''), { series: ['示例故事汇'] })).toEqual(['act-1']);
    expect(idsOf(engine, text(''), { works: ['红色工程', '中心任务'] })).toEqual(['hon-1']);
  });

  it('rank as they are searched', () => {
    expect(engine.rank({ expression: text('示例'), limit: 2 })).toEqual({
      total: 5,
      exactTotal: 5,
      ids: idsOf(engine, text('示例')).slice(0, 2),
    });
  });
});

describe('bad input', () => {
  const engine = engineOf(
    ...Array.from({ length: 3000 }, (_, index) => honor(`hon-${index}`, { note: `示例，第${index}号。<b>“标记”</b>` })),
  );

  it.each([
    ['a very long word', text('示例'.repeat(5000))],
    ['a very long mixture', text('示，'.repeat(5000))],
    ['only punctuation', text('，。“”<>')],
    ['control characters', text('\u0000\u0007\u001b')],
    ['markup', text('<b>')],
    ['a regular expression', text('(.*)+$')],
    ['200 terms', { type: 'all', parts: Array.from({ length: 200 }, (_, index) => text(`${index}号`)) } as const],
    [
      '200 alternatives',
      { type: 'any', parts: Array.from({ length: 200 }, (_, index) => text(`第${index}`)) } as const,
    ],
  ])('is answered: %s', (_name, expression) => {
    const { total, exactTotal } = search(engine, expression);
    expect(total).toBeGreaterThanOrEqual(exactTotal);
  });

  it('finds markup as text', () => {
    expect(search(engine, text('<b>“标记”')).total).toBe(3000);
  });
});
