import { changeOf } from '#domain/changes/change-set';
import { recordTitle, type ArchiveRecord, type RecordOf } from '#domain/records/archive-record';
import { buildRecord } from '#domain/records/build-record';
import type { DraftOfKind } from '#domain/records/record-draft';
import type { RecordKind } from '#domain/records/record-base';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure } from './commit-changes.ts';
import { findRecord, findReplaceable } from './find-records.ts';
import { readAuthorities } from './read-authorities.ts';

export type SavedRecord<K extends RecordKind = RecordKind> = {
  readonly record: RecordOf<K>;
  readonly sequence: number;
  readonly foundedUnits: readonly string[];
};

/** Which record a draft is meant to change, and the revision that the person had before them. */
export type EditedRevision = { readonly id: string; readonly revision: number };

/** Saves a new record, or a new revision of one; units it names for the first time are founded in the same change. */
export async function saveRecord<K extends RecordKind>(
  archive: Archive,
  draft: DraftOfKind<K>,
  edited: EditedRevision | null,
): Promise<Result<SavedRecord<K>, CommitFailure>> {
  return commitChanges(archive, async () => {
    const before = await readBefore(archive, draft, edited);
    if (!before.ok) return before;
    const authorities = await readAuthorities(archive.database);
    const stamp = { at: archive.now(), by: archive.operator() };
    const { record, newUnits } = buildRecord(draft, before.value, authorities, stamp, archive.newId);
    return succeed({
      action: edited ? 'update' : 'create',
      label: recordTitle(record as unknown as ArchiveRecord),
      changes: [...newUnits.map((unit) => changeOf(null, unit)), changeOf(before.value, record)],
      record,
      foundedUnits: newUnits.map((unit) => unit.names[0]?.name ?? ''),
    } as const);
  });
}

async function readBefore<K extends RecordKind>(
  archive: Archive,
  draft: DraftOfKind<K>,
  edited: EditedRevision | null,
): Promise<Result<RecordOf<K> | null, CommitFailure>> {
  if (edited === null) return findReplaceable(archive.database, draft);
  const current = await findRecord(archive.database, edited.id);
  if (current?.kind !== draft.kind) return refuse({ code: 'gone', id: edited.id });
  if (current.revision !== edited.revision) return refuse({ code: 'conflict', current });
  return succeed(current as unknown as RecordOf<K>);
}
