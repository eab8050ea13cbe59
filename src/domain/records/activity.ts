import * as v from 'valibot';
import { fuzzyDateSchema } from '../dates/fuzzy-date.ts';
import { bookkeepingEntries, recordIdSchema, unitReferencesSchema } from './record-base.ts';

/** A themed activity, alone or as an episode of a series (模范机关故事汇 第一期). */
export const activitySchema = v.pipe(
  v.strictObject({
    kind: v.literal('activity'),
    id: recordIdSchema,
    ...bookkeepingEntries,
    title: v.string(),
    series: v.string(),
    episode: v.string(),
    date: fuzzyDateSchema,
    place: v.string(),
    hosts: unitReferencesSchema,
    coHosts: unitReferencesSchema,
    participants: unitReferencesSchema,
    headcount: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
    summary: v.string(),
    note: v.string(),
    source: v.string(),
  }),
  v.readonly(),
);
export type Activity = v.InferOutput<typeof activitySchema>;
