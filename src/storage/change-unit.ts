import type { Change, ChangeAction } from '#domain/changes/change-set';
import type { UnitChange } from '#domain/records/unit-change';
import { recordTitle } from '#domain/records/archive-record';
import { refuse, succeed, type Result } from '#domain/result';
import { planUnitChange, type UnitChangeOrder, type UnitChangeProblem } from '#domain/units/plan-unit-change';
import { planCorrection, planWithdrawal, type UnitChangeCorrection } from '#domain/units/revise-unit-change';
import { createUnitDirectory, type UnitDirectory } from '#domain/units/unit-directory';
import type { Archive } from './archive.ts';
import { commitChanges, type CommitFailure, type Committed } from './commit-changes.ts';
import { recordTable, type ArchiveDatabase } from './database.ts';
import type { EditedRevision } from './save-record.ts';

/**
 * Registers a rename, merger, split or abolition: names get their time, new units are founded, ended ones closed, and
 * the change itself is recorded; one change set. Who asks runs `planUnitChange` first, which says why it may be refused:
 * when it is refused here, something has changed since, and that is a conflict.
 */
export async function changeUnit(archive: Archive, order: UnitChangeOrder): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const units = await readUnits(archive.database);
    const stamp = { at: archive.now(), by: archive.operator() };
    const plan = planUnitChange(order, { units, stamp, newId: archive.newId });
    if (!plan.ok) return refuse(failureOf(plan.error, order, units));
    const { record, changes } = plan.value;
    return succeed({ action: 'create', label: recordTitle(record), changes } as const);
  });
}

function failureOf(problem: UnitChangeProblem, order: UnitChangeOrder, units: UnitDirectory): CommitFailure {
  const id = problem.code === 'unit-gone' ? problem.id : (order.from[0] ?? '');
  const current = units.get(id);
  return current === null ? { code: 'gone', id } : { code: 'conflict', current };
}

/** Corrects the date, basis or note of a registered change; the dates that it gave to its units follow. */
export async function correctUnitChange(
  archive: Archive,
  edited: EditedRevision,
  correction: UnitChangeCorrection,
): Promise<Result<Committed, CommitFailure>> {
  return reviseUnitChange(archive, edited, 'update', (before, means) => planCorrection(before, correction, means));
}

/** Takes a registered change out again, with what it did to the names and ends of its units. */
export async function withdrawUnitChange(
  archive: Archive,
  edited: EditedRevision,
  reason: string,
): Promise<Result<Committed, CommitFailure>> {
  return reviseUnitChange(archive, edited, 'delete', (before, means) => planWithdrawal(before, means, reason));
}

async function reviseUnitChange(
  archive: Archive,
  edited: EditedRevision,
  action: ChangeAction,
  plan: (before: UnitChange, means: Parameters<typeof planCorrection>[2]) => readonly Change[],
): Promise<Result<Committed, CommitFailure>> {
  return commitChanges(archive, async () => {
    const before = await recordTable(archive.database, 'unitChange').get(edited.id);
    if (before?.deletedAt !== null) return refuse({ code: 'gone', id: edited.id } as const);
    if (before.revision !== edited.revision) return refuse({ code: 'conflict', current: before } as const);
    const units = await readUnits(archive.database);
    const stamp = { at: archive.now(), by: archive.operator() };
    return succeed({ action, label: recordTitle(before), changes: plan(before, { units, stamp }) });
  });
}

async function readUnits(database: ArchiveDatabase): Promise<UnitDirectory> {
  return createUnitDirectory(await recordTable(database, 'unit').toArray());
}
