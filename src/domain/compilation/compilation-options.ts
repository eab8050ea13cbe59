import * as v from 'valibot';
import { coverEntries, coverText } from '../document/cover-text.ts';
import { scopeEntries } from '../document/document-scope.ts';
import { COMPILATION_TERMS } from './compilation-terms.ts';

/** What can be said of an honour besides its name, in the order in which it is said. */
export const HONOR_DETAILS = [
  'date',
  'awardedBy',
  'recipients',
  'documentNo',
  'round',
  'certificateNo',
  'verification',
  'statusEvents',
] as const;
export type HonorDetail = (typeof HONOR_DETAILS)[number];

/** Whether an honour is verified is the office's own business unless it says otherwise. */
export const USUAL_DETAILS: readonly HonorDetail[] = HONOR_DETAILS.filter((detail) => detail !== 'verification');

export const COMPILATION_GROUPINGS = ['level', 'unit'] as const;

export type CompilationGrouping = (typeof COMPILATION_GROUPINGS)[number];

export const compilationOptionsSchema = v.pipe(
  v.strictObject({
    ...scopeEntries,
    groupBy: v.picklist(COMPILATION_GROUPINGS),
    details: v.pipe(v.array(v.picklist(HONOR_DETAILS)), v.readonly()),
    /** Whether honours are in it that nobody has checked against the evidence yet. */
    includeUnverified: v.boolean(),
    /** Whether honours of unknown date stand in a last chapter or are left out. */
    includeUndated: v.boolean(),
    ...coverEntries(v.optional(coverText, COMPILATION_TERMS.title)),
  }),
  v.readonly(),
);
export type CompilationOptions = v.InferOutput<typeof compilationOptionsSchema>;
