import type * as v from 'valibot';
import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import type { Level } from '../vocabulary/levels.ts';
import type { RecordId, UnitReference } from './record-base.ts';

export const FIELD_TYPES = [
  'title',
  'text',
  'prose',
  'choice',
  'choices',
  'level',
  'date',
  'count',
  'flag',
  'names',
  'bodies',
  'recipients',
  'reference',
  'rows',
] as const;
/** What a field is to those who show it, enter it, compare it or paste into it. */
export type FieldType = (typeof FIELD_TYPES)[number];

/** What turning a draft into a record needs to know of the rest of the archive. */
export type BuildTools = {
  /**
   * The unit that a printed name stands for on a date (the record's own when none is given); a name that none is known
   * by founds one.
   */
  readonly refer: (printed: string, on?: FuzzyDate) => UnitReference;
  /** The record that a printed title stands for, or null when it is not known, or more than one would fit. */
  readonly resolve: (kind: ReferableKind, printed: string) => RecordId | null;
  /** The level that follows from bodies in their order, lead first, and from the programme; null when none does. */
  readonly deriveLevel: (bodies: readonly UnitReference[], programmeId: RecordId | null) => Level | null;
};

/** Kinds that other records name by their title. */
export type ReferableKind = 'person' | 'programme' | 'plan' | 'unit' | 'photoGroup';

/** A body or person named on a record: as printed there, and the unit that it stands for, if any. */
export type NamedBody = { readonly printed: string; readonly unitId: string | null };

/**
 * Everything that the archive knows of one field: how it is stored, what is taken and given at the boundary, and what
 * it is to those who show it. One definition serves the schema, forms, ledgers, history, import and the command line.
 *
 * S is the stored value, D the checked draft, B the value at the boundary (the command line, JSON files and forms).
 */
export type Field<S, D = S, B = S> = {
  readonly type: FieldType;
  readonly stored: v.GenericSchema<unknown, S>;
  /** Reads a value from the boundary, run by `inContext`; missing stands for empty unless the field is required. */
  readonly draft: (name: string) => v.GenericSchema<unknown, D>;
  readonly build: (draft: D, tools: BuildTools, siblings: Readonly<Record<string, unknown>>) => S;
  readonly boundary: (stored: S) => B;
  /** What stands in an empty form. */
  readonly empty: unknown;
  readonly choices?: readonly string[];
  /** Fields of each row, for a field of type 'rows'. */
  readonly fields?: Fields;
  /** Kind of record that is referred to, for a field of type 'reference'; null when it may be any. */
  readonly refersTo?: ReferableKind | null;
  readonly bodiesOf?: (stored: S) => readonly NamedBody[];
  /** The value with every unit reference rewritten, as when two units are merged. */
  readonly mapUnits?: (stored: S, map: (unitId: string) => string) => S;
};

// The parameters stand on both sides of functions, so that no narrower type would take every field.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyField = Field<any, any, any>;
export type Fields = Readonly<Record<string, AnyField>>;

export type StoredOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer S, infer _D, infer _B> ? S : never;
};
export type DraftOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer _S, infer D, infer _B> ? D : never;
};
export type BoundaryOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer _S, infer _D, infer B> ? B : never;
};

/** The fields in the order of their definition, with what is made of each. */
export function mapFields<T>(fields: Fields, map: (field: AnyField, name: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, map(field, name)]));
}
