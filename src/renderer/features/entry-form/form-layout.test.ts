import { expect, test } from 'vitest';
import { LEDGER_KINDS } from '#domain/records/record-base';
import { fieldsOf } from '#domain/records/record-fields';
import { FORM_LAYOUTS } from './form-layout.ts';
import { DEFAULT_KEPT } from './kept-fields.ts';

test.each(LEDGER_KINDS)('every field of a %s stands in its form once', (kind) => {
  const { main, sections } = FORM_LAYOUTS[kind];
  const placed = [...main, ...sections.flatMap(({ fields }) => fields)];
  expect(placed.toSorted()).toEqual(
    fieldsOf(kind)
      .map(([name]) => name)
      .toSorted(),
  );
  expect(main[0]).toBe('title');
});

test.each(LEDGER_KINDS)('what a %s keeps for the next one are fields that it has', (kind) => {
  const names = fieldsOf(kind).map(([name]) => name);
  expect(DEFAULT_KEPT[kind].filter((name) => !names.includes(name))).toEqual([]);
});
