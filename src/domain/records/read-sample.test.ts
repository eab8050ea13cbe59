import { describe, expect, it } from 'vitest';
import type { ArchiveRecord } from './archive-record.ts';
import { readSample } from './read-sample.ts';
import { FIRST, TODAY, unit } from './record-fixtures.ts';

const SAMPLE = {
  units: [{ key: 'work-committee', names: [{ name: '工委', kind: 'short' }], brands: [], note: '', source: '' }],
  records: [
    { kind: 'plan', title: '办法', issuers: ['工委', '市甲局'] },
    { kind: 'honor', title: '先进', awardedBy: ['市甲局', '市乙局'], recipients: ['工委'] },
  ],
};

const load = (present: readonly ArchiveRecord[] = [], sample: unknown = SAMPLE) =>
  readSample(sample, new Map(present.map((record) => [record.id, record])), FIRST, TODAY).map(({ after }) => after);

describe('the sample', () => {
  it('becomes additions with fixed ids', () => {
    const ids = load().map(({ id }) => id);
    expect(ids).toEqual([
      'seed-unit-work-committee',
      'seed-unit-found-1-1',
      'seed-plan-001',
      'seed-unit-found-2-1',
      'seed-honor-002',
    ]);
    expect(load().map(({ id }) => id)).toEqual(ids);
  });

  it('founds a unit once, though several records name it', () => {
    const names = load().flatMap((record) => (record.kind === 'unit' ? record.names.map(({ name }) => name) : []));
    expect(names).toEqual(['工委', '市甲局', '市乙局']);
  });

  it('uses the units that are there', () => {
    const present = [unit('unit-a', '市甲局'), unit('unit-b', '市乙局')];
    const records = load(present);
    expect(records.map(({ id }) => id)).toEqual(['seed-unit-work-committee', 'seed-plan-001', 'seed-honor-002']);
    expect(records[2]).toMatchObject({ awardedBy: [{ unitId: 'unit-a' }, { unitId: 'unit-b' }] });
  });

  it('adds only what is missing, and nothing the second time', () => {
    const [committee, foundUnit, plan] = load();
    const present = [committee, foundUnit, plan].filter((record) => record !== undefined);
    expect(load(present).map(({ id }) => id)).toEqual(['seed-unit-found-2-1', 'seed-honor-002']);
    expect(load(load())).toEqual([]);
  });

  it('brings back what was deleted, as a new revision of the same record', () => {
    const deleted = load().map((record) => ({ ...record, revision: 2, deletedAt: FIRST.at }));
    const changes = readSample(SAMPLE, new Map(deleted.map((record) => [record.id, record])), FIRST, TODAY);
    expect(changes.map(({ after }) => after.id)).toContain('seed-honor-002');
    for (const { before, after } of changes) {
      expect(after).toMatchObject({ id: before?.id, revision: 3, deletedAt: null });
    }
  });

  it('must be well formed', () => {
    expect(() => load([], {})).toThrow('Invalid key');
    expect(() => load([], { ...SAMPLE, records: [{ kind: 'honor' }] })).toThrow('Sample record 1');
    expect(() => load([], { ...SAMPLE, records: [{ kind: 'person', title: '示例甲某' }] })).toThrow('Invalid type');
  });
});
