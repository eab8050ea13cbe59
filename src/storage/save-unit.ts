import { changeOf } from '#domain/changes/change-set';
import { firstRevision, nextRevision } from '#domain/records/build-entry';
import type { UnitId } from '#domain/records/record-base';
import type { Unit } from '#domain/records/unit';
import { refuse, succeed, type Result } from '#domain/result';
import { draftUnitNames, type UnitDraft } from '#domain/units/unit-draft';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import type { EditedRevision } from './save-entry.ts';

/** Saves a new unit, or new names, brands and notes of one. */
export async function saveUnit(
  archive: Archive,
  draft: UnitDraft,
  edited: EditedRevision | null,
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const before = edited ? await archive.database.units.get(edited.id as UnitId) : null;
    if (edited && before?.deletedAt !== null) return refuse({ code: 'gone', id: edited.id });
    if (edited && before && before.revision !== edited.revision) return refuse({ code: 'conflict', current: before });
    const stamp = { at: archive.now(), by: archive.operator() };
    const identity = before
      ? { id: before.id, ...nextRevision(before, stamp) }
      : { id: archive.newId() as UnitId, ...firstRevision(stamp) };
    const sources = new Map(before?.brands.map((brand) => [brand.name, brand.source]));
    const unit: Unit = {
      kind: 'unit',
      ...identity,
      names: draftUnitNames(draft),
      brands: draft.brands.map((name) => ({ name, source: sources.get(name) ?? '' })),
      note: draft.note,
      source: draft.source,
    };
    const action = before ? 'update' : 'create';
    return succeed({ action, label: draft.fullName, changes: [changeOf(before ?? null, unit)] } as const);
  });
}
