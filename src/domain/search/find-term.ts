import { foldTable } from './fold-text.ts';
import {
  ASCII_END,
  asciiKey,
  countGram,
  findGram,
  gramKey,
  markGram,
  visitGram,
  type GramIndex,
} from './gram-index.ts';
import { gradeOf, LOOSE_CODE, NO_MATCH, SHAPES, type MatchCode } from './match-place.ts';
import { matchLoosely, matchText, type SearchTerm } from './match-text.ts';
import { gradeDocuments, keepMatches, type Matches } from './matches.ts';
import type { SegmentView } from './segment-view.ts';

/** How well a term fits the names of each unit that it fits at all, by the unit's number, as if they stood in a body. */
export type UnitCodes = ReadonlyMap<number, MatchCode>;

/** Up to so many documents it is faster to read each than to work out all that match. */
const MOST_READ = 1000;
/** Reading a text costs about as much as going through so many entries of a list. */
const ENTRIES_PER_TEXT = 16;
const ENOUGH_RULED_OUT = 32;
/** From so many candidates on, knowing what to look for at best saves more than it costs. */
const WORTH_FLOORS = 256;

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
  if (view.grams !== null) visitMatches(view, view.grams, term);
  else {
    for (const document of view.living()) {
      const code = matchDocument(view, document, term);
      if (code !== NO_MATCH) note(document, code);
    }
  }
  for (const [unit, code] of units) for (const document of view.referrers(unit)) note(document, code);
}

/** @param floor see `matchText` */
export function matchDocument({ segment }: SegmentView, document: number, term: SearchTerm, floor = 0): MatchCode {
  const { text: starts } = segment.starts;
  return matchText(segment.ranges.text, starts[document] as number, starts[document + 1] as number, term, floor);
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
  return widestPlan(view.grams, term).wanted[0]?.count ?? 0;
}

/** Documents that may contain a term, dead ones among them, for those who read their text; null for all. */
export function findCandidates(view: SegmentView, term: SearchTerm): Uint32Array | null {
  return view.grams && listCandidates(view, view.grams, widestPlan(view.grams, term));
}

/** The documents without which none contains the term, neither as typed nor loosely. */
function widestPlan(grams: GramIndex, term: SearchTerm): GramPlan {
  return term.isPlain || term.loose !== null ? planFolded(grams, term) : planAsTyped(grams, term);
}

function visitMatches(view: SegmentView, grams: GramIndex, term: SearchTerm): void {
  if (term.isPlain) {
    visitPlan(view, grams, term, planFolded(grams, term));
    return;
  }
  visitPlan(view, grams, { ...term, loose: null }, planAsTyped(grams, term));
  if (term.loose === null) return;
  const { ranges, starts } = view.segment;
  for (const document of listCandidates(view, grams, planFolded(grams, term))) {
    if (view.sheet.isExact(document)) continue;
    const [start, end] = [starts.text[document] as number, starts.text[document + 1] as number];
    const code = matchLoosely(ranges.text, start, end, term.loose);
    if (code !== NO_MATCH) view.sheet.note(document, code);
  }
}

function visitPlan(view: SegmentView, grams: GramIndex, term: SearchTerm, plan: GramPlan): void {
  const { note } = view.sheet;
  const [rarest] = plan.wanted;
  if (rarest === undefined || rarest.count === 0) return;
  // The index itself knows where such a term stands and how well it fits.
  if (plan.isWholeTerm) {
    visitGram(grams, rarest.gram, plan.limit, note);
    return;
  }
  const candidates = listCandidates(view, grams, plan);
  const hasFloors = candidates.length > WORTH_FLOORS && setFloors(view, grams, term);
  for (const document of candidates) {
    const code = matchDocument(view, document, term, hasFloors ? view.floors[document] : 0);
    if (code !== NO_MATCH) note(document, code);
  }
}

/**
 * The code of a term's first gram in a document tells how well the term can stand there at best, so that most texts need
 * not be read to their end.
 *
 * @returns whether there is anything to be told
 */
