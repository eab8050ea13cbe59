import { activityFields } from './activity.ts';
import { attachmentFields } from './attachment.ts';
import { evaluationFields } from './evaluation.ts';
import type { AnyField, Fields, NamedBody } from './field.ts';
import { filingItemFields } from './filing-item.ts';
import { honorFields } from './honor.ts';
import { importBatchFields } from './import-batch.ts';
import { importTemplateFields } from './import-template.ts';
import { linkFields } from './link.ts';
import { notDuplicateFields } from './not-duplicate.ts';
import { personFields } from './person.ts';
import { photoGroupFields } from './photo-group.ts';
import { planFields } from './plan.ts';
import { practiceFields } from './practice.ts';
import { programmeFields } from './programme.ts';
import type { RecordKind } from './record-base.ts';
import { rulebookFields } from './rulebook.ts';
import { savedViewFields } from './saved-view.ts';
import { unitChangeFields } from './unit-change.ts';
import { unitFields } from './unit.ts';

/** The fields of every kind, in the order in which they are entered and shown. */
export const RECORD_FIELDS = {
  honor: honorFields,
  plan: planFields,
  activity: activityFields,
  practice: practiceFields,
  evaluation: evaluationFields,
  unit: unitFields,
  person: personFields,
  programme: programmeFields,
  unitChange: unitChangeFields,
  link: linkFields,
  attachment: attachmentFields,
  photoGroup: photoGroupFields,
  filingItem: filingItemFields,
  savedView: savedViewFields,
  rulebook: rulebookFields,
  importBatch: importBatchFields,
  notDuplicate: notDuplicateFields,
  importTemplate: importTemplateFields,
} as const satisfies Record<RecordKind, Fields>;

export type RecordFields = typeof RECORD_FIELDS;

/** The fields of a kind by name, for those who treat every field alike. */
export function fieldsOf(kind: RecordKind): readonly NamedField[] {
  return FIELD_LISTS[kind];
}

type NamedField = readonly [name: string, field: AnyField];

// Drawn up once: search and counting ask for every record of the archive.
const FIELD_LISTS = listByKind((fields) => Object.entries(fields));
const BODY_LISTS = listByKind((fields) => Object.entries(fields).filter(([, field]) => field.bodiesOf));

function listByKind(list: (fields: Fields) => readonly NamedField[]): Record<RecordKind, readonly NamedField[]> {
  const lists = Object.entries(RECORD_FIELDS).map(([kind, fields]) => [kind, list(fields)] as const);
  return Object.fromEntries(lists) as Record<RecordKind, readonly NamedField[]>;
}

/** The value of a field, for those who treat every field alike. */
export function fieldValue(record: object, name: string): unknown {
  return (record as Readonly<Record<string, unknown>>)[name];
}

/** Every body or person named on a record, as printed, in the order of its fields; a lead body comes before others. */
export function bodiesOf(record: { readonly kind: RecordKind }): readonly NamedBody[] {
  const bodies: NamedBody[] = [];
  for (const [name, field] of BODY_LISTS[record.kind]) {
    const named = field.bodiesOf?.(fieldValue(record, name)) as readonly NamedBody[];
    if (named.length > 0) bodies.push(...named);
  }
  return bodies;
}

/** The units that a record names, each once. */
export function namedUnitIds(record: { readonly kind: RecordKind }): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { unitId } of bodiesOf(record)) if (unitId !== null) ids.add(unitId);
  return ids;
}
