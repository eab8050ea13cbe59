import * as v from 'valibot';
import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import {
  mapFields,
  type BoundaryOf,
  type BuildTools,
  type DraftOf,
  type Field,
  type Fields,
  type StoredOf,
} from './field.ts';

const MOST_ROWS = 500;

/** A list of rows with fields of their own, such as the names of a unit or the posts of a person. */
export function rows<const F extends Fields>(
  fields: F,
): Field<readonly StoredOf<F>[], readonly DraftOf<F>[], readonly BoundaryOf<F>[]> {
  type Stored = readonly StoredOf<F>[];
  const stored = v.pipe(
    v.array(v.pipe(v.strictObject(mapFields(fields, (field) => field.stored)), v.readonly())),
    v.readonly(),
  );
  return {
    type: 'rows',
    stored: stored as unknown as v.GenericSchema<unknown, Stored>,
    draft: (name) => {
      const row = v.strictObject(mapFields(fields, (field) => field.draft(name)));
      const list = v.pipe(
        v.array(row, 'not-a-list'),
        v.maxLength(MOST_ROWS, 'too-many'),
        v.transform((drafts) => drafts.filter((draft) => !isBlank(fields, draft))),
      );
      return v.optional(list, []) as unknown as v.GenericSchema<unknown, readonly DraftOf<F>[]>;
    },
    build: (drafts, tools) =>
      drafts.map((draft) => buildFields(fields, draft, datedTools(draft, tools)) as StoredOf<F>),
    boundary: (values) => values.map((value) => fieldsToBoundary(fields, value) as BoundaryOf<F>),
    empty: [],
    fields,
    bodiesOf: (values) =>
      values.flatMap((value) =>
        Object.entries(fields).flatMap(([name, field]) => field.bodiesOf?.(value[name as keyof F]) ?? []),
      ),
    mapUnits: (values, map) => values.map((value) => mapUnitFields(fields, value, map)),
  };
}

/** Names in a row with a beginning of its own, such as a post, are understood as of then. */
function datedTools(draft: Readonly<Record<string, unknown>>, tools: BuildTools): BuildTools {
  const from = draft['from'] as FuzzyDate | undefined;
  if (!from || from.start === null) return tools;
  return { ...tools, refer: (printed) => tools.refer(printed, from) };
}

/** A row of which nothing was filled in; a choice alone does not make one, since it has a first value. */
function isBlank(fields: Fields, draft: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(fields).every(([name, { type }]) => {
    const value = draft[name];
    if (type === 'choice' || type === 'flag') return true;
    if (type === 'date') return (value as { raw: string; start: unknown }).raw === '';
    return value === '' || value === null || (Array.isArray(value) && value.length === 0);
  });
}

export function buildFields(
  fields: Fields,
  draft: Readonly<Record<string, unknown>>,
  tools: BuildTools,
): Record<string, unknown> {
  return mapFields(fields, (field, name) => field.build(draft[name], tools, draft) as unknown);
}

export function fieldsToBoundary(fields: Fields, stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return mapFields(fields, (field, name) => field.boundary(stored[name]) as unknown);
}

export function mapUnitFields<T extends Readonly<Record<string, unknown>>>(
  fields: Fields,
  stored: T,
  map: (unitId: string) => string,
): T {
  const mapped = Object.entries(fields).flatMap(([name, field]) =>
    field.mapUnits ? [[name, field.mapUnits(stored[name], map)] as const] : [],
  );
  return { ...stored, ...Object.fromEntries(mapped) };
}