function setFloors({ floors }: SegmentView, grams: GramIndex, { units, folded }: SearchTerm): boolean {
  // What begins with a character that folding drops may begin a field though its first gram does not.
  if (units[0] !== folded[0]) return false;
  const gram = findGram(grams, gramKey(folded[0] ?? 0, folded[1] ?? 0));
  if (gram === -1) return false;
  // Where folding brings two characters together, the gram stands there loosely although the term stands as typed.
  const offset = folded.length < 2 || units[1] === folded[1] ? 0 : LOOSE_CODE;
  floors.fill(0);
  visitGram(grams, gram, NO_MATCH, (document, code) => {
    const exact = Math.max(0, code - offset);
    const shape = exact % SHAPES.length;
    // A gram that begins a field may begin a term that is all of the field.
    floors[document] = shape === SHAPES.length - 1 ? exact : exact - shape;
  });
  return true;
}

type NeededGram = { readonly gram: number; readonly count: number };

/** What of the index leads to the documents of a term. */
type GramPlan = {
  /** The grams without which no document contains the term, the rarest first. */
  readonly wanted: readonly NeededGram[];
  /** Only codes below it count. */
  readonly limit: number;
  /** The term is its only gram. */
  readonly isWholeTerm: boolean;
};

/** By the fold of a term, which its documents contain whether they have it as typed or loosely. */
function planFolded(grams: GramIndex, { loose, folded, isPlain }: SearchTerm): GramPlan {
  // A plain term that has to stand as typed needs grams that do.
  const limit = loose === null && isPlain ? LOOSE_CODE : NO_MATCH;
  const keys = foldedKeys(folded);
  return { wanted: findGrams(grams, keys, limit), limit, isWholeTerm: isPlain && keys.size === 1 && isOneGram(folded) };
}

/** By the pairs of a term that is not its own fold as they are typed; a character that folding changes has none. */
function planAsTyped(grams: GramIndex, term: SearchTerm): GramPlan {
  const { units } = term;
  const fold = foldTable();
  const isIndexed = (unit: number) => fold[unit] === 0 || fold[unit] === unit;
  const keys = new Set<number>();
  if (units.length === 1 && fold[units[0] ?? 0] === 0) keys.add(gramKey(units[0] ?? 0, 0));
  for (let at = 1; at < units.length; at += 1) {
    const [first = 0, second = 0] = units.subarray(at - 1, at + 1);
    if (isIndexed(first) && isIndexed(second)) keys.add(gramKey(first, second));
  }
  if (keys.size === 0) return { ...planFolded(grams, term), isWholeTerm: false };
  const isWholeTerm = units.length <= 2 && keys.size === 1;
  return { wanted: findGrams(grams, keys, LOOSE_CODE), limit: LOOSE_CODE, isWholeTerm };
}

function findGrams(grams: GramIndex, keys: ReadonlySet<number>, limit: number): readonly NeededGram[] {
  return Array.from(keys, (key): NeededGram => {
    const gram = findGram(grams, key);
    return { gram, count: gram === -1 ? 0 : countGram(grams, gram, limit) };
  }).toSorted((a, b) => a.count - b.count);
}

function isOneGram(folded: Uint16Array): boolean {
  return folded.length <= 2 || (folded.length === 3 && folded.every((unit) => unit < ASCII_END));
}

function foldedKeys(folded: Uint16Array): ReadonlySet<number> {
  if (folded.length === 1) return new Set([gramKey(folded[0] ?? 0, 0)]);
  const keys = new Set<number>();
  for (let at = 1; at < folded.length; at += 1) {
    const [first = 0, second = 0, third = ASCII_END] = folded.subarray(at - 1, at + 2);
    const isAscii = Math.max(first, second, third) < ASCII_END;
    keys.add(isAscii ? asciiKey(first, second, third) : gramKey(first, second));
  }
  // Three characters of ASCII have the pair at their end besides.
  return folded.length === 3 && keys.size === 2 && isOneGram(folded) ? new Set([...keys].slice(0, 1)) : keys;
}

function listCandidates({ bits, segment }: SegmentView, grams: GramIndex, { wanted, limit }: GramPlan): Uint32Array {
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
