import { changeOf } from '#domain/changes/change-set';
import { isEntry, type Entry } from '#domain/records/archive-record';
import { buildEntry } from '#domain/records/build-entry';
import type { EntryDraft } from '#domain/records/entry-draft';
import { refuse, succeed, type Result } from '#domain/result';
import { createUnitDirectory } from '#domain/units/unit-directory';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure } from './commit-changes.ts';
import { findRecord, findReplaceable } from './find-records.ts';

export type SavedEntry = { readonly entry: Entry; readonly sequence: number; readonly foundedUnits: readonly string[] };

/** Which record a draft is meant to change, and the revision that the person had before them. */
export type EditedRevision = { readonly id: string; readonly revision: number };

/** Saves a new entry, or a new revision of one; units it names for the first time are founded in the same change. */
export async function saveEntry(
  archive: Archive,
  draft: EntryDraft,
  edited: EditedRevision | null,
): Promise<Result<SavedEntry, CommitFailure>> {
  let built: { readonly entry: Entry; readonly foundedUnits: readonly string[] } | null = null;
  const committed = await commitChanges(archive, async () => {
    const before = await readBefore(archive, draft, edited);
    if (!before.ok) return before;
    const units = createUnitDirectory(await archive.database.units.toArray());
    const stamp = { at: archive.now(), by: archive.operator() };
    const { entry, newUnits } = buildEntry(draft, before.value, units, stamp, archive.newId);
    built = { entry, foundedUnits: newUnits.map((unit) => unit.names[0]?.name ?? '') };
    return succeed({
      action: edited ? 'update' : 'create',
      label: entry.title,
      changes: [...newUnits.map((unit) => changeOf(null, unit)), changeOf(before.value, entry)],
    } as const);
  });
  if (!committed.ok) return committed;
  if (!built) throw new Error('A commit without a plan.');
  return succeed({
    ...(built as { entry: Entry; foundedUnits: readonly string[] }),
    sequence: committed.value.sequence,
  });
}

async function readBefore(
  archive: Archive,
  draft: EntryDraft,
  edited: EditedRevision | null,
): Promise<Result<Entry | null, CommitFailure>> {
  if (edited === null) return findReplaceable(archive.database, draft);
  const current = await findRecord(archive.database, edited.id);
  if (current === null || !isEntry(current) || current.kind !== draft.kind)
    return refuse({ code: 'gone', id: edited.id });
  return current.revision === edited.revision ? succeed(current) : refuse({ code: 'conflict', current });
}
