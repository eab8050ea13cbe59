import { noteReferrers, unitCode, type UnitCodes } from './find-term.ts';
import { markGram, type GramIndex } from './gram-index.ts';
import { countBits, listBits } from './gram-plan.ts';
import { NO_MATCH, readingGradeOf, type MatchCode } from './match-place.ts';
import { matchReading } from './match-reading.ts';
import { gradeDocuments, keepMatches, type Matches } from './matches.ts';
import { END, START, type ReadingTerm } from './reading-term.ts';
import type { Segment } from './search-segment.ts';
import type { SegmentView } from './segment-view.ts';

/** A term to be found by its reading, and how well it so fits the names of units. */
export type WantedReading = { readonly term: ReadingTerm; readonly units: UnitCodes };

/** Up to so many documents it is faster to read each than to work out all that match. */
const MOST_READ = 1000;

/** The documents whose names contain a term by its reading. @param within null for all of the segment */
export function findReading(view: SegmentView, wanted: WantedReading, within: Uint32Array | null): Matches {
  if (within !== null && within.length <= MOST_READ) {
    return gradeDocuments(within, (document) => {
      const code = readingCode(view.segment, document, wanted);
      return code === NO_MATCH ? 0 : readingGradeOf(code);
    });
  }
  visitPassages(view, wanted.term);
  noteReferrers(view, wanted.units);
  const matches = view.sheet.take(view.dead, readingGradeOf);
  return within === null ? matches : keepMatches(matches, within);
}

/** How well a term and the names of units fit a document by their reading. */
export function readingCode(segment: Segment, document: number, { term, units }: WantedReading): MatchCode {
  const { ranges, starts } = segment;
  let best = unitCode(segment, document, units);
  const end = starts.passages[document + 1] as number;
  for (let at = starts.passages[document] as number; at < end; at += 1) {
    best = Math.min(best, matchPassage(segment, ranges.passages[at] as number, term));
  }
  return best;
}

/** Notes the documents of every passage that contains a term by its reading. */
function visitPassages({ segment, grams, sheet, bits, owners }: SegmentView, term: ReadingTerm): void {
  const lists = owners();
  const read = (passage: number) => {
    const code = matchPassage(segment, passage, term);
    if (code !== NO_MATCH) sheet.noteOne(lists, passage, code);
  };
  if (grams === null) for (let passage = 0; passage < segment.passages.size; passage += 1) read(passage);
  else {
    const [candidates, scratch] = bits;
    candidates.fill(0);
    markCandidates(grams, term, candidates, scratch);
    for (const passage of listBits(candidates, countBits(candidates))) read(passage);
  }
}

function matchPassage({ passages: { text, starts } }: Segment, passage: number, term: ReadingTerm): MatchCode {
  return matchReading(text, starts[passage] as number, starts[passage + 1] as number, term);
}

/** A gram whose two characters lead from one state over another to a third. */
type Step = { readonly from: number; readonly over: number; readonly to: number; readonly grams: number[] };

const STATES = 0x100;

/**
 * Marks the passages that have all pairs of neighbouring characters of some way to read the term. For each two states
 * that follow each other it is kept which passages come that far.
 */
function markCandidates(grams: GramIndex, term: ReadingTerm, into: Uint8Array, scratch: Uint8Array): void {
  const { wholes, steps } = collectSteps(grams, term);
  for (const gram of wholes) markGram(grams, gram, NO_MATCH, into);
  const reached = new Map<number, Uint8Array>();
  for (const step of steps) {
    const before = step.from === START ? null : reached.get(step.from * STATES + step.over);
    if (before === undefined) continue;
    scratch.fill(0);
    for (const gram of step.grams) markGram(grams, gram, NO_MATCH, scratch);
    const key = step.over * STATES + step.to;
    const target = step.to === END ? into : (reached.get(key) ?? new Uint8Array(into.length));
    reached.set(key, target);
    for (let at = 0; at < target.length; at += 1) {
      const both = before === null ? (scratch[at] as number) : (scratch[at] as number) & (before[at] as number);
      target[at] = (target[at] as number) | both;
    }
  }
}

/** The grams by the steps that they allow, in an order in which no step comes before those that lead to it. */
function collectSteps({ keys }: GramIndex, term: ReadingTerm): { wholes: readonly number[]; steps: readonly Step[] } {
  const states = usefulStates(keys, term);
  const steps = new Map<number, Step>();
  const wholes: number[] = [];
  let first = -1;
  // From which state the first character of a gram leads where.
  let moves: (readonly [from: number, over: number])[] = [];
  for (let gram = 0; gram < keys.length; gram += 1) {
    const key = keys[gram] as number;
    const second = key & 0xffff;
    if (key >>> 16 !== first) {
      first = key >>> 16;
      moves = states.flatMap((from) => term.next(first, from).map((over) => [from, over] as const));
    }
    for (const [from, over] of moves) {
      if (over === END) {
        if (second === 0 && from === START) wholes.push(gram);
        continue;
      }
      if (second === 0) continue;
      for (const to of term.next(second, over)) {
        const id = (over * STATES + from) * STATES + to;
        const step = steps.get(id);
        if (step === undefined) steps.set(id, { from, over, to, grams: [gram] });
        else step.grams.push(gram);
      }
    }
  }
  return { wholes, steps: [...steps.values()].toSorted((a, b) => a.over - b.over) };
}

/** The states that can be reached at all by the characters of the index, and from which the end can be. */
function usefulStates(keys: Uint32Array, term: ReadingTerm): readonly number[] {
  const units = Array.from(
    keys.filter((key) => (key & 0xffff) === 0),
    (key) => key >>> 16,
  );
  const follow = new Map<number, ReadonlySet<number>>();
  const pending = [START];
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    if (state === END || follow.has(state)) continue;
    const from = state;
    const behind = new Set(units.flatMap((unit) => term.next(unit, from)));
    follow.set(from, behind);
    pending.push(...behind);
  }
  const useful = new Set([END]);
  // States go up, so that all that follows a state has been judged before it.
  for (const state of [...follow.keys()].toSorted((a, b) => b - a)) {
    if ([...(follow.get(state) ?? [])].some((next) => useful.has(next))) useful.add(state);
  }
  return [...useful].filter((state) => state !== END);
}
