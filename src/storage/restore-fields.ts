import { isSame } from '#domain/changes/diff-records';
import { changeOf } from '#domain/changes/change-set';
import { recordTitle, type ArchiveRecord } from '#domain/records/archive-record';
import { nextRevision } from '#domain/records/build-record';
import { fieldsOf, fieldValue } from '#domain/records/record-fields';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { findRecord } from './find-records.ts';
import { settleUnits } from './restore-units.ts';
import type { EditedRevision } from './save-record.ts';

/**
 * Gives fields of a record the values that an earlier revision had, as a new revision; every field when none is named.
 *
 * @param edited the record and the revision that the person had before them
 */
export async function restoreFields(
  archive: Archive,
  edited: EditedRevision,
  earlier: ArchiveRecord,
  names: readonly string[] | null,
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const current = await findRecord(archive.database, edited.id);
    if (current === null || current.kind !== earlier.kind) return refuse({ code: 'gone', id: edited.id });
    if (current.revision !== edited.revision) return refuse({ code: 'conflict', current });
    const wanted = fieldsOf(earlier.kind).flatMap(([name]) =>
      names === null || names.includes(name) ? [[name, fieldValue(earlier, name)] as const] : [],
    );
    if (wanted.every(([name, value]) => isSame(fieldValue(current, name), value))) {
      return refuse({ code: 'same-already' });
    }
    const stamp = { at: archive.now(), by: archive.operator() };
    const restored = { ...current, ...Object.fromEntries(wanted), ...nextRevision(current, stamp) };
    const { records, unitChanges } = await settleUnits(archive, [restored], stamp);
    const changes = [...unitChanges, ...records.map((record) => changeOf(current, record))];
    return succeed({ action: 'restore', label: recordTitle(current), changes } as const);
  });
}
