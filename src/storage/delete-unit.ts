import { changeOf } from '#domain/changes/change-set';
import { nextRevision } from '#domain/records/build-record';
import { unitDisplayName } from '#domain/records/unit';
import { refuse, succeed, type Result } from '#domain/result';
import { countUses } from '#domain/units/unit-usage';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { recordTable } from './database.ts';
import { allRows } from './inspect-copy.ts';

/**
 * Marks a unit as deleted that nothing refers to. One in use stays, since what refers to it would no longer be counted
 * for anybody; it is offered to be merged instead. Who asks has looked before, so that by now it is a conflict.
 */
export async function deleteUnit(archive: Archive, id: string): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const unit = await recordTable(archive.database, 'unit').get(id);
    if (unit?.deletedAt !== null) return refuse({ code: 'gone', id } as const);
    if (countUses(id, await allRows(archive.database)).size > 0) {
      return refuse({ code: 'conflict', current: unit } as const);
    }
    const stamp = { at: archive.now(), by: archive.operator() };
    const after = { ...unit, ...nextRevision(unit, stamp), deletedAt: stamp.at };
    return succeed({ action: 'delete', label: unitDisplayName(unit), changes: [changeOf(unit, after)] } as const);
  });
}
