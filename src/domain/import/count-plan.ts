import type { PlanCounts, PlannedEntry } from './import-plan.ts';
import type { ImportRow } from './import-row.ts';

/** @param rows data rows of the file, the rejected ones included; a row may give several entries */
export function countPlan(rows: number, entries: readonly PlannedEntry[], rejected: readonly ImportRow[]): PlanCounts {
  const count = (type: PlannedEntry['outcome']['type']) =>
    entries.reduce((sum, { outcome }) => sum + Number(outcome.type === type), 0);
  return {
    rows,
    added: count('new'),
    changed: count('update'),
    unchanged: count('unchanged'),
    exactDuplicates: count('exact-duplicate'),
    probableDuplicates: count('probable-duplicate'),
    rejected: rejected.length,
  };
}
