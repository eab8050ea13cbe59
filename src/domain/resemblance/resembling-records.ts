import { appendTo } from '../append-to.ts';
import { countingYear } from '../dates/fuzzy-date.ts';
import type { SimilarityReason } from '../duplicates/similar-titles.ts';
import { recordDate, type LedgerRecord } from '../records/archive-record.ts';
import { createTraitFinder, traitsOf, type Trait, type TraitType } from './record-traits.ts';
import { createTitleComparison, type TitleLikeness } from './title-likeness.ts';

/** Why one record resembles another; `texts` as they stand in the one at hand. */
export type ResemblanceReason =
  | { readonly type: 'title'; readonly how: SimilarityReason['title'] }
  | { readonly type: TraitType; readonly texts: readonly string[] }
  | { readonly type: 'year'; readonly year: number };

export type Resemblance = {
  readonly id: string;
  readonly score: number;
  /** What says most comes first, the year last. */
  readonly reasons: readonly ResemblanceReason[];
};

export type ResemblanceSearch = {
  /** Holds a record against the one at hand; each once, in any order. */
  readonly consider: (record: LedgerRecord) => void;
  /** Those that resemble it among what was considered, the most alike first. */
  readonly best: (limit: number) => readonly Resemblance[];
};

/** What has anything in common with the record at hand. */
type Candidate = {
  readonly record: LedgerRecord;
  readonly title: TitleLikeness | null;
  /** Places in the list of the traits of the record at hand. */
  readonly shared: readonly number[];
};

/** What a thing in common adds, where nobody else has it. */
const WEIGHTS = {
  title: 4,
  documentNo: 3,
  programme: 2.5,
  series: 2.5,
  person: 2,
  owner: 2,
  round: 1,
  giver: 1,
} as const;
const YEAR_WEIGHT = 0.4;
const KIND_WEIGHT = 0.3;
/** With less in common but kind and year, two records are only of one archive. */
const MIN_TELLING = 1.1;
/** What adds less is no reason that anybody would call one: nearly every record has it. */
const MIN_REASON = 0.25;
/** In an archive of a few records, how many have a thing in common says little. */
const SMALL_ARCHIVE = 20;

/**
 * Looks for the records that resemble one, whatever their kind. A thing in common says the less, the more records have
 * it: the body that gives every honour hardly says anything. So all are considered before any is weighed, and whoever
 * must not keep a window waiting can consider them in portions.
 */
export function startResemblanceSearch(record: LedgerRecord): ResemblanceSearch {
  const compareTitle = createTitleComparison(record.title);
  const traits = distinctTraits(traitsOf(record));
  const findShared = createTraitFinder(traits);
  const counts = traits.map(() => 0);
  const candidates: Candidate[] = [];
  let considered = 0;
  return {
    consider: (other) => {
      if (other.id === record.id || other.deletedAt !== null) return;
      considered += 1;
      const title = compareTitle(other.title);
      const shared = findShared(other);
      for (const place of shared) counts[place] = (counts[place] ?? 0) + 1;
      if (title !== null || shared.length > 0) candidates.push({ record: other, title, shared });
    },
    best: (limit) => {
      const rarities = counts.map((count) => rarityOf(count, considered));
      return candidates
        .flatMap((candidate) => weigh(candidate, { record, traits, rarities }) ?? [])
        .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, limit);
    },
  };
}

function distinctTraits(traits: readonly Trait[]): readonly Trait[] {
  return [...new Map(traits.map((trait) => [`${trait.type} ${trait.key}`, trait])).values()];
}

/** From 1 for what one record alone shares, down to 0 for what all do. */
function rarityOf(count: number, considered: number): number {
  return 1 - Math.log(Math.max(1, count)) / Math.log(considered + SMALL_ARCHIVE);
}

type AtHand = {
  readonly record: LedgerRecord;
  readonly traits: readonly Trait[];
  readonly rarities: readonly number[];
};

type Weighed = { readonly reason: ResemblanceReason; readonly weight: number };

function weigh({ record: other, title, shared }: Candidate, atHand: AtHand): Resemblance | null {
  const telling = [...weighTitle(title), ...weighTraits(title, shared, atHand)];
  if (sumOf(telling) < MIN_TELLING) return null;
  const year = weighYear(other, atHand.record);
  const kindWeight = other.kind === atHand.record.kind ? KIND_WEIGHT : 0;
  return {
    id: other.id,
    score: Math.round((sumOf([...telling, ...year]) + kindWeight) * 1000) / 1000,
    reasons: [
      ...telling.filter(({ weight }) => weight >= MIN_REASON).toSorted((a, b) => b.weight - a.weight),
      ...year,
    ].map(({ reason }) => reason),
  };
}

function sumOf(weighed: readonly Weighed[]): number {
  return weighed.reduce((sum, { weight }) => sum + weight, 0);
}

function weighTitle(title: TitleLikeness | null): readonly Weighed[] {
  if (title === null) return [];
  return [{ reason: { type: 'title', how: title.how }, weight: WEIGHTS.title * title.likeness }];
}

function weighTraits(title: TitleLikeness | null, shared: readonly number[], atHand: AtHand): readonly Weighed[] {
  const places = new Map<TraitType, number[]>();
  for (const place of shared) {
    const type = atHand.traits[place]?.type;
    if (type !== undefined) appendTo(places, type, place);
  }
  // 第三届 of something else is another third time.
  if (!places.has('programme') && title === null) places.delete('round');
  return [...places].map(([type, ofType]) => {
    const rarest = ofType.toSorted((a, b) => (atHand.rarities[b] ?? 0) - (atHand.rarities[a] ?? 0));
    const [first = 0, ...others] = rarest.map((place) => atHand.rarities[place] ?? 0);
    // Two bodies in common say more than one, but not twice as much.
    const more = Math.min(1, others.reduce((sum, rarity) => sum + rarity, 0) / 2);
    const texts = rarest.map((place) => atHand.traits[place]?.text ?? '');
    return { reason: { type, texts }, weight: WEIGHTS[type] * (first + more / 2) };
  });
}

function weighYear(other: LedgerRecord, record: LedgerRecord): readonly Weighed[] {
  const year = countingYear(recordDate(record));
  const isSame = year !== null && countingYear(recordDate(other)) === year;
  return isSame ? [{ reason: { type: 'year', year }, weight: YEAR_WEIGHT }] : [];
}
