import { fitsEntry } from './fits-entry.ts';
import type { ImportChoices, ImportPlan, PlannedEntry } from './import-plan.ts';
import type { ImportRow } from './import-row.ts';
import { planImport, type PlanContext } from './plan-import.ts';
import { rowKey } from './row-key.ts';
import { ENTRY_KINDS, type EntryKind } from '../records/record-base.ts';

/** The lists of a plan that are looked through page by page. */
export const PLAN_LISTS = [
  'new',
  'update',
  'probable-duplicate',
  'exact-duplicate',
  'unchanged',
  'concerns',
  'rejected',
] as const;
export type PlanList = (typeof PLAN_LISTS)[number];

/** A plan without its entries, which are asked for page by page. */
export type PlanView = Pick<ImportPlan, 'counts' | 'unknownUnits'> & {
  /** How many entries have something to be looked at: of those that would come in, or were edited since they did. */
  readonly concerns: number;
  /** Entries of each kind. */
  readonly kinds: Readonly<Record<EntryKind, number>>;
  /** Keys of the entries that may be duplicates, in the order of the file; those of the archive first known by ids. */
  readonly doubtful: readonly string[];
  /** Keys of entries whose choice does not fit this plan: they are to be decided on anew. */
  readonly unfit: readonly string[];
};

/** An entry with what it is set beside and the cells that it was read from. */
export type EntryView = {
  readonly entry: PlannedEntry;
  /** The other entry of the file, where that is its twin. */
  readonly twin: PlannedEntry | null;
  readonly originals: readonly string[];
};

export type PlanPage = {
  readonly total: number;
  readonly entries: readonly EntryView[];
  readonly rows: readonly ImportRow[];
};

/** A plan by lists, of which the window asks for a page at a time: all of it at once would be too much to hand over. */
export type LaidOutPlan = {
  readonly plan: ImportPlan;
  readonly view: PlanView;
  readonly page: (list: PlanList, from: number, count: number) => PlanPage;
};

export function layOutPlan(rows: readonly ImportRow[], context: PlanContext, choices: ImportChoices): LaidOutPlan {
  const plan = planImport(rows, context, choices);
  const byKey = new Map(plan.entries.map((entry) => [entry.key, entry]));
  const rowByKey = new Map(rows.map((row) => [rowKey(row), row]));
  const entriesOf = (list: Exclude<PlanList, 'rejected'>) =>
    plan.entries.filter((entry) => (list === 'concerns' ? isDoubted(entry) : entry.outcome.type === list));
  const lists = new Map<PlanList, readonly PlannedEntry[]>();
  const listed = (list: Exclude<PlanList, 'rejected'>) => {
    const known = lists.get(list) ?? entriesOf(list);
    lists.set(list, known);
    return known;
  };
  const viewOf = (entry: PlannedEntry): EntryView => {
    const { outcome, key } = entry;
    const twin = 'twin' in outcome && outcome.twin.in === 'file' ? (byKey.get(outcome.twin.key) ?? null) : null;
    return { entry, twin, originals: rowByKey.get(key.replace(/#\d+$/u, ''))?.originals ?? [] };
  };
  return {
    plan,
    view: {
      counts: plan.counts,
      unknownUnits: plan.unknownUnits,
      concerns: listed('concerns').length,
      kinds: countKinds(plan.entries),
      doubtful: listed('probable-duplicate').map(({ key }) => key),
      unfit: Array.from(choices.entries).flatMap(([key, choice]) => {
        const entry = byKey.get(key);
        return entry && fitsEntry(choice, entry) ? [] : [key];
      }),
    },
    page: (list, from, count) => {
      if (list === 'rejected') {
        return { total: plan.rejected.length, entries: [], rows: plan.rejected.slice(from, from + count) };
      }
      const entries = listed(list);
      return { total: entries.length, entries: entries.slice(from, from + count).map(viewOf), rows: [] };
    },
  };
}

/** Of what stays out only that is looked at which the archive says otherwise. */
function isDoubted({ concerns, outcome }: PlannedEntry): boolean {
  switch (outcome.type) {
    case 'exact-duplicate':
      return false;
    case 'unchanged':
      return concerns.some(({ code }) => code === 'edited-since-import');
    default:
      return concerns.length > 0;
  }
}

function countKinds(entries: readonly PlannedEntry[]): PlanView['kinds'] {
  const counts = Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, 0])) as Record<EntryKind, number>;
  for (const { kind } of entries) counts[kind] += 1;
  return counts;
}
