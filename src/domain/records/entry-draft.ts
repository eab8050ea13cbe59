import * as v from 'valibot';
import { refuse, succeed, type Result } from '../result.ts';
import { cleanText } from '../text/clean-text.ts';
import { PLAN_KINDS, PLAN_STATUSES } from '../vocabulary/plan-terms.ts';
import { WORKS } from '../vocabulary/works.ts';
import {
  choiceField,
  countField,
  dateField,
  levelField,
  namesField,
  textField,
  titleField,
  TEXT_LIMITS,
  type DraftContext,
} from './draft-fields.ts';
import type { DraftNotice, DraftProblem } from './draft-problem.ts';
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
    works: v.optional(v.array(v.picklist(WORKS, 'not-a-choice'), 'not-a-list'), []),
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

export type ReadDraft<T> = { readonly draft: T; readonly notices: readonly DraftNotice[] };

/** Fields whose text may have several lines. */
const PROSE_FIELDS: ReadonlySet<string> = new Set(['note', 'source', 'summary']);

/**
 * Reads a record as it comes from a form, a JSON file or a ledger row, at the boundary shape of the command line.
 * Text is cleaned first, so limits count what would be stored. All problems are reported at once.
 */
export function readEntryDraft(
  kind: EntryKind,
  input: unknown,
  today: string,
): Result<ReadDraft<EntryDraft>, readonly DraftProblem[]> {
  const notices: DraftNotice[] = [];
  const cleaned = cleanValue(input, '', notices);
  const parsed = v.safeParse(DRAFT_SCHEMAS[kind]({ today, notices }), cleaned);
  if (!parsed.success) return refuse(parsed.issues.map(toProblem));
  return succeed({ draft: parsed.output, notices });
}

/** Cleans every text in a JSON value, and notes where something was taken out. */
export function cleanValue(value: unknown, path: string, notices: DraftNotice[]): unknown {
  if (typeof value === 'string') {
    const { text, removed } = cleanText(value, PROSE_FIELDS.has(path) ? 'many' : 'single');
    for (const code of removed) notices.push({ code, field: path });
    return text;
  }
  if (Array.isArray(value)) return value.map((item, index) => cleanValue(item, `${path}[${index}]`, notices));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, cleanValue(item, path === '' ? key : `${path}.${key}`, notices)]),
  );
}

const SHOWN_VALUE_LENGTH = 40;

/** Turns a schema issue, whose message is a problem code, into a problem that names its field. */
export function toProblem(issue: v.BaseIssue<unknown>): DraftProblem {
  const field = (issue.path ?? []).reduce<string>(
    (path, { key }) =>
      typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`,
    '',
  );
  const limit = typeof issue.requirement === 'number' ? { limit: issue.requirement } : {};
  const value = typeof issue.input === 'string' ? { value: issue.input.slice(0, SHOWN_VALUE_LENGTH) } : {};
  return { code: problemCode(issue, field), field, ...limit, ...value };
}

function problemCode(issue: v.BaseIssue<unknown>, field: string): DraftProblem['code'] {
  if (issue.type === 'strict_object') {
    if (issue.expected === 'never') return 'unknown-field';
    return field === '' ? 'not-a-record' : 'required';
  }
  return issue.message as DraftProblem['code'];
}
