import * as v from 'valibot';
import { fuzzyDateSchema } from '../dates/fuzzy-date.ts';
import { LEVELS } from '../vocabulary/levels.ts';
import { WORKS } from '../vocabulary/works.ts';
import { bookkeepingEntries, recordIdSchema, unitIdSchema, unitReferencesSchema } from './record-base.ts';

/** Who received an honour, as printed. A collective recipient is a unit; an individual one has no unit of its own. */
const recipientSchema = v.pipe(v.strictObject({ printed: v.string(), unitId: v.nullable(unitIdSchema) }), v.readonly());

export const honorSchema = v.pipe(
  v.strictObject({
    kind: v.literal('honor'),
    id: recordIdSchema,
    ...bookkeepingEntries,
    title: v.string(),
    /** Null while nobody has settled it. */
    level: v.nullable(v.picklist(LEVELS)),
    /** In the order printed, lead body first; a joint award is one honour. */
    awardedBy: unitReferencesSchema,
    recipients: v.pipe(v.array(recipientSchema), v.readonly()),
    collective: v.boolean(),
    documentNo: v.string(),
    date: fuzzyDateSchema,
    works: v.pipe(v.array(v.picklist(WORKS)), v.readonly()),
    note: v.string(),
    source: v.string(),
  }),
  v.readonly(),
);
export type Honor = v.InferOutput<typeof honorSchema>;
