import { ownersOf } from '#domain/changes/record-ties';
import { recordTitle, type ArchiveRecord } from '#domain/records/archive-record';
import type { RecordKind } from '#domain/records/record-base';
import { unitNameKey } from '#domain/units/unit-directory';

export type BinRow = {
  readonly id: string;
  readonly kind: RecordKind;
  readonly title: string;
  readonly deletedAt: string;
  readonly by: string;
  readonly reason: string;
  /** How many attachments, links and the like went with it and come back with it. */
  readonly along: number;
};

/**
 * What stands in the bin, deleted last first. What was deleted along with its record is no row of its own: it comes
 * back together with it.
 *
 * @param find a record of any kind by its id, deleted or not
 */
export function binRows(
  deleted: readonly ArchiveRecord[],
  find: (id: string) => ArchiveRecord | null,
): readonly BinRow[] {
  const along = new Map<string, number>();
  const own: ArchiveRecord[] = [];
  for (const record of deleted) {
    const leaders = ownersOf(record).filter((id) => find(id)?.deletedAt === record.deletedAt);
    for (const id of leaders) along.set(id, (along.get(id) ?? 0) + 1);
    if (leaders.length === 0) own.push(record);
  }
  return own
    .map((record) => ({
      id: record.id,
      kind: record.kind,
      title: recordTitle(record),
      deletedAt: record.deletedAt ?? '',
      by: record.updatedBy,
      reason: record.deleteReason ?? '',
      along: along.get(record.id) ?? 0,
    }))
    .toSorted((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1));
}

/** The rows of a kind, or all, whose title, reason or person contains what was typed. */
export function filterRows(rows: readonly BinRow[], text: string, kind: RecordKind | null): readonly BinRow[] {
  const typed = unitNameKey(text);
  return rows.filter(
    (row) =>
      (kind === null || row.kind === kind) &&
      (typed === '' || [row.title, row.reason, row.by].some((each) => unitNameKey(each).includes(typed))),
  );
}
