import * as v from 'valibot';
import { coverEntries, coverText } from '../document/cover-text.ts';
import { scopeEntries, scopeUnitSchema } from '../document/document-scope.ts';

export const unitProfileOptionsSchema = v.pipe(
  v.strictObject({
    ...scopeEntries,
    unit: scopeUnitSchema,
    /** Whether honours of unknown year stand at the end or are left out. */
    includeUndated: v.boolean(),
    /** Whether it says which evidence is missing: for the office, not for those who are praised. */
    includeGaps: v.boolean(),
    ...coverEntries(coverText),
  }),
  v.readonly(),
);
export type UnitProfileOptions = v.InferOutput<typeof unitProfileOptionsSchema>;
