import * as v from 'valibot';
import { coverEntries, coverText } from '../document/cover-text.ts';
import { scopeEntries } from '../document/document-scope.ts';
import { CERTIFICATE_LIST_TERMS } from './certificate-list-terms.ts';

export const certificateListOptionsSchema = v.pipe(
  v.strictObject({
    ...scopeEntries,
    /** Whether honours of unknown year stand at the end of each part or are left out. */
    includeUndated: v.boolean(),
    ...coverEntries(v.optional(coverText, CERTIFICATE_LIST_TERMS.title)),
  }),
  v.readonly(),
);
export type CertificateListOptions = v.InferOutput<typeof certificateListOptionsSchema>;
