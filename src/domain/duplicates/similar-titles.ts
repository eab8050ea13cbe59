import { unitNameKey } from '../units/unit-directory.ts';
import { bareTitle, bigramsOf, titleOrdinals, titleYears } from './bare-title.ts';
import { createBigramIndex, type BigramIndex } from './bigram-index.ts';

export type TitledEntry = {
  readonly id: string;
  /** Only entries of one kind can be duplicates of each other. */
  readonly kind: string;
  readonly title: string;
  readonly year: number | null;
  /** Every name of the bodies on the entry by which they shall be recognised. */
  readonly bodies: readonly string[];
};

/** What is being typed. `id` names the entry that is edited, which is not a duplicate of itself. */
export type SimilarityQuery = Omit<TitledEntry, 'id'> & { readonly id?: string | undefined };

/** `unknown`: one of the two does not say. */
export type Agreement = 'same' | 'other' | 'unknown';

/** For the words of the user interface, e.g. title 'same' and year 'other': 同名，年份不同. */
export type SimilarityReason = {
  /** same: to the letter; marks: apart from punctuation, blanks and width; contains: one in the other. */
  readonly title: 'same' | 'marks' | 'contains' | 'similar';
  readonly year: Agreement;
  /** 第N期, 第N届 and the like. */
  readonly ordinal: Agreement;
  readonly body: Agreement;
};

export type SimilarEntry = {
  readonly id: string;
  /** 0 to 1. */
  readonly score: number;
  readonly reason: SimilarityReason;
};

export type SimilarityIndex = {
  /** Adds an entry, or puts it in the place of the one with the same id. */
  readonly add: (entry: TitledEntry) => void;
  readonly remove: (id: string) => void;
  /** Likely duplicates, best first, at most 5. */
  readonly query: (query: SimilarityQuery) => readonly SimilarEntry[];
};

/** An entry as it is kept: what can be worked out of it is, for the few that come close to what is typed. */
type KnownEntry = TitledEntry & { readonly pairCount: number };

/** What two titles are compared by. */
type Candidate = {
  readonly title: string;
  readonly bare: string;
  readonly pairCount: number;
  readonly year: number | null;
  readonly titleYears: readonly number[];
  readonly ordinals: ReadonlyMap<string, number>;
  readonly bodies: readonly string[];
};

const MAX_ANSWERS = 5;
const MIN_SCORE = 0.5;
/** Bigram Dice coefficient from which two titles are called similar. */
const MIN_DICE = 0.75;
/** A title contained in another says little when it is short (先进集体) or a small part of it. */
const MIN_CONTAINED_LENGTH = 4;
const MIN_CONTAINED_SHARE = 0.4;
/** Removed entries leave holes in the postings; with this many and more holes than entries they are drawn up anew. */
const MIN_HOLES = 1_000;

/**
 * Finds entries that may already record what is being typed. Two honours of one title are legitimate when they went to
 * different years or recipients: those are answered too, lower, and the reason says in what they differ.
 */
