import * as v from 'valibot';
import { coverText } from '../document/cover-text.ts';
import { DOCUMENT_TERMS } from '../document/document-terms.ts';
import { scopeEntries } from '../document/document-scope.ts';
import { CERTIFICATE_LIST_TERMS } from './certificate-list-terms.ts';

export const certificateListOptionsSchema = v.pipe(
  v.strictObject({
    ...scopeEntries,
    /** Whether honours of unknown year stand at the end of each part or are left out. */
    includeUndated: v.boolean(),
    title: v.optional(coverText, CERTIFICATE_LIST_TERMS.title),
    editor: v.optional(coverText, DOCUMENT_TERMS.editor),
    /** ISO 8601 calendar day, passed in: the domain has no clock. */
    compiledOn: v.pipe(v.string(), v.isoDate()),
  }),
  v.readonly(),
);
export type CertificateListOptions = v.InferOutput<typeof certificateListOptionsSchema>;
