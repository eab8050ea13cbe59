import * as v from 'valibot';
import { countsFor, dateWindowSchema } from '../dates/date-window.ts';
import { recordDate, type Entry } from '../records/archive-record.ts';
import { namedUnitIds } from '../records/record-fields.ts';
import type { UnitChange } from '../records/unit-change.ts';
import { unitDisplayName, type Unit } from '../records/unit.ts';
import { unitLine } from '../units/unit-line.ts';
import { LEVELS } from '../vocabulary/levels.ts';
import { compareEntries } from './order-entries.ts';

/** A unit, with the ids of the units that it came out of behind its own. */
export const scopeUnitSchema = v.pipe(
  v.strictObject({ name: v.string(), ids: v.pipe(v.array(v.string()), v.minLength(1)) }),
  v.readonly(),
);

/** What a document is about when it is not about one year: schema entries for its options. */
export const scopeEntries = {
  window: dateWindowSchema,
  /** One unit, with the units that it came out of; null for all. */
  unit: v.nullable(scopeUnitSchema),
  /** Honours of one level; null for all. */
  level: v.nullable(v.picklist(LEVELS)),
};
type Entries = typeof scopeEntries;
export type DocumentScope = { readonly [K in keyof Entries]: v.InferOutput<Entries[K]> };

/** A unit as the scope of a document: with everything that it came out of. */
export function unitScope(unit: Unit, changes: readonly UnitChange[]): NonNullable<DocumentScope['unit']> {
  return { name: unitDisplayName(unit), ids: [unit.id, ...unitLine(unit.id, changes).predecessors] };
}

/** Entries that belong to a document, in chronicle order. */
type InScope<E extends Entry> = {
  readonly dated: readonly E[];
  /** Those that would belong to it if their year were known. */
  readonly undated: readonly E[];
};

export function selectInScope<E extends Entry>(
  entries: readonly E[],
  { window, unit, level }: DocumentScope,
): InScope<E> {
  const ids = unit && new Set(unit.ids);
  const eligible = entries
    .filter((entry) => entry.deletedAt === null)
    .filter((entry) => entry.kind !== 'honor' || level === null || entry.level === level)
    .filter((entry) => ids === null || concerns(entry, ids))
    .toSorted(compareEntries);
  return {
    dated: eligible.filter((entry) => countsFor(recordDate(entry), window)),
    undated: eligible.filter((entry) => recordDate(entry).end === null),
  };
}

/** An honour that a unit awarded is not one of its own. */
function concerns(entry: Entry, ids: ReadonlySet<string>): boolean {
  const named =
    entry.kind === 'honor' ? entry.recipients.flatMap(({ unitId }) => unitId ?? []) : [...namedUnitIds(entry)];
  return named.some((id) => ids.has(id));
}
