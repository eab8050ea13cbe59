import { changeOf, type Change } from '#domain/changes/change-set';
import { buildEntry } from '#domain/records/build-entry';
import type { EntryDraft } from '#domain/records/entry-draft';
import { refuse, succeed, type Result } from '#domain/result';
import { createGrowingUnitDirectory } from '#domain/units/unit-directory';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { findReplaceable } from './find-records.ts';

/** Adds many entries as one change set: all of them or none, and one undo takes them back. */
export async function importEntries(
  archive: Archive,
  drafts: readonly EntryDraft[],
  label: string,
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const units = createGrowingUnitDirectory(await archive.database.units.toArray());
    const stamp = { at: archive.now(), by: archive.operator() };
    const taken = new Set<string>();
    const changes: Change[] = [];
    for (const draft of drafts) {
      const before = await findReplaceable(archive.database, draft);
      if (!before.ok || (draft.id !== undefined && taken.has(draft.id))) {
        return refuse({ code: 'id-taken', id: draft.id ?? '' });
      }
      const { entry, newUnits } = buildEntry(draft, before.value, units, stamp, archive.newId);
      units.add(newUnits);
      taken.add(entry.id);
      changes.push(...newUnits.map((unit) => changeOf(null, unit)), changeOf(before.value, entry));
    }
    return succeed({ action: 'import', label, changes } as const);
  });
}
