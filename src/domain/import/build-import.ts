import { changeOf, type Change } from '../changes/change-set.ts';
import { draftWithChanges } from '../ledger/record-changes.ts';
import { recordTitle, type ArchiveRecord, type Entry, type RecordOf } from '../records/archive-record.ts';
import { buildRecord, firstRevision, nextRevision, type Authorities, type Stamp } from '../records/build-record.ts';
import type { ImportBatch } from '../records/import-batch.ts';
import type { ImportTemplate } from '../records/import-template.ts';
import type { NotDuplicate } from '../records/not-duplicate.ts';
import type { EntryKind, Origin, RecordId } from '../records/record-base.ts';
import { fieldValue } from '../records/record-fields.ts';
import type { Unit } from '../records/unit.ts';
import { refuse, succeed, type Result } from '../result.ts';
import type { GrowingUnitDirectory } from '../units/unit-directory.ts';
import { readTemplate } from './plan-context.ts';
import { createLinkedFounder, furtherName } from './found-linked-units.ts';
import type { ImportAddition, ImportCommit, ImportPlace, ImportUnitName, ImportUpdate } from './import-commit.ts';

/** The archive as it is at the moment of the import, and the means to add to it. */
export type BuildImportTools = {
  /** The present record of an id, of any kind; null when there is none or it is deleted. */
  readonly current: (id: string) => ArchiveRecord | null;
  readonly units: GrowingUnitDirectory;
  /** Must look units up in `units`, which grows while records are built. */
  readonly authorities: Authorities;
  /** Those that the archive has learned before, deleted ones left out. */
  readonly templates: readonly ImportTemplate[];
  readonly stamp: Stamp;
  readonly newId: () => string;
};

export type ImportRefusal =
  | { readonly code: 'nothing-to-import' }
  | { readonly code: 'gone'; readonly id: string }
  | { readonly code: 'conflict'; readonly current: ArchiveRecord };

/** A record that the import added or changed, and where in the file it stands. */
export type ImportedRecord = { readonly id: string; readonly kind: EntryKind; readonly place: ImportPlace };

export type BuiltImport = {
  readonly batch: ImportBatch;
  /** The batch first; each record once. */
  readonly changes: readonly Change[];
  readonly records: readonly ImportedRecord[];
  readonly foundedUnits: readonly string[];
};

/**
 * Makes the records of an import, all of them or none. Every record that is new, and every unit that it founds, has the
 * batch, sheet and row as its origin; one that was there has it only when it came from nowhere before.
 *
 * @returns refused when there is nothing to do, or when a record that it changes is gone or says something else by now
 */
export function buildImport(commit: ImportCommit, tools: BuildImportTools): Result<BuiltImport, ImportRefusal> {
  const { additions, updates, unitNames } = commit;
  if (additions.length + updates.length + unitNames.length === 0) return refuse({ code: 'nothing-to-import' });
  const batch = tools.newId() as RecordId;
  const edited = readEdited(updates, tools);
  if (!edited.ok) return edited;
  const named = nameUnits(unitNames, tools);
  if (!named.ok) return named;

  const changes: Change[] = [...named.value];
  const records: ImportedRecord[] = [];
  const founded: Unit[] = [];
  const foundLinked = createLinkedFounder(unitNames, tools);
  const found = (units: readonly Unit[]) => {
    tools.units.add(units);
    founded.push(...units);
    changes.push(...units.map((unit) => changeOf<'unit'>(null, unit)));
  };
  const build = (draft: ImportAddition['draft'], before: Entry | null, place: ImportPlace) => {
    const origin: Origin = { batch, ...place };
    found(foundLinked(draft, origin));
    const built = buildRecord<EntryKind>(draft, before, tools.authorities, tools.stamp, tools.newId);
    found(built.newUnits.map((unit): Unit => ({ ...unit, origin })));
    const record = { ...built.record, origin: before?.origin ?? origin };
    changes.push(changeOf<EntryKind>(before, record));
    records.push({ id: record.id, kind: record.kind, place });
    return record;
  };
  const added = new Map(additions.map(({ key, draft, place }) => [key, build(draft, null, place)]));
  for (const { record, fields, place } of edited.value)
    build(draftWithChanges<EntryKind>(record, fields), record, place);
  changes.push(...distinctPairs(additions, added, tools).map((pair) => changeOf(null, pair)));
  changes.push(...learnTemplates(commit.learned, tools));

  const counts = { added: additions.length, changed: edited.value.length, founded: founded.length };
  const made = batchRecord(commit, batch, tools.stamp, counts);
  return succeed({
    batch: made,
    changes: [changeOf(null, made), ...changes],
    records,
    foundedUnits: founded.map((unit) => recordTitle(unit)),
  });
}

