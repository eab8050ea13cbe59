import { changeOf } from '#domain/changes/change-set';
import { recordTitle, type ArchiveRecord } from '#domain/records/archive-record';
import { nextRevision } from '#domain/records/build-record';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { findRecord } from './find-records.ts';

/** Marks records as deleted. They stay in the archive, and undo brings them back. */
export async function deleteRecords(
  archive: Archive,
  ids: readonly string[],
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const stamp = { at: archive.now(), by: archive.operator() };
    const found: ArchiveRecord[] = [];
    for (const id of ids) {
      const record = await findRecord(archive.database, id);
      if (record === null) return refuse({ code: 'gone', id });
      found.push(record);
    }
    const changes = found.map((record) =>
      changeOf(record, { ...record, ...nextRevision(record, stamp), deletedAt: stamp.at }),
    );
    return succeed({ action: 'delete', label: found.map(recordTitle).join('、'), changes } as const);
  });
}
