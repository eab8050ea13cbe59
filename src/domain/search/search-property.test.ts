import * as v from 'valibot';
import { expect, it } from 'vitest';
import { UNKNOWN_DATE, type FuzzyDate } from '../dates/fuzzy-date.ts';
import type { ArchiveRecord, Entry, RecordOf } from '../records/archive-record.ts';
import { FINDABLE_KINDS, recordIdSchema, unitIdSchema } from '../records/record-base.ts';
import { blank, recipient, unit } from '../records/record-fixtures.ts';
import type { Unit } from '../records/unit.ts';
import { LEVELS } from '../vocabulary/levels.ts';
import { WORKS } from '../vocabulary/works.ts';
import type { StoreLimits } from './document-store.ts';
import { createNaiveArchive, type NaiveArchive } from './naive-archive.ts';
import { createSearchEngine, loadSearchEngine, type SearchEngine, type SearchQuery } from './search-engine.ts';
import { SEARCHABLE_FIELDS, SEARCHABLE_THINGS, type SearchExpression, type YearRange } from './search-expression.ts';
import type { SearchFilters } from './search-facets.ts';
import { pick, seededRandom, type Random } from './seeded-random.ts';

// Few characters, so that random texts and queries meet; some change their length when they are normalised.
const ALPHABET = [
  ...Array.from('菏泽市委机关工先进检察院组织〇○零２2019年6月.ＡaＮ+㈱①𠮷é（( 　，。檢查機關單'),
  'e\u0301',
  '\u200b',
];

/** Texts come again in other records and other fields, as they do in an archive. */
const COMMON = ['菏泽市委', '机关', '先进〇1', '2019.6', '檢查機關，單位', '菏泽市委组织', 'Ａa＋㈱'];

function text(random: Random, maxLength: number): string {
  if (random(3) === 0) return pick(random, COMMON).slice(0, maxLength);
  return Array.from({ length: random(maxLength + 1) }, () => pick(random, ALPHABET)).join('');
}

function randomDate(random: Random): FuzzyDate {
  const day = `20${14 + random(12)}-0${1 + random(9)}-1${random(10)}`;
  if (random(4) === 0) return { raw: text(random, 4), start: null, end: null, precision: 'unknown' };
  if (random(2) === 0) return { raw: text(random, 4), start: day, end: day, precision: 'day' };
  return { raw: text(random, 4), start: day, end: '2026-03-31', precision: 'range' };
}

const UNIT_IDS = Array.from({ length: 8 }, (_, index) => v.parse(unitIdSchema, `unit-${index}`));
const PART_IDS = Array.from({ length: 40 }, (_, index) => `part-${index}`);
const ENTRY_IDS = Array.from({ length: 120 }, (_, index) => v.parse(recordIdSchema, `entry-${index}`));

function bookkeeping(random: Random) {
  return {
    revision: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: '',
    updatedAt: '2026-01-01T00:00:00.000Z',
    updatedBy: '',
    deletedAt: random(8) === 0 ? '2026-01-02T00:00:00.000Z' : null,
    deleteReason: null,
  };
}

function randomUnit(random: Random): Unit {
  const names = [
    { name: text(random, 8), kind: 'full' },
    { name: text(random, 4), kind: 'short' },
  ] as const;
  return unit(pick(random, UNIT_IDS), names, {
    ...bookkeeping(random),
    brands: [{ name: text(random, 6), since: randomDate(random), summary: text(random, 6), source: '' }],
    note: text(random, 10),
  });
}

function randomEntry(random: Random): Entry {
  const references = () =>
    Array.from({ length: random(3) }, () => ({ printed: text(random, 8), unitId: pick(random, UNIT_IDS) }));
  const id = pick(random, ENTRY_IDS);
  const common = {
    ...bookkeeping(random),
    title: text(random, 12),
    note: text(random, 60),
    source: text(random, 8),
  };
  switch (random(3)) {
    case 0:
      return blank('honor', id, {
        ...common,
        level: random(3) === 0 ? null : pick(random, LEVELS),
        awardedBy: references(),
        recipients: [
          ...references().map(({ printed, unitId }) => recipient(printed, unitId)),
          { ...recipient(text(random, 3)), role: text(random, 3) },
        ],
        documentNo: text(random, 8),
        date: randomDate(random),
        works: random(2) === 0 ? [] : [pick(random, WORKS)],
        statusEvents: [{ event: '保留', date: randomDate(random), basis: text(random, 6) }],
      });
    case 1:
      return blank('plan', id, {
        ...common,
        planKind: '方案',
        documentNo: text(random, 8),
        issuers: references(),
        issued: randomDate(random),
        effective: randomDate(random),
        expires: randomDate(random),
        status: '现行',
        fullText: text(random, 80),
      });
    default:
      return blank('activity', id, {
        ...common,
        series: text(random, 8),
        episode: text(random, 4),
        date: randomDate(random),
        place: text(random, 4),
        hosts: references(),
        coHosts: references(),
        participants: references(),
        summary: text(random, 30),
        results: [{ name: text(random, 3), unit: references()[0] ?? null, result: text(random, 3) }],
      });
  }
}

