import { LEVELS } from '#domain/vocabulary/levels';
import { PLAN_KINDS, PLAN_STATUSES } from '#domain/vocabulary/plan-terms';
import { WORKS } from '#domain/vocabulary/works';
import { UNIT_NAME_KINDS } from '#domain/vocabulary/unit-terms';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import seedJson from './seed.json' with { type: 'json' };

const text = v.pipe(v.string(), v.nonEmpty());
const names = v.array(text);

const unitSeed = v.strictObject({
  key: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{2,63}$/)),
  names: v.pipe(v.array(v.strictObject({ name: text, kind: v.picklist(UNIT_NAME_KINDS) })), v.minLength(1)),
  brands: v.array(v.strictObject({ name: text, source: text })),
  note: v.string(),
  source: text,
});

const recordSeed = v.variant('kind', [
  v.strictObject({
    kind: v.literal('honor'),
    title: text,
    date: v.string(),
    level: v.nullable(v.picklist(LEVELS)),
    awardedBy: names,
    recipients: names,
    collective: v.boolean(),
    documentNo: v.string(),
    works: v.array(v.picklist(WORKS)),
    note: v.string(),
    source: text,
  }),
  v.strictObject({
    kind: v.literal('plan'),
    title: text,
    planKind: v.picklist(PLAN_KINDS),
    documentNo: v.string(),
    issuers: names,
    issued: v.string(),
    effective: v.string(),
    expires: v.string(),
    status: v.picklist(PLAN_STATUSES),
    note: v.string(),
    source: text,
  }),
  v.strictObject({
    kind: v.literal('activity'),
    title: text,
    series: v.string(),
    episode: v.string(),
    date: v.string(),
    place: v.string(),
    hosts: names,
    coHosts: names,
    participants: names,
    headcount: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
    summary: v.string(),
    note: v.string(),
    source: text,
  }),
]);

const seedSchema = v.strictObject({ about: text, units: v.array(unitSeed), records: v.array(recordSeed) });
type SeedRecord = v.InferOutput<typeof recordSeed>;

const seed = v.parse(seedSchema, seedJson);
const labelled = seed.records.map((record) => ({ label: `${record.kind} ${record.title}`, record }));

/** Names of units on a record. An individual recipient is a person and resolves to no unit. */
function unitNames(record: SeedRecord): readonly string[] {
  switch (record.kind) {
    case 'honor':
      return record.collective ? [...record.awardedBy, ...record.recipients] : record.awardedBy;
    case 'plan':
      return record.issuers;
    case 'activity':
      return [...record.hosts, ...record.coHosts, ...record.participants];
  }
}

function dates(record: SeedRecord): readonly string[] {
  return record.kind === 'plan' ? [record.issued, record.effective, record.expires] : [record.date];
}

/** Words of a phrase that must stand in the article; punctuation may differ between a heading and a sentence. */
function words(phrase: string): readonly string[] {
  return phrase.split(/[\s“”‘’、，。()（）—]+/u).filter((word) => word !== '');
}

/** Whatever a record states and does not only remark on in its note or summary. */
function statements(record: SeedRecord): readonly string[] {
  const common = [record.title, ...unitNames(record), ...dates(record)];
  if (record.kind === 'plan') return [...common, record.documentNo];
  if (record.kind === 'honor') return [...common, ...record.recipients, record.documentNo, ...record.works];
  const headcount = record.headcount === null ? '' : String(record.headcount);
  return [...common, record.series, record.episode, record.place, headcount];
}

describe('the units of the seed', () => {
  test('have keys and names that belong to one unit only', () => {
    const keys = seed.units.map((unit) => unit.key);
    const allNames = seed.units.flatMap((unit) => unit.names.map(({ name }) => name));
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(allNames).size).toBe(allNames.length);
  });

  test.each(seed.units)('$key is named as its source prints it', (unit) => {
    for (const { name } of unit.names) expect(unit.source).toContain(name);
  });

  test.each(seed.units.flatMap((unit) => unit.brands))('the brand $name stands in its source', ({ name, source }) => {
    expect(source).toContain(name);
  });
});

describe('the records of the seed', () => {
  test.each(labelled)('$label names only units that resolve to exactly one', ({ record }) => {
    for (const printed of unitNames(record)) {
      const owners = seed.units.filter((unit) => unit.names.some(({ name }) => name === printed));
      expect(owners.map((unit) => unit.key)).toHaveLength(1);
    }
  });

  test('are no duplicates of each other', () => {
    const titles = seed.records.map((record) =>
      record.kind === 'activity'
        ? [record.kind, record.series, record.episode, record.title].join('|')
        : `${record.kind}|${record.title}`,
    );
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(labelled)('$label carries no year that its source does not print', ({ record }) => {
    for (const date of dates(record)) {
      for (const year of date.match(/(?:19|20)\d{2}/gu) ?? []) expect(record.source).toContain(year);
    }
  });

  test.each(labelled)('$label states nothing that its source does not print', ({ record }) => {
    for (const word of statements(record).flatMap(words)) expect(record.source).toContain(word);
  });

  test.each(labelled)('$label claims a level only by the words of its title', ({ record }) => {
    if (record.kind !== 'honor' || record.level === null) return;
    expect(record.level).toBe('国家级');
    expect(record.title).toContain('全国');
  });
});
