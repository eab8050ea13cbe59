import { formatFuzzyDate, type FuzzyDate } from '#domain/dates/fuzzy-date';
import { parseFuzzyDate } from '#domain/dates/parse-fuzzy-date';
import { isLedgerRecord } from '#domain/records/archive-record';
import { toBoundaryRecord } from '#domain/records/boundary-record';
import { unitDisplayName, type Unit } from '#domain/records/unit';
import { planMerge, type MergeProblem } from '#domain/units/merge-units';
import { isActiveOn, unitNameOn } from '#domain/units/name-validity';
import { refuse, succeed, type Result } from '#domain/result';
import { createUnitDirectory, unitNameKey } from '#domain/units/unit-directory';
import { createSuccession, unitLine, type Succession, type UnitStep } from '#domain/units/unit-line';
import { countByKind, countHonors, honorsOfLine, recordsByUnit } from '#domain/units/unit-tally';
import type { Archive } from '#storage/archive';
import { listRecords } from '#storage/find-records';
import { allRows } from '#storage/inspect-copy';
import { mergeUnits } from '#storage/merge-units';
import { describeCommitFailure } from '../../archive/problem-messages.ts';
import { optionText, type Answer, type CommandDefinition, type Refusal } from './command.ts';
import { messages } from './messages.ts';

const MOST_UNITS_MERGED = 100;

/** `units` lists units with their names through time, lines and counts; `units merge` makes one of several. */
export const units: CommandDefinition = {
  options: ['find', 'on'],
  arguments: MOST_UNITS_MERGED + 1,
  run: async (command, { archive }) => {
    const [what, ...ids] = command.arguments;
    if (what === undefined) {
      const on = readDate(optionText(command, 'on'), archive.today());
      return on.ok ? listUnits(archive, optionText(command, 'find'), on.value) : on;
    }
    if (what === 'merge') return merge(archive, ids);
    return refuse({ code: 'bad-argument', message: messages.units.onlyMerge(what), where: what });
  },
};

function readDate(text: string | null, today: string): Result<FuzzyDate | null, Refusal> {
  if (text === null) return succeed(null);
  const parsed = parseFuzzyDate(text, { today });
  if (parsed.ok && parsed.value.date.start !== null) return succeed(parsed.value.date);
  return refuse({ code: 'bad-date', message: messages.units.badDate(text), where: '--on' });
}

async function listUnits(
  archive: Archive,
  find: string | null,
  on: FuzzyDate | null,
): Promise<Result<Answer, Refusal>> {
  const rows = (await allRows(archive.database)).filter(({ deletedAt }) => deletedAt === null);
  const directory = createUnitDirectory(rows.filter((row) => row.kind === 'unit'));
  const succession = createSuccession(rows.filter((row) => row.kind === 'unitChange'));
  const index = recordsByUnit(rows.filter(isLedgerRecord));
  const resolved = find === null ? null : directory.find(find, on ?? undefined);
  const key = unitNameKey(find ?? '');
  const found = directory
    .all()
    .filter((unit) => unit.id === resolved?.id || unit.names.some(({ name }) => unitNameKey(name).includes(key)));
  const nameOf = (id: string) => {
    const unit = directory.get(id);
    return unit && unitDisplayName(unit);
  };
  const described = found.map((unit) => describe(unit, on, succession, nameOf, (id) => index.get(id) ?? []));
  const lines = described.map((unit) => {
    const { own, withPredecessors } = unit.received;
    return [unit.id, unit.nameOn ?? unit.name, messages.units.honors(own, withPredecessors)].join('  ');
  });
  return succeed({
    json: { ok: true, resolved: resolved?.id ?? null, units: described },
    text: [...lines, messages.listed(found.length)].join('\n'),
  });
}

function describe(
  unit: Unit,
  on: FuzzyDate | null,
  succession: Succession,
  nameOf: (id: string) => string | null,
  recordsOf: Parameters<typeof countByKind>[2],
) {
  const line = unitLine(unit.id, succession);
  const step = ({ unitId, printed, change }: UnitStep) => ({
    id: unitId,
    name: nameOf(unitId),
    printed,
    change: change.change,
    date: formatFuzzyDate(change.date),
    basis: change.basis,
  });
  return {
    ...toBoundaryRecord(unit),
    name: unitDisplayName(unit),
    nameOn: on && unitNameOn(unit, on),
    activeOn: on && isActiveOn(unit, on),
    line: {
      ids: line.ids,
      predecessors: succession.predecessors(unit.id).map(step),
      successors: succession.successors(unit.id).map(step),
    },
    /** Records that name the unit in any part, and honours that it received. */
    counts: countByKind(unit.id, line, recordsOf),
    received: countHonors(honorsOfLine(unit.id, line, recordsOf), unit.id),
  };
}

async function merge(archive: Archive, [keepId, ...mergeIds]: readonly string[]): Promise<Result<Answer, Refusal>> {
  if (keepId === undefined || mergeIds.length === 0) {
    const message = messages.argumentRequired(messages.units.mergeArguments);
    return refuse({ code: 'bad-argument', message, where: 'KEEP_ID' });
  }
  const rows = await allRows(archive.database);
  const names = new Map(
    (await listRecords(archive.database, 'unit')).map((unit) => [String(unit.id), unitDisplayName(unit)]),
  );
  const label = messages.units.mergeLabel(
    mergeIds.map((id) => names.get(id) ?? id),
    names.get(keepId) ?? keepId,
  );
  const stamp = { at: archive.now(), by: archive.operator() };
  const plan = planMerge(keepId, mergeIds, rows, { stamp, reason: label });
  if (!plan.ok) return refuse(mergeRefusal(plan.error));
  const merged = await mergeUnits(archive, keepId, mergeIds, { label, reason: label });
  if (!merged.ok) {
    return refuse({ code: merged.error.code, message: describeCommitFailure(merged.error), where: null });
  }
  const affected = Object.fromEntries(plan.value.affected);
  const total = [...plan.value.affected.values()].reduce((sum, count) => sum + count, 0);
  return succeed({
    json: {
      ok: true,
      sequence: merged.value.sequence,
      unit: toBoundaryRecord(plan.value.kept),
      merged: mergeIds,
      affected,
    },
    text: `${label}${messages.units.rewritten(total)}`,
  });
}

function mergeRefusal(problem: MergeProblem): Refusal {
  switch (problem.code) {
    case 'deleted':
      return { code: 'not-found', message: messages.notFound(problem.id), where: problem.id };
    case 'parent-cycle':
      return { code: problem.code, message: messages.units.parentCycle(problem.name), where: 'KEEP_ID' };
    case 'with-itself':
    case 'nothing-to-merge':
      return { code: problem.code, message: messages.units.withItself, where: 'KEEP_ID' };
  }
}
