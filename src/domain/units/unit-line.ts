import { appendTo } from '../append-to.ts';
import type { UnitChange } from '../records/unit-change.ts';

/** One step from a unit to another: the change, and the unit on its other side as printed there. */
export type UnitStep = { readonly change: UnitChange; readonly unitId: string; readonly printed: string };

/**
 * What a unit came out of and went into. A rename keeps the unit, and so is no step; a rename that was recorded between
 * two units is one.
 */
export type Succession = {
  readonly predecessors: (unitId: string) => readonly UnitStep[];
  readonly successors: (unitId: string) => readonly UnitStep[];
  /** All changes that name the unit, earliest first. */
  readonly changesOf: (unitId: string) => readonly UnitChange[];
};

export function createSuccession(changes: readonly UnitChange[]): Succession {
  const before = new Map<string, UnitStep[]>();
  const after = new Map<string, UnitStep[]>();
  const named = new Map<string, Set<UnitChange>>();
  for (const change of changes.filter(({ deletedAt }) => deletedAt === null).toSorted(byDate)) {
    for (const { unitId } of [...change.from, ...change.to]) {
      named.set(unitId, (named.get(unitId) ?? new Set()).add(change));
    }
    for (const from of change.from) {
      for (const to of change.to) {
        if (from.unitId === to.unitId) continue;
        appendTo(before, to.unitId, { change, ...from });
        appendTo(after, from.unitId, { change, ...to });
      }
    }
  }
  return {
    predecessors: (unitId) => before.get(unitId) ?? [],
    successors: (unitId) => after.get(unitId) ?? [],
    changesOf: (unitId) => [...(named.get(unitId) ?? [])],
  };
}

/** The units that belong together through changes, seen from one of them. */
export type UnitLine = {
  /** Everything the unit came out of, nearest first. */
  readonly predecessors: readonly string[];
  /** Everything that it went into, nearest first. */
  readonly successors: readonly string[];
  /** Predecessors, the unit itself, and successors. */
  readonly ids: readonly string[];
};

/**
 * The line of a unit: up to everything it came out of, and down to everything it went into, but not to its siblings.
 *
 * How records are counted along it: a record counts for the unit that it names, that is the one of its time. What the
 * predecessors won is shown under a unit as well, marked, and counted apart ("own / with predecessors", each record
 * once). So own counts may be added up over units; counts with predecessors may not, since both parts of a unit that
 * was split have it as their predecessor.
 */
export function unitLine(unitId: string, changes: readonly UnitChange[] | Succession): UnitLine {
  const succession = 'predecessors' in changes ? changes : createSuccession(changes);
  const predecessors = reach(unitId, succession.predecessors);
  const successors = reach(unitId, succession.successors).filter((id) => !predecessors.includes(id));
  return { predecessors, successors, ids: [...predecessors.toReversed(), unitId, ...successors] };
}

/** Level by level; changes that contradict each other may lead in a circle, which is walked once. */
function reach(unitId: string, next: (id: string) => readonly UnitStep[]): readonly string[] {
  const seen = new Set([unitId]);
  const reached: string[] = [];
  let level: readonly string[] = [unitId];
  while (level.length > 0) {
    const found = level.flatMap(next).map((step) => step.unitId);
    level = [...new Set(found)].filter((id) => !seen.has(id));
    for (const id of level) seen.add(id);
    reached.push(...level);
  }
  return reached;
}

function byDate(a: UnitChange, b: UnitChange): number {
  const [began, otherBegan] = [a.date.start ?? '', b.date.start ?? ''];
  return began === otherBegan ? 0 : began < otherBegan ? -1 : 1;
}
