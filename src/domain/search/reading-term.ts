import { foldLetters } from '../pinyin/name-table.ts';
import { foldText } from './fold-text.ts';
import { normalizeForSearch } from './normalize-text.ts';
import type { ReadingTable } from './reading-table.ts';

/**
 * What is looked for by how characters are read, as states between them: a match begins in START, each character leads
 * from one state to others, and in END all has been read. States on the way go up.
 */
export type ReadingTerm = {
  /** What was typed, folded. */
  readonly text: string;
  /** The states that follow when a character of the folded text is read; none when it does not fit. */
  readonly next: (unit: number, state: number) => readonly number[];
  /** Whether a match may begin with a character at all: what is asked of most characters of most texts. */
  readonly mayBegin: (unit: number) => boolean;
};

export const START = 0;
export const END = 0xff;
/** Of a term; a longer one is only looked for as it stands. */
export const MOST_LETTERS = 60;
export const FEWEST_LETTERS = 2;
const UNITS = 0x1_0000;
const NOWHERE: readonly number[] = [];

/** The states behind a character that is read in a state. @param own the character, if the term itself contains it */
type ReadFrom = (syllables: readonly string[], own: string | null, state: number) => readonly number[];

export function createReadingTerm(text: string, table: ReadingTable, readFrom: ReadFrom): ReadingTerm {
  const isOwn = new Uint8Array(UNITS);
  for (let at = 0; at < text.length; at += 1) isOwn[text.charCodeAt(at)] = 1;
  // What characters lead to is worked out once for all that are read alike, and apart for those of the term.
  const ofClasses: Moves[] = [];
  const ofOwn = new Map<number, Moves>();
  const ownMoves = (unit: number): Moves => {
    const moves = ofOwn.get(unit) ?? [];
    ofOwn.set(unit, moves);
    return moves;
  };
  const next = (unit: number, state: number): readonly number[] => {
    const number = table.classOf(unit);
    const moves = isOwn[unit] === 1 ? ownMoves(unit) : (ofClasses[number] ??= []);
    const own = isOwn[unit] === 1 ? String.fromCharCode(unit) : null;
    return (moves[state] ??= distinct(readFrom(table.syllables[number] ?? [], own, state)));
  };
  // 1 for yes, 2 for no, and zero for a unit that nobody has asked for.
  const begins = new Uint8Array(UNITS);
  const learnBeginning = (unit: number) => (begins[unit] = next(unit, START).length > 0 ? 1 : 2);
  return { text, next, mayBegin: (unit) => ((begins[unit] as number) || learnBeginning(unit)) === 1 };
}

/** By the state from which they lead on. */
type Moves = (readonly number[])[];

function distinct(states: readonly number[]): readonly number[] {
  if (states.length === 0) return NOWHERE;
  return states.length === 1 ? states : [...new Set(states)];
}

/** Typed text without case, tones, blanks and apostrophes, in simplified form, with v for ü. */
export function foldPinyin(typed: string): string {
  return foldText(foldLetters(normalizeForSearch(typed)));
}

export function countLetters(text: string): number {
  return text.replace(/[^a-z]/g, '').length;
}

/**
 * A term that is pinyin: of each character a whole syllable, what stands for one in short (its first letter; zh, ch, sh)
 * or the character itself, and of the last one perhaps only the beginning, as somebody is still typing. Nearly every
 * text has one character that begins with some letter: a single one has to be typed as a whole syllable.
 *
 * @returns null when too little of it is letters for that
 */
export function readPinyinTerm(typed: string, table: ReadingTable): ReadingTerm | null {
  const text = foldPinyin(typed);
  if (text.length > MOST_LETTERS || countLetters(text) < FEWEST_LETTERS) return null;
  const behind = (state: number, spelling: string): readonly number[] => {
    if (!text.startsWith(spelling, state)) return NOWHERE;
    const reached = state + spelling.length;
    return [reached === text.length ? END : reached];
  };
  return createReadingTerm(text, table, (syllables, own, state) => {
    const letter = text.charAt(state);
    // Most characters do not fit.
    if (own === null && !syllables.some((syllable) => syllable.startsWith(letter))) return NOWHERE;
    const wholes = [...(own === null ? [] : [own]), ...syllables].flatMap((spelling) => behind(state, spelling));
    const shorts = syllables.flatMap(shortForms).flatMap((short) => behind(state, short));
    if (state === START) return [...wholes, ...shorts.filter((reached) => reached !== END)];
    const rest = text.slice(state);
    const begins = syllables.some((syllable) => syllable.startsWith(rest));
    return [...wholes, ...shorts, ...(begins ? [END] : [])];
  });
}

function shortForms(syllable: string): readonly string[] {
  const first = syllable.charAt(0);
  return /^[zcs]h/.test(syllable) ? [first, `${first}h`] : [first];
}
