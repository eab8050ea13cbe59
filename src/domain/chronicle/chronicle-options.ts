import * as v from 'valibot';
import { coverEntries, coverText } from '../document/cover-text.ts';
import { scopeEntries } from '../document/document-scope.ts';
import { ENTRY_KINDS } from '../records/record-base.ts';
import { CHRONICLE_TERMS } from './chronicle-terms.ts';

export const chronicleOptionsSchema = v.pipe(
  v.strictObject({
    ...scopeEntries,
    kinds: v.pipe(v.array(v.picklist(ENTRY_KINDS)), v.minLength(1), v.readonly()),
    /** Whether records of unknown year stand in a last chapter or are left out, as is usual. */
    includeUndated: v.boolean(),
    ...coverEntries(v.optional(coverText, CHRONICLE_TERMS.title)),
  }),
  v.readonly(),
);
export type ChronicleOptions = v.InferOutput<typeof chronicleOptionsSchema>;
