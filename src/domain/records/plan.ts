import * as v from 'valibot';
import { fuzzyDateSchema } from '../dates/fuzzy-date.ts';
import { PLAN_KINDS, PLAN_STATUSES } from '../vocabulary/plan-terms.ts';
import { bookkeepingEntries, recordIdSchema, unitReferencesSchema } from './record-base.ts';

/** A work plan: 工作方案, 推进办法 or 考核机制. */
export const planSchema = v.pipe(
  v.strictObject({
    kind: v.literal('plan'),
    id: recordIdSchema,
    ...bookkeepingEntries,
    title: v.string(),
    planKind: v.picklist(PLAN_KINDS),
    documentNo: v.string(),
    issuers: unitReferencesSchema,
    issued: fuzzyDateSchema,
    effective: fuzzyDateSchema,
    expires: fuzzyDateSchema,
    status: v.picklist(PLAN_STATUSES),
    note: v.string(),
    source: v.string(),
  }),
  v.readonly(),
);
export type Plan = v.InferOutput<typeof planSchema>;
