import * as v from 'valibot';
import type { Result } from '../result.ts';
import { PLAN_KINDS, PLAN_STATUSES } from '../vocabulary/plan-terms.ts';
import { WORKS } from '../vocabulary/works.ts';
import {
  choiceField,
  choicesField,
  countField,
  dateField,
  levelField,
  namesField,
  textField,
  titleField,
  TEXT_LIMITS,
  type DraftContext,
} from './draft-fields.ts';
import type { DraftProblem } from './draft-problem.ts';
import { readDraft, type ReadDraft } from './read-draft.ts';
import { recordIdSchema, type EntryKind } from './record-base.ts';

const identity = {
  id: v.optional(
    v.pipe(
      v.string('bad-id'),
      v.check((id) => v.is(recordIdSchema, id), 'bad-id'),
    ),
  ),
};
const remarks = { note: textField(TEXT_LIMITS.prose), source: textField(TEXT_LIMITS.prose) };

function honorDraftSchema(context: DraftContext) {
  return v.strictObject({
    kind: v.optional(v.literal('honor', 'not-a-choice'), 'honor'),
    ...identity,
    title: titleField,
    level: levelField,
    awardedBy: namesField,
    recipients: namesField,
    collective: v.optional(v.boolean('not-a-choice'), true),
    documentNo: textField(TEXT_LIMITS.documentNo),
    date: dateField('date', context),
    works: choicesField(WORKS),
    ...remarks,
  });
}

function planDraftSchema(context: DraftContext) {
  return v.strictObject({
    kind: v.optional(v.literal('plan', 'not-a-choice'), 'plan'),
    ...identity,
    title: titleField,
    planKind: choiceField(PLAN_KINDS, '其他'),
    documentNo: textField(TEXT_LIMITS.documentNo),
    issuers: namesField,
    issued: dateField('issued', context),
    effective: dateField('effective', context),
    expires: dateField('expires', context),
    status: choiceField(PLAN_STATUSES, '不详'),
    ...remarks,
  });
}

function activityDraftSchema(context: DraftContext) {
  return v.strictObject({
    kind: v.optional(v.literal('activity', 'not-a-choice'), 'activity'),
    ...identity,
    title: titleField,
    series: textField(TEXT_LIMITS.phrase),
    episode: textField(TEXT_LIMITS.phrase),
    date: dateField('date', context),
    place: textField(TEXT_LIMITS.phrase),
    hosts: namesField,
    coHosts: namesField,
    participants: namesField,
    headcount: countField,
    summary: textField(TEXT_LIMITS.prose),
    ...remarks,
  });
}

const DRAFT_SCHEMAS = { honor: honorDraftSchema, plan: planDraftSchema, activity: activityDraftSchema } as const;

/** A checked draft: bodies are still names, not yet resolved to units. */
export type EntryDraft = {
  [K in EntryKind]: v.InferOutput<ReturnType<(typeof DRAFT_SCHEMAS)[K]>>;
}[EntryKind];
export type EntryDraftOf<K extends EntryKind> = Extract<EntryDraft, { kind: K }>;

/** Reads a record as it comes from a form, a JSON file or a ledger row, at the boundary shape of the command line. */
export function readEntryDraft(
  kind: EntryKind,
  input: unknown,
  today: string,
): Result<ReadDraft<EntryDraft>, readonly DraftProblem[]> {
  return readDraft<EntryDraft>((notices) => DRAFT_SCHEMAS[kind]({ today, notices }), input);
}
