import { appendTo } from '#domain/append-to';
import type { LedgerRecord } from '#domain/records/archive-record';
import type { LedgerKind } from '#domain/records/record-base';
import type { Link } from '#domain/records/link';
import type { Plan } from '#domain/records/plan';
import type { LinkType } from './link-types.ts';

/** A link as it is seen from one of its ends. */
export type SeenLink = {
  readonly link: Link;
  readonly isOutgoing: boolean;
  readonly type: LinkType;
  readonly other: LedgerRecord;
};

/** Finds a record that has a page and is not deleted. */
type Find = (id: string) => LedgerRecord | null;

/** The links of each record by its id. */
export type LinkIndex = ReadonlyMap<string, readonly Link[]>;

export function indexLinks(links: readonly Link[]): LinkIndex {
  const ends = links.flatMap((link) =>
    [...new Set([link.from?.id, link.to?.id])].flatMap((id) => (id ? [{ id, link }] : [])),
  );
  const index = new Map<string, Link[]>();
  for (const { id, link } of ends) appendTo(index, id, link);
  return index;
}

/** The links of a record to others that are there; one that leads to itself is none. */
export function linksOf(index: LinkIndex, id: string, find: Find): readonly SeenLink[] {
  return (index.get(id) ?? []).flatMap((link) => {
    const isOutgoing = link.from?.id === id;
    const otherId = isOutgoing ? link.to?.id : link.from?.id;
    const other = otherId && otherId !== id ? find(otherId) : null;
    return other ? [{ link, isOutgoing, type: link.linkType, other }] : [];
  });
}

/** Links that say the same: those out before those in, each type in the order of the vocabulary. */
export function groupLinks(
  seen: readonly SeenLink[],
  order: readonly LinkType[],
): readonly { readonly type: LinkType; readonly isOutgoing: boolean; readonly links: readonly SeenLink[] }[] {
  return [true, false].flatMap((isOutgoing) =>
    order.flatMap((type) => {
      const links = seen.filter((each) => each.type === type && each.isOutgoing === isOutgoing);
      return links.length > 0 ? [{ type, isOutgoing, links }] : [];
    }),
  );
}

/** The steps of a chain, 方案 → 活动 → 荣誉, and what kinds stand in each. */
const STEPS: readonly { readonly name: ChainStepName; readonly kinds: readonly LedgerKind[] }[] = [
  { name: 'plans', kinds: ['plan'] },
  { name: 'actions', kinds: ['practice', 'activity'] },
  { name: 'results', kinds: ['evaluation', 'honor'] },
];
type ChainStepName = 'plans' | 'actions' | 'results';
export type ChainStep = { readonly name: ChainStepName; readonly records: readonly LedgerRecord[] };

/** A chain of more records than this is no help any more. */
const MOST_IN_CHAIN = 200;

/**
 * What led to a record and what came of it, over any number of links, by steps; empty when all of it is in one step.
 * What is merely related belongs to no chain.
 */
export function chainOf(index: LinkIndex, record: LedgerRecord, find: Find): readonly ChainStep[] {
  const found = new Map<string, LedgerRecord>([[record.id, record]]);
  for (const isForward of [true, false]) {
    const queue: LedgerRecord[] = [record];
    const seen = new Set<string>([record.id]);
    for (let next = queue.shift(); next && found.size < MOST_IN_CHAIN; next = queue.shift()) {
      for (const { other, isOutgoing, type } of linksOf(index, next.id, find)) {
        if (type === '相关' || isOutgoing !== isForward || seen.has(other.id)) continue;
        seen.add(other.id);
        found.set(other.id, other);
        queue.push(other);
      }
    }
  }
  const steps = STEPS.map(({ name, kinds }) => ({
    name,
    records: [...found.values()].filter(({ kind }) => kinds.includes(kind)),
  }));
  return steps.filter(({ records }) => records.length > 0).length > 1 ? steps : [];
}

export type PlanVersions = { readonly older: readonly Plan[]; readonly newer: readonly Plan[] };

/** The versions before a plan, latest first, and those after it, earliest first, as far as they name one another. */
export function planVersions(plan: Plan, plans: readonly Plan[]): PlanVersions {
  const byId = new Map<string, Plan>(plans.map((each) => [each.id, each]));
  const byTitle = collect(plans, ({ title }) => title);
  const before = ({ supersedes }: Plan): Plan | null => {
    if (supersedes === null) return null;
    if (supersedes.id !== null) return byId.get(supersedes.id) ?? null;
    const [named, ...others] = byTitle.get(supersedes.printed) ?? [];
    return named && others.length === 0 ? named : null;
  };
  const seen = new Set<string>([plan.id]);
  const older: Plan[] = [];
  for (let next = before(plan); next && !seen.has(next.id); next = before(next)) {
    seen.add(next.id);
    older.push(next);
  }
  const newer: Plan[] = [];
  const after = collect(plans, (each) => before(each)?.id ?? '');
  const queue = [plan.id];
  for (let id = queue.shift(); id; id = queue.shift()) {
    for (const each of after.get(id) ?? []) {
      if (seen.has(each.id)) continue;
      seen.add(each.id);
      newer.push(each);
      queue.push(each.id);
    }
  }
  return { older, newer };
}

function collect<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const lists = new Map<string, T[]>();
  for (const item of items) appendTo(lists, keyOf(item), item);
  return lists;
}
