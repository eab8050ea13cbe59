import * as v from 'valibot';
import { bookkeepingEntries, unitIdSchema } from './record-base.ts';

export const UNIT_NAME_KINDS = ['full', 'short', 'alias', 'misspelling'] as const;

const unitNameSchema = v.pipe(v.strictObject({ name: v.string(), kind: v.picklist(UNIT_NAME_KINDS) }), v.readonly());
export type UnitName = v.InferOutput<typeof unitNameSchema>;

const brandSchema = v.pipe(v.strictObject({ name: v.string(), source: v.string() }), v.readonly());

/** An organisation with all the names it is known by. The first full name is the one shown. */
export const unitSchema = v.pipe(
  v.strictObject({
    kind: v.literal('unit'),
    id: unitIdSchema,
    ...bookkeepingEntries,
    names: v.pipe(v.array(unitNameSchema), v.minLength(1), v.readonly()),
    /** Party-building brands (品牌) that the unit owns. */
    brands: v.pipe(v.array(brandSchema), v.readonly()),
    note: v.string(),
    source: v.string(),
  }),
  v.readonly(),
);
export type Unit = v.InferOutput<typeof unitSchema>;

/** The name a unit is listed under: its full name, else the first that is known. */
export function unitDisplayName(unit: Unit): string {
  const full = unit.names.find((name) => name.kind === 'full');
  return (full ?? unit.names[0])?.name ?? '';
}
