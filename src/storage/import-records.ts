import { changeOf, type Change } from '#domain/changes/change-set';
import { buildRecord } from '#domain/records/build-record';
import type { AnyDraft } from '#domain/records/record-draft';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { findReplaceable } from './find-records.ts';
import { readAuthorities } from './read-authorities.ts';

/** Adds many records as one change set: all of them or none, and one undo takes them back. */
export async function importRecords(
  archive: Archive,
  drafts: readonly AnyDraft[],
  label: string,
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const authorities = await readAuthorities(archive.database);
    const stamp = { at: archive.now(), by: archive.operator() };
    const taken = new Set<string>();
    const changes: Change[] = [];
    for (const draft of drafts) {
      const before = await findReplaceable(archive.database, draft);
      if (!before.ok || (draft.id !== undefined && taken.has(draft.id))) {
        return refuse({ code: 'id-taken', id: draft.id ?? '' });
      }
      const { record, newUnits } = buildRecord(draft, before.value, authorities, stamp, archive.newId);
      authorities.units.add(newUnits);
      taken.add(record.id);
      changes.push(...newUnits.map((unit) => changeOf(null, unit)), changeOf(before.value, record));
    }
    return succeed({ action: 'import', label, changes } as const);
  });
}
