import { appendTo } from '../append-to.ts';
import { compareEntries, isExactTwin, type CompareTools, type Likeness } from './compare-entries.ts';
import type { EntryFacts } from './entry-facts.ts';
import type { NameToken } from './name-kinship.ts';

export type TwinFinder = {
  readonly add: (facts: EntryFacts) => void;
  /** All that say the same, in the order in which they were added. */
  readonly exact: (facts: EntryFacts) => readonly EntryFacts[];
  /** The one that is most likely the same; of equals the one that was added first. */
  readonly probable: (
    facts: EntryFacts,
    isPossible: (other: EntryFacts) => boolean,
  ) => (Likeness & { readonly facts: EntryFacts }) | null;
};

/** So many of those with the same title and owner are compared, and so many of those with the same date and owner. */
const MOST_OF_TITLE = 64;
const MOST_OF_DAY = 300;
const NOBODY = '';

/**
 * Finds entries that are perhaps the same without holding each against each. Those that may be have either the title in
 * common, or the day and the owner: they are kept under both, and under each only the last so many are looked at.
 */
export function createTwinFinder(tools: CompareTools): TwinFinder {
  const byAll = new Map<string, EntryFacts[]>();
  const byTitle = new Map<string, EntryFacts[]>();
  const byDay = new Map<string, Signed[]>();

  const near = (facts: EntryFacts): Iterable<EntryFacts> => {
    const found = new Set<EntryFacts>();
    for (const owner of namesFor(facts, tools)) {
      for (const each of lastOf(byTitle.get(titleKey(facts, owner)), MOST_OF_TITLE)) found.add(each);
    }
    if (facts.owners.length === 0)
      for (const each of lastOf(byTitle.get(titleKey(facts, ANYBODY)), MOST_OF_TITLE)) found.add(each);
    const signed = sign(facts);
    for (const owner of ownersOrNobody(facts)) {
      for (const other of lastOf(byDay.get(dayKey(facts, owner)), MOST_OF_DAY)) {
        if (mayBeAlike(signed, other)) found.add(other.facts);
      }
    }
    return found;
  };

  return {
    add: (facts) => {
      appendTo(byAll, exactKey(facts), facts);
      const signed = sign(facts);
      for (const owner of ownersOrNobody(facts)) {
        appendTo(byTitle, titleKey(facts, owner), facts);
        appendTo(byDay, dayKey(facts, owner), signed);
      }
      appendTo(byTitle, titleKey(facts, ANYBODY), facts);
    },
    exact: (facts) =>
      (byAll.get(exactKey(facts)) ?? []).slice(0, MOST_OF_TITLE).filter((each) => isExactTwin(facts, each)),
    probable: (facts, isPossible) => {
      let best: (Likeness & { readonly facts: EntryFacts }) | null = null;
      for (const other of near(facts)) {
        if (!isPossible(other)) continue;
        const likeness = compareEntries(facts, other, tools);
        if (likeness !== null && (best === null || likeness.score > best.score)) best = { ...likeness, facts: other };
      }
      return best;
    },
  };
}

const ANYBODY = '*';

function lastOf<T>(list: readonly T[] | undefined, most: number): readonly T[] {
  if (list === undefined) return [];
  return list.length <= most ? list : list.slice(-most);
}

function exactKey({ kind, bare, date, owners }: EntryFacts): string {
  return `${kind}\n${bare}\n${date.start ?? ''}\n${date.end ?? ''}\n${owners.join('\n')}`;
}

function titleKey({ kind, bare }: EntryFacts, owner: string): string {
  return `${kind}\n${bare}\n${owner}`;
}

function dayKey({ kind, date }: EntryFacts, owner: string): string {
  return `${kind}\n${date.start ?? ''}\n${date.end ?? ''}\n${owner}`;
}

function ownersOrNobody({ owners }: EntryFacts): readonly NameToken[] {
  return owners.length === 0 ? [NOBODY] : owners;
}

/** The owners, nobody, and all whose names may mean one of the owners. */
function namesFor({ owners }: EntryFacts, { kinship }: CompareTools): ReadonlySet<string> {
  const names = new Set<string>([...owners, NOBODY]);
  for (const owner of owners) for (const other of kinship.of(owner)) names.add(other);
  return names;
}

/** Which characters a title has, in 32 bits: titles that differ by a slip or two differ in few of them. */
type Signed = { readonly facts: EntryFacts; readonly bits: number };

const MOST_BITS_APART = 4;

function sign(facts: EntryFacts): Signed {
  let bits = 0;
  for (let at = 0; at < facts.bare.length; at += 1) bits |= 1 << (facts.bare.charCodeAt(at) % 31);
  return { facts, bits };
}

/** One title in another, or a slip between them. */
function mayBeAlike(a: Signed, b: Signed): boolean {
  if ((a.bits & ~b.bits) === 0 || (b.bits & ~a.bits) === 0) return true;
  return bitCount(a.bits ^ b.bits) <= MOST_BITS_APART;
}

function bitCount(bits: number): number {
  let rest = bits;
  let count = 0;
  for (; rest !== 0; count += 1) rest &= rest - 1;
  return count;
}