function randomPart(random: Random): ArchiveRecord {
  const id = pick(random, PART_IDS);
  const owner = () => (random(6) === 0 ? null : { printed: text(random, 4), id: pick(random, ENTRY_IDS) });
  switch (random(3)) {
    case 0:
      return blankPart('attachment', id, random, {
        owner: owner(),
        name: text(random, 6),
        caption: text(random, 4),
        extractedText: text(random, 30),
        role: random(2) === 0 ? '证书' : '其他',
      });
    case 1:
      return blankPart('photoGroup', id, random, { owner: owner(), title: text(random, 5), people: text(random, 5) });
    default:
      return blankPart('link', id, random, { from: owner(), to: owner(), note: text(random, 8) });
  }
}

function blankPart<K extends 'attachment' | 'photoGroup' | 'link'>(
  kind: K,
  id: string,
  random: Random,
  content: Partial<RecordOf<K>>,
): ArchiveRecord {
  return { ...PARTS[kind], ...bookkeeping(random), id, note: text(random, 3), ...content } as unknown as ArchiveRecord;
}

/** Every field of the three kinds that the search reads. */
const PARTS = {
  attachment: { kind: 'attachment', owner: null, name: '', caption: '', extractedText: '', role: '其他', note: '' },
  photoGroup: {
    kind: 'photoGroup',
    owner: null,
    title: '',
    event: '',
    date: UNKNOWN_DATE,
    place: '',
    people: '',
    background: '',
    photographer: '',
    note: '',
  },
  link: { kind: 'link', from: null, to: null, linkType: '相关', note: '' },
};

function randomWords(random: Random): string {
  return Array.from({ length: 1 + random(6) }, () => pick(random, ALPHABET))
    .join('')
    .slice(0, 1 + random(6));
}

function randomCondition(random: Random): SearchExpression {
  switch (random(12)) {
    case 0:
      return { type: 'kind', kinds: [pick(random, FINDABLE_KINDS), pick(random, ['honor', 'plan'] as const)] };
    case 1:
      return { type: 'year', ...randomYears(random) };
    case 2:
      return { type: 'level', levels: [random(2) === 0 ? null : pick(random, LEVELS), pick(random, LEVELS)] };
    case 3:
      return { type: 'unitName', text: randomWords(random).slice(0, 2) };
    case 4:
      return { type: 'unit', unitId: pick(random, UNIT_IDS) };
    case 5:
      return { type: 'field', field: pick(random, SEARCHABLE_FIELDS), text: randomWords(random).slice(0, 2) };
    case 6:
      return { type: 'has', what: pick(random, SEARCHABLE_THINGS), isThere: random(2) === 0 };
    default:
      return { type: 'text', text: randomWords(random), isPhrase: random(5) === 0 };
  }
}

function randomExpression(random: Random, depth = 2): SearchExpression {
  if (depth === 0 || random(3) === 0) return randomCondition(random);
  const parts = Array.from({ length: random(4) }, () => randomExpression(random, depth - 1));
  if (random(4) === 0) return { type: 'not', part: randomExpression(random, depth - 1) };
  return { type: random(2) === 0 ? 'all' : 'any', parts };
}

function randomYears(random: Random): YearRange {
  const year = 2014 + random(12);
  return { from: random(3) === 0 ? null : year, to: random(3) === 0 ? null : year + random(3) };
}

function randomFilters(random: Random): SearchFilters {
  if (random(2) === 0) return {};
  return {
    ...(random(4) === 0 ? { kinds: [pick(random, FINDABLE_KINDS), 'honor'] } : {}),
    ...(random(5) === 0 ? { years: Array.from({ length: random(3) }, () => randomYears(random)) } : {}),
    ...(random(6) === 0 ? { levels: [pick(random, LEVELS)] } : {}),
    ...(random(6) === 0 ? { unitId: pick(random, UNIT_IDS) } : {}),
    ...(random(6) === 0 ? { works: [pick(random, WORKS), pick(random, WORKS)] } : {}),
    ...(random(8) === 0 ? { statuses: ['保留', '现行'] } : {}),
    ...(random(8) === 0 ? { series: [text(random, 1), text(random, 1)] } : {}),
  };
}

/** So few that there are many segments, and that these become one again and again. */
const FEW: StoreLimits = { mostUnindexed: 6, mostOutside: 20, mostOutsideShare: 1 / 8 };

function reopen(engine: SearchEngine, limits?: StoreLimits): SearchEngine {
  const loaded = loadSearchEngine(engine.save(12), limits);
  if (!loaded.ok) throw new Error(loaded.error);
  expect(loaded.value.sequence).toBe(12);
  return loaded.value.engine;
}

