import { expect, it } from 'vitest';
import { createCellReader } from '#domain/ledger/read-cell';
import { templateColumns } from '#domain/list-table/list-columns';
import { ENTRY_KINDS } from '#domain/records/record-base';
import { templateOutlines } from './template-outlines.ts';

it.each(ENTRY_KINDS)(
  'the template of %s explains each of its columns, with an example that could be entered',
  (kind) => {
    const [table, how] = templateOutlines(kind);
    const explained = how?.rows ?? [];
    expect(explained.map(([heading]) => heading)).toEqual(table?.columns.map(({ heading }) => heading));
    const read = createCellReader(kind, '2026-11-24');
    templateColumns(kind).forEach((name, index) => {
      const [heading, words, example] = explained[index] ?? [];
      expect(words).toMatch(/。$/);
      expect([heading, example]).not.toContain(null);
      if (typeof example !== 'string') throw new Error(`${name} has no example`);
      const value = read(name, example, null);
      expect([name, value.ok || value.error]).toEqual([name, true]);
      expect(table?.columns[index]?.choices ?? [example]).toContain(example);
    });
  },
);
