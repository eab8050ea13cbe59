import { unitNameKey, type UnitDirectory } from '../units/unit-directory.ts';
import { UNKNOWN_DATE, type FuzzyDate } from '../dates/fuzzy-date.ts';
import type { ArchiveRecord, RecordOf } from './archive-record.ts';
import type { BuildTools } from './field.ts';
import type { DraftOfKind } from './record-draft.ts';
import type { RecordId, RecordKind, UnitId, UnitReference } from './record-base.ts';
import { bodiesOf, RECORD_FIELDS } from './record-fields.ts';
import { buildFields } from './rows-field.ts';
import type { Unit } from './unit.ts';

/** Who does it and when; passed in, since the domain has no clock and no names of its own. */
export type Stamp = { readonly at: string; readonly by: string };

/** The bookkeeping of a record that has just been made. */
export function firstRevision(stamp: Stamp) {
  return {
    revision: 1,
    createdAt: stamp.at,
    createdBy: stamp.by,
    updatedAt: stamp.at,
    updatedBy: stamp.by,
    deletedAt: null,
    deleteReason: null,
    origin: null,
  } as const;
}

/** The bookkeeping of a record's next revision. */
export function nextRevision(
  before: Pick<ArchiveRecord, 'revision' | 'createdAt' | 'createdBy' | 'deletedAt' | 'deleteReason' | 'origin'>,
  stamp: Stamp,
) {
  return {
    revision: before.revision + 1,
    createdAt: before.createdAt,
    createdBy: before.createdBy,
    updatedAt: stamp.at,
    updatedBy: stamp.by,
    deletedAt: before.deletedAt,
    deleteReason: before.deleteReason,
    origin: before.origin,
  } as const;
}

/** What a record is made with: the archive's authorities as they are now. */
export type Authorities = Pick<BuildTools, 'resolve' | 'deriveLevel'> & { readonly units: UnitDirectory };

export type BuiltRecord<K extends RecordKind = RecordKind> = {
  readonly record: RecordOf<K>;
  readonly newUnits: readonly Unit[];
};

/**
 * Makes a record from a checked draft. Names of bodies become references to units; a name that no unit is known by
 * founds a new unit of that full name, so that nothing typed is lost and every body can be counted.
 *
 * @param before the record that this draft changes, or null for a new one
 */
export function buildRecord<K extends RecordKind>(
  draft: DraftOfKind<K>,
  before: RecordOf<K> | null,
  authorities: Authorities,
  stamp: Stamp,
  newId: () => string,
): BuiltRecord<K> {
  const { units } = authorities;
  const founded = new Map<string, Unit>();
  // A name that the record already had goes on standing for the same unit, whatever that unit is called by now.
  const settled = new Map(before ? bodiesOf(before).map((body) => [body.printed, body.unitId]) : []);
  const refer = (printed: string, on: FuzzyDate | undefined = dateOfDraft(draft)): UnitReference => {
    const known =
      units.get(settled.get(printed) ?? '') ?? units.find(printed, on) ?? founded.get(unitNameKey(printed)) ?? null;
    if (known) return { printed, unitId: known.id };
    const unit = foundUnit(printed, newId() as UnitId, stamp);
    founded.set(unitNameKey(printed), unit);
    return { printed, unitId: unit.id };
  };
  const tools: BuildTools = { refer, resolve: authorities.resolve, deriveLevel: authorities.deriveLevel };
  const kind: RecordKind = draft.kind;
  const id = (before?.id ?? draft.id ?? newId()) as RecordId;
  const record = {
    kind,
    ...buildFields(RECORD_FIELDS[kind], draft, tools),
    id,
    ...(before ? nextRevision(before, stamp) : firstRevision(stamp)),
    // What is saved is there: a deleted record that comes again, by import say, is alive again.
    deletedAt: null,
    deleteReason: null,
  } as unknown as ArchiveRecord;
  return { record: fillLevel(record, tools) as unknown as RecordOf<K>, newUnits: [...founded.values()] };
}

/** The date by which the names on a draft are understood: two units may have had one name at different times. */
function dateOfDraft(draft: object): FuzzyDate | undefined {
  const { issued, date } = draft as { readonly issued?: FuzzyDate; readonly date?: FuzzyDate };
  return issued ?? date;
}

/** A level that nobody stated follows from who awarded the honour. */
function fillLevel(record: ArchiveRecord, tools: BuildTools): ArchiveRecord {
  if (record.kind !== 'honor' || record.level !== null) return record;
  return { ...record, level: tools.deriveLevel(record.awardedBy, record.programme?.id ?? null) };
}

/** A unit known so far by nothing but its name. */
export function foundUnit(name: string, id: UnitId, stamp: Stamp): Unit {
  return {
    kind: 'unit',
    id,
    ...firstRevision(stamp),
    names: [{ name, kind: 'full', from: UNKNOWN_DATE, to: UNKNOWN_DATE }],
    unitType: '不详',
    level: null,
    parent: null,
    activeFrom: UNKNOWN_DATE,
    activeTo: UNKNOWN_DATE,
    brands: [],
    note: '',
    source: '',
  };
}