function expectSame(engine: SearchEngine, naive: NaiveArchive, query: SearchQuery): number {
  const { ids, ...answer } = engine.search(query);
  const expected = naive.search(query);
  expect({
    query,
    ids: answer.hits.map(({ id }) => id),
    ranks: answer.hits.map(({ score, isExact }) => [isExact, score]),
  }).toEqual({
    query,
    ids: expected.hits.map(({ id }) => id),
    ranks: expected.hits.map(({ score, isExact }) => [isExact, score]),
  });
  expect({ query, total: answer.total, exactTotal: answer.exactTotal, facets: answer.facets }).toEqual({
    query,
    total: expected.hits.length,
    exactTotal: expected.hits.filter(({ isExact }) => isExact).length,
    facets: expected.facets,
  });
  expect([...ids()].toSorted()).toEqual(expected.hits.map(({ id }) => id).toSorted());
  return answer.total;
}

it.each([
  [1, undefined],
  [20, undefined],
  [300, FEW],
  [4_000, FEW],
])(
  'finds what a naive scan finds, whatever was put, changed, removed and put in order (seed %d, limits %j)',
  { timeout: 60_000 },
  (seed, limits) => {
    const random = seededRandom(seed);
    const naive = createNaiveArchive();
    let engine = createSearchEngine(undefined, limits);
    let found = 0;
    let unfinished = 0;
    for (let step = 0; step < 500; step += 1) {
      if (random(7) === 0) {
        const id: string = pick(random, pick(random, [UNIT_IDS, ENTRY_IDS, ENTRY_IDS, PART_IDS]));
        naive.remove(id);
        engine.remove(id);
      } else {
        const record = pick(random, [randomUnit, randomEntry, randomEntry, randomEntry, randomPart])(random);
        naive.put(record);
        engine.put(record);
      }
      if (random(40) === 0) engine.compact();
      if (random(50) === 0) engine = reopen(engine, limits);
      if (random(3) > 0 && engine.tidy()) unfinished += 1;

      if (step % 2 === 0) continue;
      const isPlain = random(2) === 0;
      found += expectSame(engine, naive, {
        expression: isPlain ? { type: 'text', text: randomWords(random), isPhrase: false } : randomExpression(random),
        limit: 1_000,
        isExactOnly: random(4) === 0,
        ...randomFilters(random),
      });
      expect(engine.size()).toBe(naive.size());
    }
    expect(found).toBeGreaterThan(1_000);
    expect(unfinished).toBeGreaterThanOrEqual(limits === FEW ? 20 : 0);
  },
);

it('finds what a naive scan finds where there is more than is read whole', { timeout: 60_000 }, () => {
  const random = seededRandom(5);
  const naive = createNaiveArchive();
  const engine = createSearchEngine();
  const put = (record: ArchiveRecord) => {
    naive.put(record);
    engine.put(record);
  };
  for (let count = 0; count < 10; count += 1) put(randomUnit(random));
  for (let count = 0; count < 1_800; count += 1) {
    put({ ...randomEntry(random), id: v.parse(recordIdSchema, `many-${count}`), deletedAt: null });
  }
  engine.compact();
  for (let count = 0; count < 40; count += 1)
    put({ ...randomEntry(random), id: v.parse(recordIdSchema, `many-${count}`) });
  put(randomUnit(random));
  let found = 0;
  for (let count = 0; count < 80; count += 1) {
    const words = Array.from(
      { length: 1 + random(3) },
      () => pick(random, ALPHABET) + pick(random, ['', pick(random, ALPHABET)]),
    );
    const expression: SearchExpression =
      random(2) === 0
        ? { type: 'all', parts: words.map((word) => ({ type: 'text', text: word, isPhrase: false })) }
        : randomExpression(random);
    found += expectSame(engine, naive, {
      expression,
      limit: 5_000,
      isExactOnly: random(3) === 0,
      ...randomFilters(random),
    });
  }
  expect(found).toBeGreaterThan(10_000);
});

it('shows the same page of one list wherever the page begins', () => {
  const random = seededRandom(7);
  const engine = createSearchEngine();
  for (let step = 0; step < 300; step += 1) {
    engine.put(randomEntry(random));
    if (step === 200) engine.compact();
  }
  for (const typed of ['先', '机关', '2019', '']) {
    const query = { expression: { type: 'text', text: typed, isPhrase: false }, limit: 1_000 } as const;
    const all = engine.search(query).hits.map(({ id }) => id);
    for (let offset = 0; offset < all.length + 5; offset += 7) {
      const page = engine.search({ ...query, offset, limit: 5 }).hits.map(({ id }) => id);
      expect(page).toEqual(all.slice(offset, offset + 5));
    }
  }
});
