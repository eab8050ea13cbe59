import * as v from 'valibot';

export const RECORD_KINDS = [
  'honor',
  'plan',
  'activity',
  'practice',
  'evaluation',
  'unit',
  'person',
  'programme',
  'unitChange',
  'link',
  'attachment',
  'photoGroup',
  'filingItem',
  'savedView',
  'rulebook',
  'importBatch',
  'notDuplicate',
  'importTemplate',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** The kinds that a yearbook is made of. */
export const ENTRY_KINDS = ['honor', 'plan', 'activity'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** The kinds that have a ledger, a form and a page, and are found by a search; each has a title. */
export const LEDGER_KINDS = ['honor', 'plan', 'activity', 'practice', 'evaluation', 'person', 'programme'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** The kinds that a search finds. */
export const FINDABLE_KINDS = [...LEDGER_KINDS, 'unit'] as const;
export type FindableKind = (typeof FINDABLE_KINDS)[number];

/** The kinds that can be written down as they are; attachments have bytes, and codes are issued. */
export const ADDABLE_KINDS = [...FINDABLE_KINDS, 'unitChange', 'link', 'photoGroup'] as const;

export const recordIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{2,63}$/), v.brand('RecordId'));
/** Identifies a record of any kind, for ever. */
export type RecordId = v.InferOutput<typeof recordIdSchema>;

export const unitIdSchema = v.pipe(recordIdSchema, v.brand('UnitId'));
export type UnitId = v.InferOutput<typeof unitIdSchema>;

const instant = v.pipe(v.string(), v.isoTimestamp());

/** Where an imported record came from: the batch, which knows the file, and the place in it. */
export const originSchema = v.pipe(
  v.strictObject({
    batch: recordIdSchema,
    /** Empty for a document without sheets. */
    sheet: v.string(),
    /** As the office program numbers rows; of a Word file the number of the paragraph. */
    row: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  v.readonly(),
);
export type Origin = v.InferOutput<typeof originSchema>;

/** What every record carries besides its content. Times are ISO 8601 instants in UTC. */
export const bookkeepingEntries = {
  /** 1 for a new record, one more with every change; a save on an older revision is a conflict. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  createdAt: instant,
  createdBy: v.string(),
  updatedAt: instant,
  updatedBy: v.string(),
  /** Deleted records stay in the archive and out of sight. */
  deletedAt: v.nullable(instant),
  deleteReason: v.nullable(v.string()),
  /** Null for what was written down here and not imported. */
  origin: v.nullable(originSchema),
};

/** A body named on a record: the name as printed there, and the authority record that it stands for. */
export const unitReferenceSchema = v.pipe(v.strictObject({ printed: v.string(), unitId: unitIdSchema }), v.readonly());
export type UnitReference = v.InferOutput<typeof unitReferenceSchema>;

export const unitReferencesSchema = v.pipe(v.array(unitReferenceSchema), v.readonly());
