import { appendTo } from '../append-to.ts';
import { countingYear } from '../dates/fuzzy-date.ts';
import type { LedgerRecord } from '../records/archive-record.ts';
import type { Honor } from '../records/honor.ts';
import { LEDGER_KINDS, type LedgerKind } from '../records/record-base.ts';
import { namedUnitIds } from '../records/record-fields.ts';
import type { Level } from '../vocabulary/levels.ts';
import type { UnitLine } from './unit-line.ts';

/** A number for a unit alone, and one with what its predecessors had; see unitLine for the rule. */
export type LineCount = { readonly own: number; readonly withPredecessors: number };

/** The records that name each unit, each once, by the unit's id. */
export function recordsByUnit(records: Iterable<LedgerRecord>): ReadonlyMap<string, readonly LedgerRecord[]> {
  const found = new Map<string, LedgerRecord[]>();
  for (const record of records) {
    for (const id of namedUnitIds(record)) appendTo(found, id, record);
  }
  return found;
}

/** How many records of each kind name a unit, and how many name it or one that it came out of. */
export function countByKind(
  unitId: string,
  line: UnitLine,
  recordsOf: (unitId: string) => readonly LedgerRecord[],
): Readonly<Record<LedgerKind, LineCount>> {
  const own = recordsOf(unitId);
  const all = [...new Set([own, ...line.predecessors.map(recordsOf)].flat())];
  const ofKind = (records: readonly LedgerRecord[], kind: LedgerKind) =>
    records.filter((record) => record.kind === kind).length;
  const counts = LEDGER_KINDS.map((kind) => [kind, { own: ofKind(own, kind), withPredecessors: ofKind(all, kind) }]);
  return Object.fromEntries(counts) as Readonly<Record<LedgerKind, LineCount>>;
}

/** Honours that a unit or one that it came out of received, each once; one that it awarded, it did not win. */
export function honorsOfLine(
  unitId: string,
  line: UnitLine,
  recordsOf: (unitId: string) => readonly LedgerRecord[],
): readonly Honor[] {
  return honorsOfUnits([unitId, ...line.predecessors], recordsOf);
}

/** Honours that any of some units received, each once. */
export function honorsOfUnits(
  unitIds: readonly string[],
  recordsOf: (unitId: string) => readonly LedgerRecord[],
): readonly Honor[] {
  const received = unitIds.flatMap((id) =>
    recordsOf(id).filter((record): record is Honor => record.kind === 'honor' && hasReceived(record, id)),
  );
  return [...new Set(received)];
}

/** How many honours each unit received, by the unit's id. */
export function countReceived(honors: readonly Honor[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { recipients } of honors) {
    const ids = new Set(recipients.flatMap(({ unitId }) => unitId ?? []));
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** How many of the honours of a line the unit received itself. */
export function countHonors(honors: readonly Honor[], unitId: string): LineCount {
  return { own: honors.filter((honor) => hasReceived(honor, unitId)).length, withPredecessors: honors.length };
}

/** The honours of one year, or of no known one (null), by level; null is the level that nobody has settled. */
export type HonorYear = {
  readonly year: number | null;
  readonly levels: ReadonlyMap<Level | null, LineCount>;
  readonly total: LineCount;
};

/** The honours of a line by year and level, latest year first. */
export function tallyHonors(honors: readonly Honor[], unitId: string): readonly HonorYear[] {
  const years = groupBy(honors, ({ date }) => countingYear(date));
  return [...years]
    .toSorted(([a], [b]) => (b ?? -1) - (a ?? -1))
    .map(([year, ofYear]) => ({ year, levels: tallyLevels(ofYear, unitId), total: countHonors(ofYear, unitId) }));
}

/** The honours of a line by level. */
export function tallyLevels(honors: readonly Honor[], unitId: string): HonorYear['levels'] {
  const levels = groupBy(honors, ({ level }) => level);
  return new Map([...levels].map(([level, ofLevel]) => [level, countHonors(ofLevel, unitId)]));
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Whether a unit received an honour, itself or through one of its people. */
function hasReceived(honor: Honor, unitId: string): boolean {
  return honor.recipients.some((recipient) => recipient.unitId === unitId);
}
