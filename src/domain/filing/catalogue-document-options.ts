import * as v from 'valibot';
import { coverEntries, coverText } from '../document/cover-text.ts';
import { CATALOGUE_TERMS } from './catalogue-terms.ts';
import { RETENTIONS } from './retention.ts';

export const catalogueDocumentOptionsSchema = v.pipe(
  v.strictObject({
    /** 年度; null for all. */
    year: v.nullable(v.pipe(v.number(), v.integer())),
    retention: v.nullable(v.picklist(RETENTIONS)),
    ...coverEntries(v.optional(coverText, CATALOGUE_TERMS.title)),
  }),
  v.readonly(),
);
export type CatalogueDocumentOptions = v.InferOutput<typeof catalogueDocumentOptionsSchema>;
