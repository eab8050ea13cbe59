import * as v from 'valibot';
import { mapFields, type BoundaryOf, type DraftOf, type Fields, type StoredOf } from './field.ts';
import { bookkeepingEntries, recordIdSchema, unitIdSchema, type RecordId, type UnitId } from './record-base.ts';

type Bookkeeping = v.InferOutput<v.StrictObjectSchema<typeof bookkeepingEntries, undefined>>;
type Flat<T> = { readonly [K in keyof T]: T[K] };

/** A record as it is stored: its kind, its id, who changed it when, and its fields. */
export type StoredRecord<K extends string, F extends Fields> = Flat<
  { kind: K; id: K extends 'unit' ? UnitId : RecordId } & Bookkeeping & StoredOf<F>
>;

/** A draft that was checked: dates are read, bodies are still names. */
export type RecordDraft<K extends string, F extends Fields> = Flat<{ kind: K; id?: string | undefined } & DraftOf<F>>;

/** A record as the command line, JSON files and forms see it: bodies by name, no bookkeeping. */
export type BoundaryShape<K extends string, F extends Fields> = Flat<{ kind: K; id: string } & BoundaryOf<F>>;

export function storedSchema<K extends string, F extends Fields>(
  kind: K,
  fields: F,
): v.GenericSchema<unknown, StoredRecord<K, F>> {
  const schema = v.pipe(
    v.strictObject({
      kind: v.literal(kind),
      id: kind === 'unit' ? unitIdSchema : recordIdSchema,
      ...bookkeepingEntries,
      ...mapFields(fields, (field) => field.stored),
    }),
    v.readonly(),
  );
  return schema as unknown as v.GenericSchema<unknown, StoredRecord<K, F>>;
}
