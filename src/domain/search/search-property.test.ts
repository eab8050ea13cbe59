import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import type { Entry, FindableRecord } from '../records/archive-record.ts';
import { recordIdSchema, unitIdSchema } from '../records/record-base.ts';
import { blank, recipient, unit } from '../records/record-fixtures.ts';
import type { Unit } from '../records/unit.ts';
import { LEVELS } from '../vocabulary/levels.ts';
import { WORKS } from '../vocabulary/works.ts';
import { normalizeForSearch } from './normalize-text.ts';
import { createSearchCorpus } from './search-corpus.ts';
import { toSearchDocument } from './search-document.ts';

// Few characters, so that random texts and queries meet; some change their length when they are normalised.
const ALPHABET = [
  ...Array.from('菏泽市委机关工先进检察院组织〇○零２2019年6月.ＡaＮ+㈱①𠮷é（( 　，'),
  'e\u0301',
  '\u200b',
];

type Random = (below: number) => number;

/** mulberry32: the same numbers on every run. */
function seededRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function pick<T>(random: Random, values: readonly [T, ...T[]] | readonly T[]): T {
  return values[random(values.length)] as T;
}

function text(random: Random, maxLength: number): string {
  return Array.from({ length: random(maxLength + 1) }, () => pick(random, ALPHABET)).join('');
}

function randomDate(random: Random): FuzzyDate {
  const day = `20${14 + random(12)}-0${1 + random(9)}-1${random(10)}`;
  if (random(4) === 0) return { raw: text(random, 4), start: null, end: null, precision: 'unknown' };
  if (random(2) === 0) return { raw: text(random, 4), start: day, end: day, precision: 'day' };
  return { raw: text(random, 4), start: day, end: '2026-03-31', precision: 'range' };
}

const UNIT_IDS = Array.from({ length: 8 }, (_, index) => v.parse(unitIdSchema, `unit-${index}`));
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

/** Reads every field of every record, as plainly as the rule is written. */
function naiveSearch(records: ReadonlyMap<string, FindableRecord>, query: string): readonly string[] {
  const terms = normalizeForSearch(query)
    .split(' ')
    .filter((term) => term !== '');
  const unitNames = (id: string): readonly string[] => {
    const known = records.get(id);
    return known?.kind === 'unit' && known.deletedAt === null ? known.names.map(({ name }) => name) : [];
  };
  return [...records.values()]
    .filter((record) => record.deletedAt === null)
    .filter((record) => {
      const fields = toSearchDocument(record, unitNames).fields.map((field) => normalizeForSearch(field.text));
      return terms.every((term) => fields.some((field) => field.includes(term)));
    })
    .map((record) => record.id as string)
    .toSorted();
}

it.each([1, 20, 300])('finds what a naive scan finds, whatever was put, changed and removed (seed %d)', (seed) => {
  const random = seededRandom(seed);
  const records = new Map<string, FindableRecord>();
  const corpus = createSearchCorpus();
  let found = 0;
  for (let step = 0; step < 600; step += 1) {
    if (random(6) === 0) {
      const id: string = pick(random, random(4) === 0 ? UNIT_IDS : ENTRY_IDS);
      records.delete(id);
      corpus.remove(id);
    } else {
      const record = random(5) === 0 ? randomUnit(random) : randomEntry(random);
      records.set(record.id, record);
      corpus.put(record);
    }
    if (step % 2 === 0) continue;
    const query = Array.from({ length: 1 + random(8) }, () => pick(random, ALPHABET))
      .join('')
      .slice(0, 1 + random(8));
    const { total, hits, facets } = corpus.search({ text: query, limit: 1_000 });
    const expected = naiveSearch(records, query);
    expect({ query, ids: hits.map(({ id }) => id as string).toSorted(), total }).toEqual({
      query,
      ids: expected,
      total: expected.length,
    });
    expect(facets.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    found += total;
  }
  expect(found).toBeGreaterThan(1_000);
});
