import { changeOf } from '#domain/changes/change-set';
import { filingToFields } from '#domain/filing/filing-register';
import { NO_FILING } from '#domain/filing/filing';
import { nextRevision } from '#domain/records/build-record';
import type { FilingItem } from '#domain/records/filing-item';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { recordTable } from './database.ts';
import { newIdentity } from './filing-save.ts';
import type { EditedRevision } from './save-record.ts';

/**
 * Takes a filing item out of use, code and all. Its number stays taken for good, as the reason says: papers and lists
 * may already bear it (DA/T 13-2022, 4.1). The record may get another code, and keeps what was noted about it until then.
 */
export async function withdrawFilingItem(
  archive: Archive,
  edited: EditedRevision,
  reason: string,
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const item = await recordTable(archive.database, 'filingItem').get(edited.id);
    if (item?.deletedAt !== null) return refuse({ code: 'gone', id: edited.id });
    if (item.revision !== edited.revision) return refuse({ code: 'conflict', current: item });
    const stamp = { at: archive.now(), by: archive.operator() };
    const withdrawn = { ...item, ...nextRevision(item, stamp), deletedAt: stamp.at, deleteReason: reason };
    const left = { ...whatIsLeft(item), ...newIdentity(archive.newId, stamp) };
    const changes = [changeOf(item, withdrawn), changeOf(null, left)];
    return succeed({ action: 'delete', label: item.code, changes } as const);
  });
}

/** What was found out about the paper outlives its code; the box belongs to the series. */
function whatIsLeft({ kind, owner, pages, secrecy, isTitleMadeUp, note }: FilingItem) {
  return { kind, owner, ...filingToFields(NO_FILING), pages, secrecy, isTitleMadeUp, note };
}
