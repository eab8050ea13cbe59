import { titleOrdinals, titleYears } from '../duplicates/bare-title.ts';
import { weighReason, type SimilarityReason } from '../duplicates/similar-titles.ts';
import type { EntryFacts } from './entry-facts.ts';
import type { TwinReason } from './import-plan.ts';
import type { Kinship, NameToken } from './name-kinship.ts';
import { isTypingSlip, type PairCounts } from './typing-slip.ts';

export type Likeness = { readonly score: number; readonly reason: TwinReason };

export type CompareTools = {
  readonly kinship: Kinship;
  /** Of all titles of the plan and the archive. */
  readonly titlePairs: PairCounts;
};

/**
 * Whether two entries say the same in all that tells entries apart: title, date, owners, level, givers and the numbers of
 * their documents. What only one of them says does not make them differ, but for the date and the owners: 先进集体 of
 * nobody at no time is no honour in particular.
 */
export function isExactTwin(a: EntryFacts, b: EntryFacts): boolean {
  return (
    a.kind === b.kind &&
    a.bare === b.bare &&
    isSameDate(a, b) &&
    areSame(a.owners, b.owners) &&
    personsAgree(a, b, (one, other) => one === other) &&
    !isClash(a.level, b.level) &&
    !isClash(a.round, b.round) &&
    (a.givers.length === 0 || b.givers.length === 0 || areSame(a.givers, b.givers)) &&
    !numbersClash(a, b)
  );
}

/**
 * Whether two entries may be the same although they do not say so, with a score from 0 to 1; null when something tells
 * them apart for certain: another year, number, recipient or level. One thing may differ by a slip of the hand or by
 * being less exact, besides the writing of names.
 */
export function compareEntries(a: EntryFacts, b: EntryFacts, tools: CompareTools): Likeness | null {
  if (a.kind !== b.kind) return null;
  const date = compareDates(a, b);
  if (date === null) return null;
  const name = compareOwners(a, b, tools.kinship);
  if (name === null) return null;
  const title = compareTitles(a, b, tools.titlePairs);
  if (title === null) return null;
  const agreement = compareRest(a, b, title, tools.kinship);
  if (agreement === null) return null;
  const oddities = [
    title === 'contains' || title === 'similar',
    date !== 'same',
    name !== 'same' && name !== 'variant',
    agreement.isDoubtful,
  ].filter(Boolean).length;
  if (oddities > 1 || (oddities > 0 && numbersClash(a, b))) return null;
  return likenessOf(a, b, { title, date, name, ordinal: agreement.ordinal });
}

function likenessOf(
  a: EntryFacts,
  b: EntryFacts,
  { title, date, name, ordinal }: Pick<TwinReason, 'date' | 'name' | 'ordinal'> & Pick<SimilarityReason, 'title'>,
): Likeness {
  const year = a.year === null || b.year === null ? 'unknown' : 'same';
  const body = name === 'unknown' ? 'unknown' : name === 'slip' || name === 'part' ? 'other' : 'same';
  const reason = { title, year, ordinal, body, date, name, file: 'unknown' } as const;
  const base = TITLE_SCORES[title] + weighReason(reason);
  const less = (date === 'same' ? 0 : 0.1) + (name === 'same' ? 0 : name === 'variant' ? 0.03 : 0.07);
  return { score: Math.round(Math.min(1, Math.max(0, base - less)) * 1000) / 1000, reason };
}

const TITLE_SCORES: Readonly<Record<SimilarityReason['title'], number>> = {
  same: 0.9,
  marks: 0.88,
  similar: 0.78,
  contains: 0.74,
};

export function isSameDate(a: EntryFacts, b: EntryFacts): boolean {
  if (a.date.start !== b.date.start || a.date.end !== b.date.end) return false;
  return a.date.start !== null || a.date.raw.trim() === b.date.raw.trim();
}

function compareDates(a: EntryFacts, b: EntryFacts): TwinReason['date'] | null {
  if (isSameDate(a, b)) return 'same';
  const [start, end, otherStart, otherEnd] = [a.date.start, a.date.end, b.date.start, b.date.end];
  if (start === null || end === null || otherStart === null || otherEnd === null) return 'unknown';
  if (a.year !== b.year) return null;
  const holds = (start <= otherStart && otherEnd <= end) || (otherStart <= start && end <= otherEnd);
  if (holds) return 'vaguer';
  // The day of the decision and that of the certificate, when something says that it is one decision.
  const meansOther = isClash(a.dateMeaning.replace('不详', ''), b.dateMeaning.replace('不详', ''));
  return a.kind === 'honor' && (meansOther || numbersAgree(a, b)) ? 'other' : null;
}

