import { changeOf, type Change } from '../changes/change-set.ts';
import type { ArchiveRecord } from '../records/archive-record.ts';
import { nextRevision, type Stamp } from '../records/build-record.ts';
import type { RecordKind } from '../records/record-base.ts';
import { unitDisplayName, type Unit, type UnitName } from '../records/unit.ts';
import { refuse, succeed, type Result } from '../result.ts';
import { doOverlap } from './name-validity.ts';
import { unitNameKey } from './unit-directory.ts';
import { mapUnitIds, refersToUnits } from './unit-usage.ts';

/** Why units cannot become one. */
export type MergeProblem =
  | { readonly code: 'nothing-to-merge' }
  | { readonly code: 'with-itself' }
  | { readonly code: 'deleted'; readonly id: string }
  /** The kept unit would stand above itself. */
  | { readonly code: 'parent-cycle'; readonly name: string };

export type MergePlan = {
  /** The kept unit as it will be. */
  readonly kept: Unit;
  readonly changes: readonly Change[];
  /** How many records of each kind are rewritten, besides the units that become one; deleted ones do not count. */
  readonly affected: ReadonlyMap<RecordKind, number>;
};

/**
 * Makes one unit of several, as when a unit was entered twice: not an event in the life of units, but a correction of
 * the registry. Names and brands are joined, every record that refers to a merged unit refers to the kept one from then
 * on, and prints what it printed before. Deleted records are rewritten too, or restoring one would bring a reference to
 * nothing back.
 *
 * @param records every record of the archive, deleted ones included
 */
export function planMerge(
  keepId: string,
  mergeIds: readonly string[],
  records: Iterable<ArchiveRecord>,
  { stamp, reason }: { readonly stamp: Stamp; readonly reason: string },
): Result<MergePlan, MergeProblem> {
  const away = new Set(mergeIds);
  if (away.size === 0) return refuse({ code: 'nothing-to-merge' });
  if (away.has(keepId)) return refuse({ code: 'with-itself' });
  const all = [...records];
  const units = new Map(
    all.flatMap((record) => (record.kind === 'unit' ? [[String(record.id), record] as const] : [])),
  );
  const living = (id: string) => (units.get(id)?.deletedAt === null ? (units.get(id) ?? null) : null);
  const keep = living(keepId);
  const missing = [keepId, ...away].find((id) => living(id) === null);
  if (keep === null || missing !== undefined) return refuse({ code: 'deleted', id: missing ?? keepId });

  const map = (id: string) => (away.has(id) ? keepId : id);
  const merged = [...away].flatMap((id) => living(id) ?? []);
  const joined = { ...(mapUnitIds(joinUnits(keep, merged), map) as Unit), ...nextRevision(keep, stamp) };
  if (isAboveItself(joined, units, map)) return refuse({ code: 'parent-cycle', name: unitDisplayName(keep) });
  const adopted = merged.map(({ parent }) => ({ ...joined, parent: parent && mapParent(parent, map) }));
  const kept = joined.parent
    ? joined
    : (adopted.find((unit) => unit.parent && !isAboveItself(unit, units, map)) ?? joined);

  const rewritten = all.filter((record) => !away.has(record.id) && record.id !== keepId && refersToUnits(record, away));
  const affected = new Map<RecordKind, number>();
  for (const { kind, deletedAt } of rewritten) {
    if (deletedAt === null) affected.set(kind, (affected.get(kind) ?? 0) + 1);
  }
  const changes = [
    ...rewritten.map((record) => changeOf(record, { ...mapUnitIds(record, map), ...nextRevision(record, stamp) })),
    changeOf(keep, kept),
    ...merged.map((unit) =>
      changeOf(unit, { ...unit, ...nextRevision(unit, stamp), deletedAt: stamp.at, deleteReason: reason }),
    ),
  ];
  return succeed({ kept, changes, affected });
}

/** What is known of a unit, filled up with what is known of others that turned out to be the same. */
function joinUnits(keep: Unit, others: readonly Unit[]): Unit {
  return others.reduce<Unit>((unit, other) => joinUnit(unit, other), keep);
}

function joinUnit(unit: Unit, other: Unit): Unit {
  return {
    ...unit,
    names: other.names.reduce(withName, unit.names),
    brands: [...unit.brands, ...other.brands.filter(({ name }) => !unit.brands.some(isNamed(name)))],
    unitType: unit.unitType === '不详' ? other.unitType : unit.unitType,
    level: unit.level ?? other.level,
    activeFrom: unit.activeFrom.start === null ? other.activeFrom : unit.activeFrom,
    note: joinTexts(unit.note, other.note),
    source: joinTexts(unit.source, other.source),
  };
}

/** A name goes on being known; a full one that another full name contradicts is an alias from now on. */
function withName(names: readonly UnitName[], name: UnitName): readonly UnitName[] {
  const key = unitNameKey(name.name);
  if (names.some((known) => unitNameKey(known.name) === key && !isOtherPeriod(known, name))) return names;
  const isContradicted = name.kind === 'full' && names.some((known) => known.kind === 'full' && doOverlap(known, name));
  return [...names, isContradicted ? { ...name, kind: 'alias' } : name];
}

function isOtherPeriod(known: UnitName, name: UnitName): boolean {
  return known.kind === 'full' && name.kind === 'full' && !doOverlap(known, name);
}

function isNamed(name: string) {
  const key = unitNameKey(name);
  return (other: { readonly name: string }) => unitNameKey(other.name) === key;
}

function joinTexts(text: string, other: string): string {
  if (other === '' || text.includes(other)) return text;
  return text === '' ? other : `${text}\n${other}`;
}

type Parent = NonNullable<Unit['parent']>;

function mapParent(parent: Parent, map: (id: string) => string): Parent {
  return { ...parent, id: parent.id && (map(parent.id) as typeof parent.id) };
}

function isAboveItself(kept: Unit, units: ReadonlyMap<string, Unit>, map: (id: string) => string): boolean {
  const seen = new Set<string>();
  let parent = kept.parent?.id ?? null;
  while (parent !== null && !seen.has(parent)) {
    if (parent === kept.id) return true;
    seen.add(parent);
    const above = units.get(parent)?.parent?.id ?? null;
    parent = above === null ? null : (map(above) as typeof above);
  }
  return false;
}
