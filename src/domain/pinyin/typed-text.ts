import { normalizeForSearch } from '../search/normalize-text.ts';
import { foldLetters, isHan, isSkipped, type Alphabet, type CharForm } from './name-table.ts';

/** Positions of the typed text, one bit each: 30 in `low`, 30 in `high`. */
export type Positions = { readonly low: number; readonly high: number };

/** What was typed, prepared to be held against many names. The arrays are indexed by the ids of spellings. */
export type TypedText = {
  readonly text: string;
  /** Whether every character is Chinese or a digit, so that pinyin is not meant. */
  readonly isChinese: boolean;
  /** Whether it may be pinyin at all. */
  readonly isPinyin: boolean;
  /** Where the spelling stands in the text. */
  readonly standsLow: Int32Array;
  readonly standsHigh: Int32Array;
  /** Where what is left of the text is the beginning of the spelling: somebody is still typing it. */
  readonly beginsLow: Int32Array;
  readonly beginsHigh: Int32Array;
  readonly lengths: Uint8Array;
  /** By the ids of forms: 1 where a match may begin at the character at all. */
  readonly mayBegin: Uint8Array;
  readonly end: Positions;
};

const BITS = 30;
const ALL_BITS = 2 ** BITS - 1;
/** A full name of 15 characters in pinyin; more is only looked for as it stands. */
const MAX_PINYIN_LENGTH = 2 * BITS - 1;
const DIGIT = /^\d$/;

export const START: Positions = { low: 1, high: 0 };
const NOWHERE: Positions = { low: 0, high: 0 };

/** Without blanks, punctuation and the apostrophe of xi'an: they only set syllables apart. */
export function foldTyped(typed: string): string {
  const chars = Array.from(foldLetters(normalizeForSearch(typed)));
  return chars.filter((char) => !isSkipped(char)).join('');
}

export function prepareTyped(text: string, { spellings, forms }: Alphabet): TypedText {
  const isPinyin = text.length <= MAX_PINYIN_LENGTH && /[a-z]/.test(text);
  const count = isPinyin ? spellings.length : 0;
  const typed: TypedText = {
    text,
    isChinese: Array.from(text).every((char) => isHan(char) || DIGIT.test(char)),
    isPinyin,
    standsLow: new Int32Array(count),
    standsHigh: new Int32Array(count),
    beginsLow: new Int32Array(count),
    beginsHigh: new Int32Array(count),
    lengths: new Uint8Array(count),
    mayBegin: new Uint8Array(isPinyin ? forms.length : 0),
    end: positionAt(text.length),
  };
  for (let id = 0; id < count; id += 1) markSpelling(typed, id, spellings[id] ?? '');
  for (const form of isPinyin ? forms : []) {
    if (isBeginning(form, typed)) typed.mayBegin[form.id] = 1;
  }
  return typed;
}

function markSpelling(typed: TypedText, id: number, spelling: string): void {
  const { text } = typed;
  typed.lengths[id] = spelling.length;
  for (let at = text.indexOf(spelling); at !== -1; at = text.indexOf(spelling, at + 1)) {
    const { low, high } = positionAt(at);
    typed.standsLow[id] = (typed.standsLow[id] ?? 0) | low;
    typed.standsHigh[id] = (typed.standsHigh[id] ?? 0) | high;
  }
  for (let at = Math.max(0, text.length - spelling.length + 1); at < text.length; at += 1) {
    if (!spelling.startsWith(text.slice(at))) continue;
    const { low, high } = positionAt(at);
    typed.beginsLow[id] = (typed.beginsLow[id] ?? 0) | low;
    typed.beginsHigh[id] = (typed.beginsHigh[id] ?? 0) | high;
  }
}

function positionAt(at: number): Positions {
  return at < BITS ? { low: 1 << at, high: 0 } : { low: 0, high: at < 2 * BITS ? 1 << (at - BITS) : 0 };
}

function isBeginning({ whole, initials }: CharForm, { standsLow, beginsLow }: TypedText): boolean {
  const stands = (id: number): boolean => ((standsLow[id] ?? 0) & 1) === 1;
  return initials.some(stands) || whole.some((id) => stands(id) || ((beginsLow[id] ?? 0) & 1) === 1);
}

/**
 * The positions that follow when a character is read from each of the given positions on. No spelling is
 * longer than 8 letters, so a shift passes from the lower word into the higher one and not beyond it.
 */
export function readChar(form: CharForm, typed: TypedText, from: Positions, withInitials: boolean): Positions {
  let { low, high } = NOWHERE;
  for (const spellings of withInitials ? [form.whole, form.initials] : [form.whole]) {
    for (const id of spellings) {
      const length = typed.lengths[id] ?? 0;
      const fromLow = from.low & (typed.standsLow[id] ?? 0);
      const fromHigh = from.high & (typed.standsHigh[id] ?? 0);
      low |= (fromLow << length) & ALL_BITS;
      high |= ((fromHigh << length) | (fromLow >>> (BITS - length))) & ALL_BITS;
    }
  }
  for (const id of form.whole) {
    if (((from.low & (typed.beginsLow[id] ?? 0)) | (from.high & (typed.beginsHigh[id] ?? 0))) === 0) continue;
    low |= typed.end.low;
    high |= typed.end.high;
  }
  return { low, high };
}

export function hasEnd({ low, high }: Positions, { end }: TypedText): boolean {
  return ((low & end.low) | (high & end.high)) !== 0;
}

export function join(a: Positions, b: Positions): Positions {
  return { low: a.low | b.low, high: a.high | b.high };
}

export function isNowhere({ low, high }: Positions): boolean {
  return (low | high) === 0;
}

export function meet(a: Positions, b: Positions): Positions {
  return { low: a.low & b.low, high: a.high & b.high };
}

/** Each position by itself, ascending. */
export function eachOf({ low, high }: Positions): readonly Positions[] {
  const single: Positions[] = [];
  // `rest & -rest` is the lowest bit, `rest & (rest - 1)` what is left without it.
  for (let rest = low; rest !== 0; rest &= rest - 1) single.push({ low: rest & -rest, high: 0 });
  for (let rest = high; rest !== 0; rest &= rest - 1) single.push({ low: 0, high: rest & -rest });
  return single;
}
