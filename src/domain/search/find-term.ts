import { documentsOf } from './code-sheet.ts';
import { visitGram } from './gram-index.ts';
import { listCandidates, planTerm } from './gram-plan.ts';
import { gradeOf, NO_MATCH, SHAPES, type MatchCode } from './match-place.ts';
import { matchText, placeOfMark, type SearchTerm } from './match-text.ts';
import { gradeDocuments, keepMatches, type Matches } from './matches.ts';
import type { Segment } from './search-segment.ts';
import type { SegmentView } from './segment-view.ts';

/** How well a term fits the names of each unit that it fits at all, by the unit's number, as if they stood in a body. */
export type UnitCodes = ReadonlyMap<number, MatchCode>;

/** Up to so many documents it is faster to read each than to work out all that match. */
const MOST_READ = 1000;

export type WantedTerm = { readonly term: SearchTerm; readonly units: UnitCodes };

/** The documents that contain any of some terms, each with its best code; all of a segment. */
export function findAnyTerm(view: SegmentView, wanted: readonly WantedTerm[]): Matches {
  for (const { term, units } of wanted) {
    visitPassages(view, term);
    noteReferrers(view, units);
  }
  return view.sheet.take(view.dead);
}

/** The documents that contain a term or refer to a unit that goes by it. @param within null for all of the segment */
export function findTerm(view: SegmentView, term: SearchTerm, units: UnitCodes, within: Uint32Array | null): Matches {
  if (within !== null && within.length <= MOST_READ) {
    return gradeDocuments(within, (document) => {
      const code = Math.min(matchDocument(view.segment, document, term), unitCode(view.segment, document, units));
      return code === NO_MATCH ? 0 : gradeOf(code);
    });
  }
  const matches = findAnyTerm(view, [{ term, units }]);
  return within === null ? matches : keepMatches(matches, within);
}

/** Whether any living document contains a term. */
export function hasTerm({ segment, grams, bits, owners, dead }: SegmentView, term: SearchTerm): boolean {
  const isLiving = (passage: number) => documentsOf(owners(), passage).some((document) => dead[document] === 0);
  const fits = (passage: number) => matchPassage(segment, passage, term) !== NO_MATCH && isLiving(passage);
  if (grams !== null) return listCandidates(grams, planTerm(grams, term), bits).some(fits);
  for (let passage = 0; passage < segment.passages.size; passage += 1) if (fits(passage)) return true;
  return false;
}

/** Notes the documents of every passage that contains a term. */
function visitPassages({ segment, grams, sheet, owners, bits, room }: SegmentView, term: SearchTerm): void {
  const lists = owners();
  const read = (passage: number) => {
    const code = matchPassage(segment, passage, term);
    if (code !== NO_MATCH) sheet.noteOne(lists, passage, code);
  };
  if (grams === null) {
    for (let passage = 0; passage < segment.passages.size; passage += 1) read(passage);
    return;
  }
  const plan = planTerm(grams, term);
  const [rarest] = plan.wanted;
  if (rarest === undefined || rarest.count === 0) return;
  // The index itself knows where such a term stands and how well it fits.
  const note = (count: number, code: MatchCode) => sheet.note(lists, room, count, code);
  if (plan.isWholeTerm) visitGram(grams, rarest.gram, plan.limit, room, note, sheet.isFull);
  else {
    const candidates = listCandidates(grams, plan, bits);
    for (let at = 0; at < candidates.length; at += 1) read(candidates[at] as number);
  }
}

/** Notes the documents that refer to units, by how well a term fits the names of these. */
export function noteReferrers({ sheet, referrers }: SegmentView, units: UnitCodes): void {
  for (const [unit, code] of units) sheet.noteOne(referrers(), unit, code);
}

function matchPassage({ passages: { text, starts } }: Segment, passage: number, term: SearchTerm): MatchCode {
  return matchText(text, starts[passage] as number, starts[passage + 1] as number, term);
}

export function matchDocument(segment: Segment, document: number, term: SearchTerm): MatchCode {
  const { ranges, starts, passages } = segment;
  let best = NO_MATCH;
  const end = starts.passages[document + 1] as number;
  for (let at = starts.passages[document] as number; at < end; at += 1) {
    const passage = ranges.passages[at] as number;
    // Places come in their order: what follows cannot be better.
    if (best <= placeOfMark(passages.text[passages.starts[passage] as number] as number) * SHAPES.length) return best;
    best = Math.min(best, matchPassage(segment, passage, term));
  }
  return best;
}

/** The best code by which a document refers to one of the units. */
export function unitCode({ ranges, starts }: Segment, document: number, units: UnitCodes): MatchCode {
  let best = NO_MATCH;
  if (units.size === 0) return best;
  const end = starts.units[document + 1] as number;
  for (let at = starts.units[document] as number; at < end; at += 1) {
    best = Math.min(best, units.get(ranges.units[at] as number) ?? NO_MATCH);
  }
  return best;
}

/** About how many documents contain a term at most; of several terms the one with the fewest is best looked for first. */
export function estimateMatches({ segment, grams }: SegmentView, term: SearchTerm): number {
  if (grams === null) return segment.size;
  const passages = planTerm(grams, term).wanted[0]?.count ?? 0;
  return Math.min(segment.size, passages * (segment.ranges.passages.length / segment.passages.size));
}
