import type { UnitDirectory } from '../units/unit-directory.ts';
import { unitNameKey } from '../units/unit-directory.ts';
import type { Activity } from './activity.ts';
import { entryBodies, type Entry } from './archive-record.ts';
import type { EntryDraft, EntryDraftOf } from './entry-draft.ts';
import type { Honor } from './honor.ts';
import type { Plan } from './plan.ts';
import type { RecordId, UnitId, UnitReference } from './record-base.ts';
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
  } as const;
}

/** The bookkeeping of a record's next revision. */
export function nextRevision(
  before: Pick<Entry, 'revision' | 'createdAt' | 'createdBy' | 'deletedAt' | 'deleteReason'>,
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
  } as const;
}

export type BuiltEntry = { readonly entry: Entry; readonly newUnits: readonly Unit[] };

/**
 * Makes a record from a checked draft. Names of bodies become references to units; a name that no unit is known by
 * founds a new unit of that full name, so that nothing typed is lost and every body can be counted.
 *
 * @param before the record that this draft changes, or null for a new one
 */
export function buildEntry(
  draft: EntryDraft,
  before: Entry | null,
  units: UnitDirectory,
  stamp: Stamp,
  newId: () => string,
): BuiltEntry {
  const founded = new Map<string, Unit>();
  // A name that the record already had goes on standing for the same unit, whatever that unit is called by now.
  const settled = new Map(before ? entryBodies(before).map((body) => [body.printed, body.unitId]) : []);
  const refer = (printed: string): UnitReference => {
    const known =
      units.get(settled.get(printed) ?? '') ?? units.find(printed) ?? founded.get(unitNameKey(printed)) ?? null;
    if (known) return { printed, unitId: known.id };
    const unit = foundUnit(printed, newId() as UnitId, stamp);
    founded.set(unitNameKey(printed), unit);
    return { printed, unitId: unit.id };
  };
  const identity = {
    id: (before?.id ?? draft.id ?? newId()) as RecordId,
    ...(before ? nextRevision(before, stamp) : firstRevision(stamp)),
    // What is saved is there: a deleted record that comes again, by import say, is alive again.
    deletedAt: null,
    deleteReason: null,
  };
  const entry = fillEntry(draft, identity, refer);
  return { entry, newUnits: [...founded.values()] };
}

/** A unit known so far by nothing but its name. */
function foundUnit(name: string, id: UnitId, stamp: Stamp): Unit {
  return {
    kind: 'unit',
    id,
    ...firstRevision(stamp),
    names: [{ name, kind: 'full' }],
    brands: [],
    note: '',
    source: '',
  };
}

type Identity = { readonly id: RecordId } & ReturnType<typeof nextRevision>;
type Refer = (printed: string) => UnitReference;

function fillEntry(draft: EntryDraft, identity: Identity, refer: Refer): Entry {
  switch (draft.kind) {
    case 'honor':
      return fillHonor(draft, identity, refer);
    case 'plan':
      return fillPlan(draft, identity, refer);
    case 'activity':
      return fillActivity(draft, identity, refer);
  }
}

function fillHonor(draft: EntryDraftOf<'honor'>, identity: Identity, refer: Refer): Honor {
  // A person is no unit: individual recipients stay names until the archive keeps persons.
  const recipient = (printed: string) => (draft.collective ? refer(printed) : { printed, unitId: null });
  return {
    ...draft,
    ...identity,
    awardedBy: draft.awardedBy.map(refer),
    recipients: draft.recipients.map(recipient),
  };
}

function fillPlan(draft: EntryDraftOf<'plan'>, identity: Identity, refer: Refer): Plan {
  return { ...draft, ...identity, issuers: draft.issuers.map(refer) };
}

function fillActivity(draft: EntryDraftOf<'activity'>, identity: Identity, refer: Refer): Activity {
  return {
    ...draft,
    ...identity,
    hosts: draft.hosts.map(refer),
    coHosts: draft.coHosts.map(refer),
    participants: draft.participants.map(refer),
  };
}
