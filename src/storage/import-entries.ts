import { changeOf, type Change } from '#domain/changes/change-set';
import { buildEntry } from '#domain/records/build-entry';
import type { EntryDraft } from '#domain/records/entry-draft';
import { refuse, succeed, type Result } from '#domain/result';
import { createUnitDirectory } from '#domain/units/unit-directory';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { recordTables } from './database.ts';

/** Adds many entries as one change set: all of them or none, and one undo takes them back. */
export async function importEntries(
  archive: Archive,
  drafts: readonly EntryDraft[],
  label: string,
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const ids = await Promise.all(recordTables(archive.database).map((table) => table.toCollection().primaryKeys()));
    const taken = new Set(ids.flat());
    const units = await archive.database.units.toArray();
    const stamp = { at: archive.now(), by: archive.operator() };
    const changes: Change[] = [];
    for (const draft of drafts) {
      if (draft.id !== undefined && taken.has(draft.id)) return refuse({ code: 'id-taken', id: draft.id });
      const { entry, newUnits } = buildEntry(draft, null, createUnitDirectory(units), stamp, archive.newId);
      units.push(...newUnits);
      taken.add(entry.id);
      changes.push(...newUnits.map((unit) => changeOf(null, unit)), changeOf(null, entry));
    }
    return succeed({ action: 'import', label, changes } as const);
  });
}
