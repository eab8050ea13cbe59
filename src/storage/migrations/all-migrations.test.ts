import { expect, test } from 'vitest';
import { RECORD_FORMAT } from '#domain/changes/change-set';
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
