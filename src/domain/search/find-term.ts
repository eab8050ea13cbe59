import { countGram, findGram, gramKey, markGram, visitGram, type GramIndex } from './gram-index.ts';
import { gradeOf, LOOSE_CODE, NO_MATCH, type MatchCode } from './match-place.ts';
import { matchText, type SearchTerm } from './match-text.ts';
import { gradeDocuments, keepMatches, type Matches } from './matches.ts';
import type { SegmentView } from './segment-view.ts';

/** How well a term fits the names of each unit that it fits at all, by the unit's number, as if they stood in a body. */
export type UnitCodes = ReadonlyMap<number, MatchCode>;

/** Up to so many documents it is faster to read each than to work out all that match. */
const MOST_READ = 1000;
/** Reading a text costs about as much as going through so many entries of a list. */
const ENTRIES_PER_TEXT = 16;
const ENOUGH_RULED_OUT = 32;

export type WantedTerm = { readonly term: SearchTerm; readonly units: UnitCodes };

/** The documents that contain any of some terms, each with its best code; all of a segment. */
export function findAnyTerm(view: SegmentView, wanted: readonly WantedTerm[]): Matches {
  for (const each of wanted) noteMatches(view, each);
  return view.sheet.take(view.dead);
}

/** The documents that contain a term or refer to a unit that goes by it. @param within null for all of the segment */
export function findTerm(view: SegmentView, term: SearchTerm, units: UnitCodes, within: Uint32Array | null): Matches {
  if (view.grams === null || (within !== null && within.length <= MOST_READ)) {
    return gradeDocuments(within ?? view.living(), (document) => {
      const code = Math.min(matchDocument(view, document, term), unitCode(view, document, units));
      return code === NO_MATCH ? 0 : gradeOf(code);
    });
  }
  const matches = findAnyTerm(view, [{ term, units }]);
  return within === null ? matches : keepMatches(matches, within);
}

function noteMatches(view: SegmentView, { term, units }: WantedTerm): void {
  const { note } = view.sheet;
  if (view.grams !== null) visitMatches(view, view.grams, term, note);
  else {
    for (const document of view.living()) {
      const code = matchDocument(view, document, term);
      if (code !== NO_MATCH) note(document, code);
    }
  }
  for (const [unit, code] of units) for (const document of view.referrers(unit)) note(document, code);
}

export function matchDocument({ segment }: SegmentView, document: number, term: SearchTerm): MatchCode {
  const { text: starts } = segment.starts;
  return matchText(segment.ranges.text, starts[document] as number, starts[document + 1] as number, term);
}

/** The best code by which a document refers to one of the units. */
export function unitCode({ segment }: SegmentView, document: number, units: UnitCodes): MatchCode {
  let best = NO_MATCH;
  if (units.size === 0) return best;
  const end = segment.starts.units[document + 1] as number;
  for (let at = segment.starts.units[document] as number; at < end; at += 1) {
    best = Math.min(best, units.get(segment.ranges.units[at] as number) ?? NO_MATCH);
  }
  return best;
}

/** How many documents may contain a term at most; of several terms the one with the fewest is best looked for first. */
export function estimateMatches(view: SegmentView, term: SearchTerm): number {
  if (view.grams === null) return view.segment.size;
  return needed(view.grams, term)[0]?.count ?? 0;
}

/** Documents that may contain a term, dead ones among them, for those who read their text; null for all. */
export function findCandidates(view: SegmentView, term: SearchTerm): Uint32Array | null {
  return view.grams && listCandidates(view, view.grams, needed(view.grams, term), codeLimit(term));
}

function visitMatches(
  view: SegmentView,
  grams: GramIndex,
  term: SearchTerm,
  visit: (document: number, code: MatchCode) => void,
): void {
  const wanted = needed(grams, term);
  const [rarest] = wanted;
  if (rarest === undefined || rarest.count === 0) return;
  const limit = codeLimit(term);
  if (isOneGram(term)) {
    visitGram(grams, rarest.gram, limit, visit);
    return;
  }
  for (const document of listCandidates(view, grams, wanted, limit)) {
    const code = matchDocument(view, document, term);
    if (code !== NO_MATCH) visit(document, code);
  }
}

/** The index itself knows where such a term stands and how well it fits. */
function isOneGram({ units, folded, isPlain }: SearchTerm): boolean {
  return isPlain ? units.length <= 2 : units.length === 1 && folded.length === 0;
}

/** A plain term that has to stand as typed needs grams that do. */
function codeLimit({ loose, isPlain }: SearchTerm): number {
  return loose === null && isPlain ? LOOSE_CODE : NO_MATCH;
}

type NeededGram = { readonly gram: number; readonly count: number };

/** The grams without which no document contains a term, the rarest first. */
function needed(grams: GramIndex, term: SearchTerm): readonly NeededGram[] {
  const limit = codeLimit(term);
  return [...gramKeys(term)]
    .map((key): NeededGram => {
      const gram = findGram(grams, key);
      return { gram, count: gram === -1 ? 0 : countGram(grams, gram, limit) };
    })
    .toSorted((a, b) => a.count - b.count);
}

function gramKeys({ units, folded }: SearchTerm): ReadonlySet<number> {
  // Of nothing but what folding drops every unit is a gram of its own.
  if (folded.length === 0) return new Set(Array.from(units, (unit) => gramKey(unit, 0)));
  if (folded.length === 1) return new Set([gramKey(folded[0] ?? 0, 0)]);
  return new Set(Array.from(folded.subarray(1), (unit, before) => gramKey(folded[before] ?? 0, unit)));
}

function listCandidates(
  { bits, segment }: SegmentView,
  grams: GramIndex,
  wanted: readonly NeededGram[],
  limit: number,
): Uint32Array {
  const [rarest, ...others] = wanted;
  if (rarest === undefined || rarest.count === 0) return new Uint32Array(0);
  const [candidates, present] = bits;
  candidates.fill(0);
  markGram(grams, rarest.gram, limit, candidates);
  let { count } = rarest;
  for (const other of others) {
    if (count <= ENOUGH_RULED_OUT || other.count > count * ENTRIES_PER_TEXT || other.count === segment.size) break;
    present.fill(0);
    markGram(grams, other.gram, limit, present);
    count = intersectBits(candidates, present);
  }
  return listBits(candidates, count);
}

const BIT_COUNTS = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

/** Leaves in the first what is in both. @returns how many that are */
function intersectBits(into: Uint8Array, other: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < into.length; at += 1) {
    const both = (into[at] as number) & (other[at] as number);
    into[at] = both;
    count += BIT_COUNTS[both] as number;
  }
  return count;
}

function listBits(bits: Uint8Array, count: number): Uint32Array {
  const documents = new Uint32Array(count);
  let listed = 0;
  for (let at = 0; listed < count; at += 1) {
    for (let byte = bits[at] as number; byte !== 0; byte &= byte - 1) {
      documents[listed] = at * 8 + 31 - Math.clz32(byte & -byte);
      listed += 1;
    }
  }
  return documents;
}
