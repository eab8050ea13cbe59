import { changeOf } from '#domain/changes/change-set';
import { firstRevision, foundUnit, nextRevision } from '#domain/records/build-record';
import { UNKNOWN_DATE } from '#domain/dates/fuzzy-date';
import type { UnitId } from '#domain/records/record-base';
import type { Unit } from '#domain/records/unit';
import { refuse, succeed, type Result } from '#domain/result';
import { draftUnitNames, type UnitDraft } from '#domain/units/unit-draft';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { recordTable } from './database.ts';
import type { EditedRevision } from './save-record.ts';

/** Saves a new unit, or new names, brands and notes of one. */
export async function saveUnit(
  archive: Archive,
  draft: UnitDraft,
  edited: EditedRevision | null,
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const before = edited ? await recordTable(archive.database, 'unit').get(edited.id) : null;
    if (edited && before?.deletedAt !== null) return refuse({ code: 'gone', id: edited.id });
    if (edited && before && before.revision !== edited.revision) return refuse({ code: 'conflict', current: before });
    const stamp = { at: archive.now(), by: archive.operator() };
    const identity = before
      ? { id: before.id, ...nextRevision(before, stamp) }
      : { id: archive.newId() as UnitId, ...firstRevision(stamp) };
    const brands = new Map(before?.brands.map((brand) => [brand.name, brand]));
    const blank = { since: UNKNOWN_DATE, summary: '', source: '' };
    const unit: Unit = {
      ...(before ?? foundUnit('', identity.id, stamp)),
      ...identity,
      names: draftUnitNames(draft),
      brands: draft.brands.map((name) => brands.get(name) ?? { name, ...blank }),
      note: draft.note,
      source: draft.source,
    };
    const action = before ? 'update' : 'create';
    return succeed({ action, label: draft.fullName, changes: [changeOf(before ?? null, unit)] } as const);
  });
}