export function createSimilarityIndex(): SimilarityIndex {
  let bigrams: BigramIndex = createBigramIndex();
  let bySlot: (KnownEntry | undefined)[] = [];
  const slotOf = new Map<string, number>();

  const put = ({ id, kind, title, year, bodies }: TitledEntry): void => {
    const pairs = pairsOf(bareTitle(title));
    const slot = bigrams.add(pairs);
    bySlot[slot] = { id, kind, title, year, bodies, pairCount: pairs.size };
    slotOf.set(id, slot);
  };
  const remove = (id: string): void => {
    const slot = slotOf.get(id);
    if (slot === undefined) return;
    slotOf.delete(id);
    bySlot[slot] = undefined;
    const holes = bySlot.length - slotOf.size;
    if (holes < MIN_HOLES || holes <= slotOf.size) return;
    const living = bySlot.filter((entry) => entry !== undefined);
    bigrams = createBigramIndex();
    bySlot = [];
    living.forEach(put);
  };

  return {
    add: (entry) => {
      remove(entry.id);
      put(entry);
    },
    remove,
    query: (query) => {
      const pairs = pairsOf(bareTitle(query.title));
      if (pairs.size === 0) return [];
      const typed = toCandidate({ ...query, pairCount: pairs.size });
      const answers: SimilarEntry[] = [];
      bigrams.visitShared(pairs, (slot, shared) => {
        const known = bySlot[slot];
        if (known === undefined || known.kind !== query.kind || known.id === query.id) return;
        if (!isNear(typed, known, shared)) return;
        const answer = compare(typed, toCandidate(known), shared);
        if (answer !== null) answers.push({ id: known.id, ...answer });
      });
      return answers.toSorted((a, b) => b.score - a.score || compareIds(a.id, b.id)).slice(0, MAX_ANSWERS);
    },
  };
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The ends count as characters, so that a title of one character has pairs too. */
function pairsOf(bare: string): ReadonlySet<number> {
  return bare === '' ? new Set() : bigramsOf(`\uFFFF${bare}\uFFFF`);
}

function toCandidate({ title, year, bodies, pairCount }: Omit<KnownEntry, 'id' | 'kind'>): Candidate {
  const bare = bareTitle(title);
  return {
    title: title.trim(),
    bare,
    pairCount,
    year,
    titleYears: titleYears(bare),
    ordinals: titleOrdinals(bare),
    bodies: bodies.map(unitNameKey).filter((body) => body !== ''),
  };
}

type Counted = { readonly pairCount: number };

/** Whether two titles share so many pairs that they may be alike; equal ones share all. */
function isNear(typed: Counted, known: Counted, shared: number): boolean {
  return mayContain(typed, known, shared) || diceOf(typed, known, shared) >= MIN_DICE;
}

/** Of a contained title all pairs are shared but those with its ends. */
function mayContain(typed: Counted, known: Counted, shared: number): boolean {
  return shared >= Math.min(typed.pairCount, known.pairCount) - 2;
}

function diceOf(typed: Counted, known: Counted, shared: number): number {
  return (2 * shared) / (typed.pairCount + known.pairCount);
}

function compare(typed: Candidate, known: Candidate, shared: number): Omit<SimilarEntry, 'id'> | null {
  const likeness = compareTitles(typed, known, shared);
  if (likeness === null) return null;
  const reason: SimilarityReason = {
    title: likeness.title,
    year: compareYears(typed, known),
    ordinal: compareOrdinals(typed.ordinals, known.ordinals),
    body: compareBodies(typed.bodies, known.bodies),
  };
  const score = Math.min(1, Math.max(0, likeness.score + weighReason(reason)));
  return score < MIN_SCORE ? null : { score, reason };
}

type Likeness = { readonly title: SimilarityReason['title']; readonly score: number };

// Below 1 even for equal titles, so that the same body and year still make a difference.
function compareTitles(typed: Candidate, known: Candidate, shared: number): Likeness | null {
  if (typed.title === known.title) return { title: 'same', score: 0.9 };
  if (typed.bare === known.bare) return { title: 'marks', score: 0.88 };
  const [short, long] = typed.bare.length < known.bare.length ? [typed.bare, known.bare] : [known.bare, typed.bare];
  const share = short.length / long.length;
  const isLongEnough = short.length >= MIN_CONTAINED_LENGTH && share >= MIN_CONTAINED_SHARE;
  if (mayContain(typed, known, shared) && isLongEnough && long.includes(short))
    return { title: 'contains', score: 0.45 + 0.4 * share };
  const dice = diceOf(typed, known, shared);
  return dice >= MIN_DICE ? { title: 'similar', score: 0.85 * dice } : null;
}

/** What agreement and disagreement beside the title add to a score, or take from it. */
export function weighReason({ title, year, ordinal, body }: SimilarityReason): number {
  // The number is part of the title: where it differs, the likeness of the rest says little.
  const byOrdinal = ordinal === 'other' ? -0.35 : 0;
  const byYear = { same: 0.05, other: title === 'same' || title === 'marks' ? -0.25 : -0.3, unknown: 0 }[year];
  return byOrdinal + byYear + { same: 0.05, other: -0.05, unknown: 0 }[body];
}

function compareYears(typed: Candidate, known: Candidate): Agreement {
  const bothNamed = typed.titleYears.length > 0 && known.titleYears.length > 0;
  if (bothNamed && !typed.titleYears.some((year) => known.titleYears.includes(year))) return 'other';
  if (typed.year === null || known.year === null) return 'unknown';
  return typed.year === known.year ? 'same' : 'other';
}

function compareOrdinals(typed: ReadonlyMap<string, number>, known: ReadonlyMap<string, number>): Agreement {
  let agreement: Agreement = 'unknown';
  for (const [unit, number] of typed) {
    const other = known.get(unit);
    if (other === undefined) continue;
    if (other !== number) return 'other';
    agreement = 'same';
  }
  return agreement;
}

function compareBodies(typed: readonly string[], known: readonly string[]): Agreement {
  if (typed.length === 0 || known.length === 0) return 'unknown';
  return typed.some((body) => known.includes(body)) ? 'same' : 'other';
}
