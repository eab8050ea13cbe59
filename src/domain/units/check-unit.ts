import type { DraftOfKind } from '../records/record-draft.ts';
import { unitDisplayName, type Unit } from '../records/unit.ts';
import { doOverlap, periodOf, type Period } from './name-validity.ts';
import { unitNameKey, type UnitDirectory } from './unit-directory.ts';

/** What is wrong with a unit beyond its single fields. `field` is a path such as "names[1].to". */
export type UnitProblem =
  | { readonly code: 'no-full-name' | 'name-required' | 'period-reversed' | 'parent-cycle'; readonly field: string }
  /** The name is another unit's at the same time, or stands twice, or another full name holds at the same time. */
  | { readonly code: 'name-taken' | 'name-twice' | 'full-names-overlap'; readonly field: string; readonly by: string };

/**
 * Checks a unit against itself and all others. Two units may have had one name at different times, never at the same:
 * nobody could tell whom a record means.
 *
 * @param id of the unit that the draft changes, or null for a new one
 */
export function checkUnit(draft: DraftOfKind<'unit'>, id: string | null, units: UnitDirectory): readonly UnitProblem[] {
  const problems: UnitProblem[] = [];
  if (!draft.names.some(({ kind, name }) => kind === 'full' && name !== '')) {
    problems.push({ code: 'no-full-name', field: 'names' });
  }
  for (const [index, name] of draft.names.entries()) {
    const problem = checkName(draft, index, id, units);
    if (problem) problems.push(problem);
    else if (isReversed(name)) problems.push({ code: 'period-reversed', field: `names[${index}].to` });
  }
  if (isReversed({ from: draft.activeFrom, to: draft.activeTo })) {
    problems.push({ code: 'period-reversed', field: 'activeTo' });
  }
  for (const [index, { name }] of draft.brands.entries()) {
    if (name === '') problems.push({ code: 'name-required', field: `brands[${index}].name` });
  }
  if (id !== null && isBelow(draft.parent?.id ?? null, id, units)) {
    problems.push({ code: 'parent-cycle', field: 'parent' });
  }
  return problems;
}

function checkName(
  draft: DraftOfKind<'unit'>,
  index: number,
  id: string | null,
  units: UnitDirectory,
): UnitProblem | null {
  const name = draft.names[index];
  if (!name) return null;
  if (name.name === '') return { code: 'name-required', field: `names[${index}].name` };
  const period = draftPeriod(draft, name);
  const key = unitNameKey(name.name);
  for (const earlier of draft.names.slice(0, index)) {
    if (!doOverlap(draftPeriod(draft, earlier), period)) continue;
    const by = earlier.name;
    if (unitNameKey(by) === key) return { code: 'name-twice', field: `names[${index}].name`, by };
    if (earlier.kind === 'full' && name.kind === 'full') {
      return { code: 'full-names-overlap', field: `names[${index}].from`, by };
    }
  }
  const owner = units.findAll(name.name).find((unit) => unit.id !== id && hasName(unit, key, period));
  return owner ? { code: 'name-taken', field: `names[${index}].name`, by: unitDisplayName(owner) } : null;
}

function draftPeriod(draft: DraftOfKind<'unit'>, { from, to }: Period): Period {
  return {
    from: from.start === null ? draft.activeFrom : from,
    to: to.start === null ? draft.activeTo : to,
  };
}

function hasName(unit: Unit, key: string, period: Period): boolean {
  return unit.names.some((name) => unitNameKey(name.name) === key && doOverlap(periodOf(unit, name), period));
}

function isReversed({ from, to }: Period): boolean {
  return from.start !== null && to.end !== null && to.end < from.start;
}

/** Whether a unit stands below another, or is it. */
function isBelow(id: string | null, above: string, units: UnitDirectory): boolean {
  const seen = new Set<string>();
  for (let unit = id; unit !== null && !seen.has(unit); unit = units.get(unit)?.parent?.id ?? null) {
    if (unit === above) return true;
    seen.add(unit);
  }
  return false;
}
