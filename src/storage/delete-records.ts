import { changeLabel } from '#domain/changes/change-label';
import { changeOf } from '#domain/changes/change-set';
import { recordTitle, type ArchiveRecord } from '#domain/records/archive-record';
import { nextRevision } from '#domain/records/build-record';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { findRowsOfIds } from './find-rows-of-ids.ts';
import { countUses, findDependents } from './find-uses.ts';

/**
 * Marks records as deleted, and with them the links, attachments, photo groups and filing that belong to them. They
 * stay in the archive; undo or the bin brings them back. A unit that other records name is refused: they would no
 * longer be counted for anybody. Everybody else who is named stays named as printed.
 */
export async function deleteRecords(
  archive: Archive,
  ids: readonly string[],
  reason: string | null = null,
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const wanted = [...new Set(ids)];
    const rows = await findRowsOfIds(archive.database, wanted);
    const found = rows.filter((row) => row.deletedAt === null);
    if (found.length < wanted.length) {
      const known = new Set<string>(found.map(({ id }) => id));
      return refuse({ code: 'gone', id: wanted.find((id) => !known.has(id)) ?? '' });
    }
    const inUse = await findUnitsInUse(archive, found);
    if (inUse.length > 0) return refuse({ code: 'in-use', units: inUse });
    const owners = new Set<string>(wanted);
    const dependents = await findDependents(archive.database, owners, ({ deletedAt }) => deletedAt === null);
    const stamp = { at: archive.now(), by: archive.operator() };
    const changes = [...found, ...dependents].map((record) =>
      changeOf(record, {
        ...record,
        ...nextRevision(record, stamp),
        deletedAt: stamp.at,
        deleteReason: owners.has(record.id) ? reason : null,
      }),
    );
    return succeed({ action: 'delete', label: changeLabel(found.map(recordTitle)), changes } as const);
  });
}

/** Says why records were deleted, or says it better; they stay deleted. */
export async function explainDeletion(
  archive: Archive,
  ids: readonly string[],
  reason: string,
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const rows = await findRowsOfIds(archive.database, ids);
    const deleted = rows.filter((row) => row.deletedAt !== null);
    if (deleted.length === 0) return refuse({ code: 'not-deleted' });
    const stamp = { at: archive.now(), by: archive.operator() };
    const deleteReason = reason === '' ? null : reason;
    const changes = deleted.map((record) =>
      changeOf(record, { ...record, ...nextRevision(record, stamp), deleteReason }),
    );
    return succeed({ action: 'update', label: changeLabel(deleted.map(recordTitle)), changes } as const);
  });
}

type UnitInUse = { readonly title: string; readonly uses: number };

async function findUnitsInUse({ database }: Archive, records: readonly ArchiveRecord[]): Promise<readonly UnitInUse[]> {
  const units = new Map<string, string>(
    records.flatMap((record) => (record.kind === 'unit' ? [[record.id, recordTitle(record)] as const] : [])),
  );
  if (units.size === 0) return [];
  const uses = await countUses(database, new Set(units.keys()), new Set(records.map(({ id }) => id)));
  return [...uses].map(([id, count]) => ({ title: units.get(id) ?? '', uses: count }));
}
