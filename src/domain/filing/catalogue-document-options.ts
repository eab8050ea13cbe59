import * as v from 'valibot';
import { coverText } from '../document/cover-text.ts';
import { DOCUMENT_TERMS } from '../document/document-terms.ts';
import { CATALOGUE_TERMS } from './catalogue-terms.ts';
import { RETENTIONS } from './retention.ts';

export const catalogueDocumentOptionsSchema = v.pipe(
  v.strictObject({
    /** 年度; null for all. */
    year: v.nullable(v.pipe(v.number(), v.integer())),
    retention: v.nullable(v.picklist(RETENTIONS)),
    title: v.optional(coverText, CATALOGUE_TERMS.title),
    editor: v.optional(coverText, DOCUMENT_TERMS.editor),
    /** ISO 8601 calendar day, passed in: the domain has no clock. */
    compiledOn: v.pipe(v.string(), v.isoDate()),
  }),
  v.readonly(),
);
export type CatalogueDocumentOptions = v.InferOutput<typeof catalogueDocumentOptionsSchema>;
