import { unitCode, type UnitCodes } from './find-term.ts';
import { markGram, type GramIndex } from './gram-index.ts';
import { NO_MATCH, readingGradeOf, type MatchCode, type MatchGrade } from './match-place.ts';
import { matchReading } from './match-reading.ts';
import { gradeDocuments, keepMatches, type Matches } from './matches.ts';
import { END, START, type ReadingTerm } from './reading-term.ts';
import type { SegmentView } from './segment-view.ts';

/** A term to be found by its reading, and how well it so fits the names of units. */
export type WantedReading = { readonly term: ReadingTerm; readonly units: UnitCodes };

/** Up to so many documents it is faster to read each than to work out all that match. */
const MOST_READ = 1000;

/** The documents whose names contain a term by its reading. @param within null for all of the segment */
export function findReading(view: SegmentView, wanted: WantedReading, within: Uint32Array | null): Matches {
  const grade = (document: number): MatchGrade => {
    if (view.dead[document] === 1) return 0;
    const code = readingCode(view, document, wanted);
    return code === NO_MATCH ? 0 : readingGradeOf(code);
  };
  if (view.grams === null || (within !== null && within.length <= MOST_READ)) {
    return gradeDocuments(within ?? view.living(), grade);
  }
  const matches = gradeDocuments(listCandidates(view, view.grams, wanted), grade);
  return within === null ? matches : keepMatches(matches, within);
}

export function readingCode(view: SegmentView, document: number, { term, units }: WantedReading): MatchCode {
  const { ranges, starts } = view.segment;
  const [start, end] = [starts.text[document] as number, starts.text[document + 1] as number];
  return Math.min(matchReading(ranges.text, start, end, term), unitCode(view, document, units));
}

function listCandidates(view: SegmentView, grams: GramIndex, { term, units }: WantedReading): Uint32Array {
  const [candidates, scratch] = view.bits;
  candidates.fill(0);
  markCandidates(grams, term, candidates, scratch);
  for (const unit of units.keys()) {
    for (const document of view.referrers(unit)) {
      candidates[document >>> 3] = (candidates[document >>> 3] as number) | (1 << (document & 7));
    }
  }
  return listBits(candidates, view.segment.size);
}

/** A gram whose two characters lead from one state over another to a third. */
type Step = { readonly from: number; readonly over: number; readonly to: number; readonly grams: number[] };

const STATES = 0x100;

/**
 * Marks the documents that have all pairs of neighbouring characters of some way to read the term. For each two states
 * that follow each other it is kept which documents come that far.
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

function listBits(bits: Uint8Array, size: number): Uint32Array {
  const documents = new Uint32Array(size);
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) {
    for (let byte = bits[at] as number; byte !== 0; byte &= byte - 1) {
      documents[count] = at * 8 + 31 - Math.clz32(byte & -byte);
      count += 1;
    }
  }
  return documents.subarray(0, count);
}