function batchRecord(
  { file }: ImportCommit,
  id: RecordId,
  stamp: Stamp,
  counts: Pick<ImportBatch, 'added' | 'changed' | 'founded'>,
): ImportBatch {
  const { name, sha256, format } = file;
  return { kind: 'importBatch', id, ...firstRevision(stamp), title: name, sha256, format, ...counts };
}

type Edited = {
  readonly record: Entry;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly place: ImportPlace;
};

/** What becomes of each record that takes something over: several rows may have it for one record, the last one wins. */
function readEdited(
  updates: readonly ImportUpdate[],
  { current }: BuildImportTools,
): Result<readonly Edited[], ImportRefusal> {
  const edited = new Map<string, Edited>();
  for (const { id, revision, draft, fields, place } of updates) {
    const record = current(id);
    if (record?.kind !== draft.kind) return refuse({ code: 'gone', id });
    if (record.revision !== revision) return refuse({ code: 'conflict', current: record });
    const taken = Object.fromEntries(fields.map((name) => [name, fieldValue(draft, name)]));
    const earlier = edited.get(id);
    edited.set(id, {
      record,
      fields: { ...earlier?.fields, ...taken },
      place: earlier?.place ?? place,
    });
  }
  return succeed([...edited.values()]);
}

/** Gives units of the archive the further names that the file has for them; those that they have already are passed over. */
function nameUnits(
  names: readonly ImportUnitName[],
  { current, units, stamp }: BuildImportTools,
): Result<readonly Change[], ImportRefusal> {
  const changes: Change[] = [];
  const ofArchive = names.flatMap(({ unit, ...rest }) => (unit.in === 'archive' ? [{ ...rest, unitId: unit.id }] : []));
  for (const unitId of new Set(ofArchive.map((each) => each.unitId))) {
    const unit = current(unitId);
    if (unit?.kind !== 'unit') return refuse({ code: 'gone', id: unitId });
    const known = new Set(unit.names.map(({ name }) => name));
    const more = ofArchive
      .filter((each) => each.unitId === unitId && !known.has(each.name))
      .map(({ name, kind }) => furtherName(name, kind));
    if (more.length === 0) continue;
    const after: Unit = { ...unit, names: [...unit.names, ...more], ...nextRevision(unit, stamp) };
    units.add([after]);
    changes.push(changeOf<'unit'>(unit, after));
  }
  return succeed(changes);
}

/** The pairs that a person called different, once both are records. */
function distinctPairs(
  additions: readonly ImportAddition[],
  added: ReadonlyMap<string, RecordOf<EntryKind>>,
  { current, stamp, newId }: BuildImportTools,
): readonly NotDuplicate[] {
  const end = (record: ArchiveRecord) => ({ printed: recordTitle(record), id: record.id });
  return additions.flatMap(({ key, differsFrom }): readonly NotDuplicate[] => {
    if (differsFrom === null) return [];
    const record = added.get(key);
    const other = differsFrom.in === 'file' ? added.get(differsFrom.key) : current(differsFrom.id);
    if (!record || !other) return [];
    const bookkeeping = { id: newId() as RecordId, ...firstRevision(stamp) };
    return [{ kind: 'notDuplicate', ...bookkeeping, record: end(record), other: end(other) }];
  });
}

/** What was learned of tables of one shape before is replaced by what a person says of them now. */
function learnTemplates(
  learned: ImportCommit['learned'],
  { templates, stamp, newId }: BuildImportTools,
): readonly Change[] {
  const byShape = new Map(templates.map((record) => [readTemplate(record)?.shape, record]));
  return learned.flatMap(({ title, template }): readonly Change[] => {
    const text = JSON.stringify(template);
    const before = byShape.get(template.shape);
    if (!before) {
      const bookkeeping = { id: newId() as RecordId, ...firstRevision(stamp) };
      return [changeOf<'importTemplate'>(null, { kind: 'importTemplate', ...bookkeeping, title, template: text })];
    }
    if (before.template === text) return [];
    const after = { ...before, ...nextRevision(before, stamp), title, template: text };
    return [changeOf<'importTemplate'>(before, after)];
  });
}
