import * as v from 'valibot';
import { expect, test } from 'vitest';
import { RECORD_FORMAT } from '#domain/changes/change-set';
import { archiveRecordSchema } from '#domain/records/archive-record';
import { MIGRATIONS, upgradeRecord } from './all-migrations.ts';
import type { Migration } from './migration.ts';

test('migrations are numbered from 1 without gaps, up to the format that change sets are written in', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  expect(MIGRATIONS.at(-1)?.version).toBe(RECORD_FORMAT);
});

test('a record of an earlier format passes through every later step, in order', () => {
  const steps: readonly Migration[] = [
    { version: 1, stores: {} },
    { version: 2, stores: {}, upgradeRecord: (record) => ({ ...record, steps: ['second'] }) },
    { version: 3, stores: {} },
    {
      version: 4,
      stores: {},
      upgradeRecord: (record) => ({ ...record, steps: [...(record['steps'] as string[]), 'fourth'] }),
    },
  ];
  expect(upgradeRecord({ id: 'a' }, 1, steps)).toEqual({ id: 'a', steps: ['second', 'fourth'] });
  expect(upgradeRecord({ id: 'a', steps: [] }, 3, steps)).toEqual({ id: 'a', steps: ['fourth'] });
  expect(upgradeRecord({ id: 'a' }, 4, steps)).toEqual({ id: 'a' });
});

test('a record of the first version becomes one that this version takes', () => {
  const bookkeeping = {
    revision: 1,
    createdAt: '2026-11-01T08:00:00.000Z',
    createdBy: '示例甲某',
    updatedAt: '2026-11-01T08:00:00.000Z',
    updatedBy: '示例甲某',
    deletedAt: null,
    deleteReason: null,
  };
  const named = { names: [{ name: '示例单位', kind: 'full' }], brands: [], note: '', source: '' };
  const upgraded = upgradeRecord({ kind: 'unit', id: 'unit-1', ...bookkeeping, ...named }, 1);
  expect(v.parse(archiveRecordSchema, upgraded)).toMatchObject({ id: 'unit-1', origin: null });
});
