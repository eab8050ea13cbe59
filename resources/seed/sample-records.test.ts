import { archiveRecordSchema, type ArchiveRecord } from '#domain/records/archive-record';
import { readSample } from '#domain/records/read-sample';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import seedJson from './seed.json' with { type: 'json' };

const STAMP = { at: '2026-11-24T08:00:00.000Z', by: '示例甲某' };
const TODAY = '2026-11-24';

function load(existing: readonly ArchiveRecord[] = [], stamp = STAMP): readonly ArchiveRecord[] {
  const present = new Map(existing.map((record) => [String(record.id), record]));
  return readSample(seedJson, present, stamp, TODAY).map(({ after }) => after);
}

const records = load();

describe('the sample in an archive', () => {
  test('is every unit and record of the seed, and no unit besides', () => {
    expect(records.filter(({ kind }) => kind === 'unit')).toHaveLength(seedJson.units.length);
    expect(records).toHaveLength(seedJson.units.length + seedJson.records.length);
  });

  test.each(records.map((record) => ({ id: record.id, record })))('$id is a valid record', ({ record }) => {
    expect(v.parse(archiveRecordSchema, JSON.parse(JSON.stringify(record)))).toEqual(record);
    expect(record).toMatchObject({ revision: 1, createdAt: STAMP.at, updatedBy: STAMP.by, deletedAt: null });
  });

  test('names only units that are in it', () => {
    const ids = new Set<string>(records.filter(({ kind }) => kind === 'unit').map(({ id }) => id));
    const named = [...JSON.stringify(records).matchAll(/"unitId":"([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('has ids of its own that are the same whoever loads it and when', () => {
    const ids = records.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(load([], { at: '2030-01-01T00:00:00.000Z', by: '示例乙某' }).map(({ id }) => id)).toEqual(ids);
    for (const id of ids) expect(id).toMatch(/^seed-(?:unit|honor|plan|activity)-/);
  });

  test('adds nothing to an archive that has it, even if its units were renamed there', () => {
    expect(load(records)).toEqual([]);
    const renamed = records.map((record) =>
      record.kind === 'unit'
        ? { ...record, names: record.names.map((name) => ({ ...name, name: `别的${name.name}` })) }
        : record,
    );
    expect(load(renamed)).toEqual([]);
  });

  test('comes back whole after it was deleted, as when its loading was undone', () => {
    const deleted = records.map((record) => ({ ...record, deletedAt: STAMP.at }));
    const restored = load(deleted);
    expect(new Set(restored.map(({ id }) => id))).toEqual(new Set(records.map(({ id }) => id)));
    for (const record of restored) expect(record).toMatchObject({ revision: 2, deletedAt: null });
  });

  test('adds what is missing, to the units that are there', () => {
    const missing = records.find(({ kind }) => kind === 'honor');
    const rest = records.filter((record) => record !== missing);
    expect(load(rest)).toEqual([missing]);
  });
});
