import * as v from 'valibot';
import { coverText } from '../document/cover-text.ts';
import { DOCUMENT_TERMS } from '../document/document-terms.ts';
import { scopeEntries } from '../document/document-scope.ts';
import { ENTRY_KINDS } from '../records/record-base.ts';
import { CHRONICLE_TERMS } from './chronicle-terms.ts';

export const chronicleOptionsSchema = v.pipe(
  v.strictObject({
    ...scopeEntries,
    kinds: v.pipe(v.array(v.picklist(ENTRY_KINDS)), v.minLength(1), v.readonly()),
    /** Whether records of unknown year stand in a last chapter or are left out, as is usual. */
    includeUndated: v.boolean(),
    title: v.optional(coverText, CHRONICLE_TERMS.title),
    editor: v.optional(coverText, DOCUMENT_TERMS.editor),
    /** ISO 8601 calendar day, passed in: the domain has no clock. */
    compiledOn: v.pipe(v.string(), v.isoDate()),
  }),
  v.readonly(),
);
export type ChronicleOptions = v.InferOutput<typeof chronicleOptionsSchema>;
