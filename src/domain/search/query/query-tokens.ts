import type { SearchableThing } from '../search-expression.ts';
import { findField, findOperator, findThing, type QueryField } from './query-words.ts';
import { readBareYears } from './read-years.ts';

/** From and up to, in UTF-16 units of the typed text. */
export type TextRange = { readonly start: number; readonly end: number };

/** A value behind a colon. What stands in quotes is text and nothing else: no list, no reference by `=`. */
export type FieldToken = TextRange & {
  readonly type: 'field';
  readonly field: QueryField;
  /** Behind the colon. */
  readonly valueStart: number;
  readonly value: string;
  readonly isQuoted: boolean;
  readonly isClosed: boolean;
};
export type JoiningToken = TextRange & { readonly type: 'or' | 'and'; readonly text: string };
export type MarkToken = TextRange & { readonly type: 'minus' | 'open' | 'close' };

export type QueryToken =
  | (TextRange & { readonly type: 'word'; readonly text: string })
  | (TextRange & { readonly type: 'phrase'; readonly text: string; readonly isClosed: boolean })
  | (TextRange & { readonly type: 'thing'; readonly what: SearchableThing; readonly isThere: boolean })
  | (TextRange & {
      readonly type: 'years';
      readonly text: string;
      readonly from: number | null;
      readonly to: number | null;
    })
  | FieldToken
  | JoiningToken
  | MarkToken;

type Quoted = { readonly text: string; readonly end: number; readonly isClosed: boolean };

const MARKS: ReadonlyMap<string, MarkToken['type']> = new Map([
  ['-', 'minus'],
  ['－', 'minus'],
  ['−', 'minus'],
  ['(', 'open'],
  ['（', 'open'],
  [')', 'close'],
  ['）', 'close'],
]);
const BARS = '|｜';
const COLONS = ':：';
/** Each opening quote and what closes it. An input method may give the curved ones the wrong way round. */
const CLOSING_QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['＂', '＂'],
  ['“', '”'],
  ['”', '“'],
  ['「', '」'],
  ['『', '』'],
]);
const ANY_DOUBLE_QUOTE = /["＂“”]/gu;
/** As the normal form of texts has it: what becomes a space there ends a word here. */
const BLANK = /^(?:[^\S\uFEFF]|\u0085)$/u;

export function isBlank(char: string): boolean {
  return BLANK.test(char);
}

/**
 * Cuts a typed text into words, phrases, filters and marks. Quotes, parentheses and minus signs have their meaning only
 * where a word may begin: within a word they are text, as in 认定（涉改单位） or 2019-06. Never throws.
 */
export function readTokens(text: string): readonly QueryToken[] {
  const tokens: QueryToken[] = [];
  const partners = pairParentheses(text);
  for (let at = 0; at < text.length; at = tokens.at(-1)?.end ?? text.length) {
    while (isBlank(text.charAt(at))) at += 1;
    if (at >= text.length) break;
    tokens.push(readToken(text, at, partners));
  }
  return tokens;
}

function readToken(text: string, start: number, partners: ReadonlyMap<number, number>): QueryToken {
  const char = text.charAt(start);
  const mark = MARKS.get(char);
  if (mark !== undefined) return { type: mark, start, end: start + 1 };
  if (BARS.includes(char)) return readBars(text, start);
  if (CLOSING_QUOTES.has(char)) {
    const { text: phrase, end, isClosed } = readQuoted(text, start);
    return { type: 'phrase', start, end, text: phrase, isClosed };
  }
  const end = endOfWord(text, start, partners);
  return readField(text, start, end, partners) ?? readWord(text.slice(start, end), start, end);
}

function readBars(text: string, start: number): QueryToken {
  let end = start;
  while (end < text.length && BARS.includes(text.charAt(end))) end += 1;
  return { type: 'or', start, end, text: text.slice(start, end) };
}

function readWord(word: string, start: number, end: number): QueryToken {
  const operator = findOperator(word);
  if (operator !== null) return { type: operator, start, end, text: word };
  const thing = findThing(word);
  if (thing !== null) return { type: 'thing', start, end, ...thing };
  const years = readBareYears(word);
  if (years !== null) return { type: 'years', start, end, text: word, ...years };
  return { type: 'word', start, end, text: word };
}

/** Null when the word up to its end has no colon, or none behind the name of a field. */
function readField(text: string, start: number, end: number, partners: ReadonlyMap<number, number>): FieldToken | null {
  let colon = start;
  while (colon < end && !COLONS.includes(text.charAt(colon))) colon += 1;
  if (colon === end) return null;
  const field = findField(text.slice(start, colon));
  if (field === null) return null;
  const valueStart = colon + 1;
  if (CLOSING_QUOTES.has(text.charAt(valueStart))) {
    const { text: value, end: quoteEnd, isClosed } = readQuoted(text, valueStart);
    return { type: 'field', field, start, end: quoteEnd, valueStart, value, isQuoted: true, isClosed };
  }
  const valueEnd = endOfWord(text, valueStart, partners);
  const value = text.slice(valueStart, valueEnd);
  return { type: 'field', field, start, end: valueEnd, valueStart, value, isQuoted: false, isClosed: true };
}

/** Up to a blank, a bar, or a parenthesis without its partner in the same word. */
function endOfWord(text: string, start: number, partners: ReadonlyMap<number, number>): number {
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (isBlank(char) || BARS.includes(char)) break;
    const mark = MARKS.get(char);
    const partner = mark === 'open' ? partners.get(at) : undefined;
    if (mark === 'close' || (mark === 'open' && partner === undefined)) break;
    at = (partner ?? at) + 1;
  }
  return at;
}

/** The closing parenthesis of each opening one that has it before the next blank or bar. */
function pairParentheses(text: string): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  let open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const mark = MARKS.get(char);
    if (mark === 'open') open.push(at);
    else if (mark === 'close') {
      const partner = open.pop();
      if (partner !== undefined) partners.set(partner, at);
    } else if (open.length > 0 && (isBlank(char) || BARS.includes(char))) open = [];
  }
  return partners;
}

/** A quote that is never closed reaches to the end of the text: it is being typed. */
function readQuoted(text: string, start: number): Quoted {
  const opening = text.charAt(start);
  const closing = CLOSING_QUOTES.get(opening) ?? opening;
  const end = opening === '"' ? findUndoubled(text, start + 1) : text.indexOf(closing, start + 1);
  if (end !== -1) {
    const content = text.slice(start + 1, end);
    return { text: opening === '"' ? content.replaceAll('""', '"') : content, end: end + 1, isClosed: true };
  }
  const otherEnd = '「『'.includes(opening) ? -1 : findAnyDoubleQuote(text, start + 1);
  if (otherEnd !== -1) return { text: text.slice(start + 1, otherEnd), end: otherEnd + 1, isClosed: true };
  return { text: text.slice(start + 1), end: text.length, isClosed: false };
}

/** Within straight quotes a quote is written twice, as in a table of comma separated values. */
function findUndoubled(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text.charAt(at + 1) !== '"') return at;
  }
  return -1;
}

function findAnyDoubleQuote(text: string, from: number): number {
  ANY_DOUBLE_QUOTE.lastIndex = from;
  return ANY_DOUBLE_QUOTE.exec(text)?.index ?? -1;
}
