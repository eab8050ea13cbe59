import * as v from 'valibot';
import { dateWindowSchema } from '../dates/date-window.ts';
import { coverText } from '../document/cover-text.ts';
import { DOCUMENT_TERMS } from '../document/document-terms.ts';
import { LEVELS } from '../vocabulary/levels.ts';

export const unitProfileOptionsSchema = v.pipe(
  v.strictObject({
    /** The unit, then the ids of the units that it came out of. */
    unit: v.pipe(v.strictObject({ name: v.string(), ids: v.pipe(v.array(v.string()), v.minLength(1)) }), v.readonly()),
    window: dateWindowSchema,
    level: v.nullable(v.picklist(LEVELS)),
    /** Whether honours of unknown year stand at the end or are left out. */
    includeUndated: v.boolean(),
    /** Whether it says which evidence is missing: for the office, not for those who are praised. */
    includeGaps: v.boolean(),
    title: coverText,
    editor: v.optional(coverText, DOCUMENT_TERMS.editor),
    /** ISO 8601 calendar day, passed in: the domain has no clock. */
    compiledOn: v.pipe(v.string(), v.isoDate()),
  }),
  v.readonly(),
);
export type UnitProfileOptions = v.InferOutput<typeof unitProfileOptionsSchema>;
