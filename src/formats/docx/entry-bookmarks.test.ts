import { expect, it } from 'vitest';
import { composeYearbook } from '#domain/yearbook/compose-yearbook';
import { honorOf, OPTIONS } from '#domain/yearbook/yearbook-fixtures';
import { entryBookmarks } from './entry-bookmarks.ts';

it('every record has a bookmark of its own that Word accepts', () => {
  const ids = ['0190a3c2-7c1e-4b1d-9a3e-0123456789ab', 'a-b', 'a_b', 'A-B', 'x'.repeat(64)];
  const { tree } = composeYearbook(
    ids.map((id) => honorOf(id)),
    OPTIONS,
  );
  const names = [...entryBookmarks(tree).values()];
  expect(names).toContain('R_0190a3c2_7c1e_4b1d_9a3e_0123456789ab');
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
  for (const name of names) expect(name).toMatch(/^[A-Za-z]\w{0,39}$/);
});