function compareOwners(a: EntryFacts, b: EntryFacts, kinship: Kinship): TwinReason['name'] | null {
  const isRelated = (one: NameToken, other: NameToken) => kinship.between(one, other) !== null;
  if (!personsAgree(a, b, isRelated)) return null;
  if (areSame(a.owners, b.owners)) return personsAgree(a, b, (one, other) => one === other) ? 'same' : 'variant';
  if (a.owners.length === 0 || b.owners.length === 0) return 'unknown';
  const [few, many] = a.owners.length <= b.owners.length ? [a.owners, b.owners] : [b.owners, a.owners];
  const rest = new Set(many);
  let worst: 'same' | 'variant' | 'slip' = 'same';
  for (const token of few) {
    const match = rest.has(token) ? token : kinship.of(token).find((other) => rest.has(other));
    if (match === undefined) return null;
    rest.delete(match);
    const how = kinship.between(token, match);
    if (how === 'slip' || (how === 'variant' && worst === 'same')) worst = how;
  }
  return rest.size > 0 ? 'part' : worst;
}

/** Two persons of one name in different units are two. */
function personsAgree(a: EntryFacts, b: EntryFacts, isOne: (a: NameToken, b: NameToken) => boolean): boolean {
  for (const [person, unit] of a.unitOfPerson) {
    const other = b.unitOfPerson.get(person);
    if (other !== undefined && !isOne(unit, other)) return false;
  }
  return true;
}

type Rest = { readonly ordinal: TwinReason['ordinal']; readonly isDoubtful: boolean };

/** What must not contradict: numbers of a series, years in titles, levels, givers. */
function compareRest(a: EntryFacts, b: EntryFacts, title: TwinReason['title'], kinship: Kinship): Rest | null {
  if (isClash(a.round, b.round)) return null;
  const [ordinals, others] = [titleOrdinals(a.bare), titleOrdinals(b.bare)];
  for (const [unit, number] of ordinals) if (others.has(unit) && others.get(unit) !== number) return null;
  const [years, otherYears] = [titleYears(a.bare), titleYears(b.bare)];
  if (years.length > 0 && otherYears.length > 0 && !years.some((year) => otherYears.includes(year))) return null;
  const ordinal = ordinals.size > 0 && others.size > 0 ? 'same' : a.round !== '' && b.round !== '' ? 'same' : 'unknown';
  const isLevelClash = isClash(a.level, b.level);
  const givers = compareGivers(a, b, kinship);
  if (isLevelClash && (givers !== 'same' || title === 'contains')) return null;
  if (givers === 'other' && (a.date.precision !== 'day' || title === 'contains' || title === 'similar')) return null;
  return { ordinal, isDoubtful: isLevelClash || givers === 'other' };
}

function compareGivers(a: EntryFacts, b: EntryFacts, kinship: Kinship): 'same' | 'part' | 'other' | 'unknown' {
  if (a.givers.length === 0 || b.givers.length === 0) return 'unknown';
  if (areSame(a.givers, b.givers)) return 'same';
  const isShared = a.givers.some((one) => b.givers.some((other) => kinship.between(one, other) !== null));
  return isShared ? 'part' : 'other';
}

/** What offices put in front of an honour's name and leave out elsewhere. */
const IN_FRONT =
  /^(?:(?:19|20)\d\d年?度?|全国|全省|全市|(?:国家|省部?|市厅?|县处?)级|荣获|获得|获评|被评为|授予|[\p{Script=Han}]{1,10}[省市县区委厅局]|[\p{Script=Han}]{2,12}政府)+$/u;
const BEHIND = /^(?:(?:荣誉)?称号|荣誉|奖牌|证书|奖)$/u;
const SHORTEST_CONTAINED = 4;

function compareTitles(a: EntryFacts, b: EntryFacts, counts: PairCounts): SimilarityReason['title'] | null {
  if (a.title === b.title) return 'same';
  if (a.bare === b.bare) return 'marks';
  if (isContained(a.bare, b.bare) || isContained(b.bare, a.bare)) return 'contains';
  if (isTypingSlip(a.plain, b.plain, counts)) return 'similar';
  const rest = withoutFillers(a.bare);
  return rest.length >= SHORTEST_CONTAINED && rest === withoutFillers(b.bare) ? 'similar' : null;
}

function isContained(short: string, long: string): boolean {
  if (short.length < SHORTEST_CONTAINED || short.length >= long.length) return false;
  if (long.endsWith(short)) return IN_FRONT.test(long.slice(0, -short.length));
  return long.startsWith(short) && BEHIND.test(long.slice(short.length));
}

/** Words that a title is written with or without: 党建工作先进集体 and 党建先进集体. */
const FILLERS = /工作|荣誉|称号|年度|评选|活动|关于|命名|授予|[的和与及年]/gu;

function withoutFillers(bare: string): string {
  return bare.replace(FILLERS, '');
}

function isClash(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== '' && b !== '' && a !== b;
}

function numbersClash(a: EntryFacts, b: EntryFacts): boolean {
  return a.numbers.some((number, index) => isClash(number, b.numbers[index] ?? null));
}

function numbersAgree(a: EntryFacts, b: EntryFacts): boolean {
  return a.numbers.some((number, index) => number !== '' && number === b.numbers[index]);
}

function areSame(a: readonly NameToken[], b: readonly NameToken[]): boolean {
  return a.length === b.length && a.every((token, index) => token === b[index]);
}
