import { planMerge } from '#domain/units/merge-units';
import { refuse, succeed, type Result } from '#domain/result';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { recordTable } from './database.ts';
import { allRows } from './inspect-copy.ts';

/** What the history and the bin call a merger. */
export type MergeWords = { readonly label: string; readonly reason: string };

/**
 * Makes one unit of several that were entered for the same: names and brands joined, every reference rewritten, the
 * others marked as deleted; one change set. Who asks shows `planMerge` first, which says what will change and why it
 * may be refused: when it is refused here, something has changed since, and that is a conflict.
 */
export async function mergeUnits(
  archive: Archive,
  keepId: string,
  mergeIds: readonly string[],
  { label, reason }: MergeWords,
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const stamp = { at: archive.now(), by: archive.operator() };
    const plan = planMerge(keepId, mergeIds, await allRows(archive.database), { stamp, reason });
    if (plan.ok) return succeed({ action: 'merge', label, changes: plan.value.changes } as const);
    const keep = await recordTable(archive.database, 'unit').get(keepId);
    return keep?.deletedAt === null && plan.error.code !== 'deleted'
      ? refuse({ code: 'conflict', current: keep } as const)
      : refuse({ code: 'gone', id: plan.error.code === 'deleted' ? plan.error.id : keepId } as const);
  });
}
