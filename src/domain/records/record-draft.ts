import * as v from 'valibot';
import type { Result } from '../result.ts';
import type { DraftContext } from './draft-fields.ts';
import type { DraftNotice, DraftProblem } from './draft-problem.ts';
import { mapFields, type Fields } from './field.ts';
import { readDraft, type DraftSchema, type ReadDraft } from './read-draft.ts';
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

function draftSchema(kind: RecordKind, context: DraftContext) {
  return v.strictObject({
    kind: v.optional(v.literal(kind, 'not-a-choice'), kind),
    id: draftId,
    ...mapFields(RECORD_FIELDS[kind], (field, name) => field.draft(name, context)),
  });
}

/** Reads a record as it comes from a form, a JSON file or a ledger row, at the boundary shape of the command line. */
export function readRecordDraft<K extends RecordKind>(
  kind: K,
  input: unknown,
  today: string,
): Result<ReadDraft<DraftOfKind<K>>, readonly DraftProblem[]> {
  const schemaFor = (notices: DraftNotice[]) =>
    draftSchema(kind, { today, notices }) as unknown as DraftSchema<DraftOfKind<K>>;
  return readDraft(schemaFor, input, new Set(proseNames(RECORD_FIELDS[kind])));
}

function proseNames(fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    ...(field.type === 'prose' ? [name] : []),
    ...proseNames(field.fields ?? {}),
  ]);
}
