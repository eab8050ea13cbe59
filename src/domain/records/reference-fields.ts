import * as v from 'valibot';
import { namesField, TEXT_LIMITS } from './draft-fields.ts';
import type { Field, ReferableKind } from './field.ts';
import {
  recordIdSchema,
  unitIdSchema,
  unitReferenceSchema,
  unitReferencesSchema,
  type RecordId,
  type UnitId,
  type UnitReference,
} from './record-base.ts';

/** Bodies in the order printed; each name stands for a unit, and one that is not known yet founds it. */
export function bodies(): Field<readonly UnitReference[], readonly string[], readonly string[]> {
  return {
    type: 'bodies',
    stored: unitReferencesSchema,
    draft: () => namesField,
    build: (names, tools) => names.map((name) => tools.refer(name)),
    boundary: (references) => references.map(({ printed }) => printed),
    empty: [],
    bodiesOf: (references) => references,
    mapUnits: (references, map) => references.map((each) => mapReference(each, map)),
  };
}

/** One body, or none. */
export function body(): Field<UnitReference | null, string, string> {
  return {
    type: 'bodies',
    stored: v.nullable(unitReferenceSchema),
    draft: () => optionalName,
    build: (name, tools) => (name === '' ? null : tools.refer(name)),
    boundary: (stored) => stored?.printed ?? '',
    empty: '',
    bodiesOf: (stored) => (stored ? [stored] : []),
    mapUnits: (stored, map) => stored && mapReference(stored, map),
  };
}

const optionalName = v.optional(
  v.pipe(
    v.nullable(v.string('not-text')),
    v.transform((name) => name ?? ''),
    v.maxLength(TEXT_LIMITS.name, 'too-long'),
  ),
  '',
);

function mapReference(named: UnitReference, map: (unitId: string) => string): UnitReference {
  return { ...named, unitId: map(named.unitId) as UnitId };
}

const storedReference = v.nullable(
  v.pipe(v.strictObject({ printed: v.string(), id: v.nullable(recordIdSchema) }), v.readonly()),
);
/** Another record, as it was named here; `id` is null while nobody knows which one is meant. */
export type RecordReference = NonNullable<v.InferOutput<typeof storedReference>>;

/** Another record: by its title, or as {printed, id}. */
export function reference(
  kind: ReferableKind | null,
): Field<RecordReference | null, RecordReference | null, RecordReference | null> {
  return {
    type: 'reference',
    stored: storedReference,
    draft: () => draftReference,
    build: (named, tools) => {
      if (named === null || named.id !== null || kind === null) return named;
      return { printed: named.printed, id: tools.resolve(kind, named.printed) };
    },
    boundary: (stored) => stored,
    empty: null,
    refersTo: kind,
  };
}

const printedName = v.pipe(v.string('not-text'), v.maxLength(TEXT_LIMITS.title, 'too-long'));
const draftId = v.pipe(v.string('bad-id'), v.check(isId, 'bad-id'));
// What is turned into something else comes after the union: a choice of it that is refused must name its own reason.
const draftReference = v.optional(
  v.pipe(
    v.nullable(
      v.union(
        [
          printedName,
          v.strictObject({ printed: v.optional(printedName, ''), id: v.optional(v.nullable(draftId), null) }),
        ],
        'not-text',
      ),
    ),
    v.transform((named): RecordReference | null => {
      const { printed, id } = typeof named === 'string' ? { printed: named, id: null } : (named ?? NO_REFERENCE);
      return printed === '' && id === null ? null : { printed, id: id as RecordId | null };
    }),
  ),
  null,
);
const NO_REFERENCE = { printed: '', id: null };

function isId(id: string): boolean {
  return v.is(recordIdSchema, id);
}

const recipientSchema = v.pipe(
  v.strictObject({
    printed: v.string(),
    /** The unit that received it, or the one that the person belongs to. */
    unitId: v.nullable(unitIdSchema),
    /** That unit as printed beside the person's name; empty for a collective recipient. */
    unitPrinted: v.string(),
    personId: v.nullable(recordIdSchema),
    /** As printed: 第一完成人, 领队 and the like. */
    role: v.string(),
  }),
  v.readonly(),
);
/** Who received an honour, as printed and as linked. */
export type Recipient = v.InferOutput<typeof recipientSchema>;

/** At the boundary a recipient is a name, or a name with more. */
export type BoundaryRecipient = string | { readonly name: string; readonly role: string; readonly unit: string };
type RecipientDraft = { readonly name: string; readonly role: string; readonly unit: string };

/** The recipients of an honour: units when it is collective, persons when it is not (`collective` stands beside it). */
export function recipients(): Field<readonly Recipient[], readonly RecipientDraft[], readonly BoundaryRecipient[]> {
  return {
    type: 'recipients',
    stored: v.pipe(v.array(recipientSchema), v.readonly()),
    draft: () => draftRecipients,
    build: (drafts, tools, { collective }) =>
      drafts.map(({ name, role, unit }): Recipient => {
        if (collective !== false) return { ...tools.refer(name), unitPrinted: '', personId: null, role };
        const unitId = unit === '' ? null : tools.refer(unit).unitId;
        return { printed: name, unitId, unitPrinted: unit, personId: tools.resolve('person', name), role };
      }),
    boundary: (stored) =>
      stored.map(({ printed, role, unitPrinted }) =>
        role === '' && unitPrinted === '' ? printed : { name: printed, role, unit: unitPrinted },
      ),
    empty: [],
    bodiesOf: (stored) =>
      stored.flatMap(({ printed, unitId, unitPrinted }) =>
        unitPrinted === ''
          ? [{ printed, unitId }]
          : [
              { printed, unitId: null },
              { printed: unitPrinted, unitId },
            ],
      ),
    mapUnits: (stored, map) =>
      stored.map((recipient) => ({
        ...recipient,
        unitId: recipient.unitId && (map(recipient.unitId) as UnitId),
      })),
  };
}

const MOST_RECIPIENTS = 500;
const requiredName = v.pipe(v.string('not-text'), v.maxLength(TEXT_LIMITS.name, 'too-long'));
const draftRecipients = v.optional(
  v.pipe(
    v.array(
      v.union(
        [requiredName, v.strictObject({ name: requiredName, role: optionalName, unit: optionalName })],
        'not-text',
      ),
      'not-a-list',
    ),
    v.maxLength(MOST_RECIPIENTS, 'too-many'),
    v.transform((drafts): readonly RecipientDraft[] =>
      withoutRepetition(drafts.map((each) => (typeof each === 'string' ? { name: each, role: '', unit: '' } : each))),
    ),
  ),
  [],
);

function withoutRepetition(drafts: readonly RecipientDraft[]): readonly RecipientDraft[] {
  const seen = new Set<string>();
  return drafts.filter(({ name, unit, role }) => {
    const key = JSON.stringify([name, unit, role]);
    const isNew = name !== '' && !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
