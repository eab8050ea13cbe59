import * as v from 'valibot';
import type { Result } from '../result.ts';
import type { DraftProblem } from './draft-problem.ts';
import { mapFields, type Fields } from './field.ts';
import { readDraft, type DraftRules, type ReadDraft } from './read-draft.ts';
import { recordIdSchema, type RecordKind } from './record-base.ts';
import { RECORD_FIELDS, type RecordFields } from './record-fields.ts';
import type { RecordDraft } from './record-shape.ts';

/** A checked draft of a kind: bodies are still names, not yet resolved to units. */
export type DraftOfKind<K extends RecordKind> = { [P in K]: RecordDraft<P, RecordFields[P]> }[K];
export type AnyDraft = DraftOfKind<RecordKind>;

const draftId = v.optional(
  v.pipe(
    v.string('bad-id'),
    v.check((id) => v.is(recordIdSchema, id), 'bad-id'),
  ),
);

const rulesOfKinds = new Map<RecordKind, DraftRules<unknown>>();

/** Made when a draft of the kind is first read: to make a schema takes as long as to read many drafts by it. */
function rulesOf(kind: RecordKind): DraftRules<unknown> {
  const known = rulesOfKinds.get(kind);
  if (known) return known;
  const fields = RECORD_FIELDS[kind];
  const schema = v.strictObject({
    kind: v.optional(v.literal(kind, 'not-a-choice'), kind),
    id: draftId,
    ...mapFields(fields, (field, name) => field.draft(name)),
  });
  const rules: DraftRules<unknown> = { schema, proseFields: new Set(proseNames(fields)) };
  rulesOfKinds.set(kind, rules);
  return rules;
}

/** Reads a record as it comes from a form, a JSON file or a ledger row, at the boundary shape of the command line. */
export function readRecordDraft<K extends RecordKind>(
  kind: K,
  input: unknown,
  today: string,
): Result<ReadDraft<DraftOfKind<K>>, readonly DraftProblem[]> {
  return readDraft(rulesOf(kind) as DraftRules<DraftOfKind<K>>, input, today);
}

function proseNames(fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    ...(field.type === 'prose' ? [name] : []),
    ...proseNames(field.fields ?? {}),
  ]);
}
