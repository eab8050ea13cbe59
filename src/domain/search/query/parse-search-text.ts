import type { SearchExpression } from '../search-expression.ts';
import { isEverything, normalizeExpression } from './normalize-expression.ts';
import { createPartCollector, type QueryPart } from './part-collector.ts';
import type { QueryContext } from './query-context.ts';
import type { ProblemCode, QueryProblem } from './query-problem.ts';
import { foldWord } from './query-words.ts';
import { readTokens, type FieldToken, type JoiningToken, type QueryToken, type TextRange } from './query-tokens.ts';
import { readFilter, type Report } from './read-filter.ts';

export type ParsedSearch = {
  /** All parts together, normalised. Without parts it admits every record. */
  readonly expression: SearchExpression;
  /** The conditions at the top level in the order typed; their ranges lie inside the text and do not overlap. */
  readonly parts: readonly QueryPart[];
  /** In the order of their places; of more than MAX_PROBLEMS the first. */
  readonly problems: readonly QueryProblem[];
};

/** UTF-16 units of a text that are read. No title and no sentence is as long. */
export const MAX_SEARCH_LENGTH = 4_000;
/** Words, phrases and filters of a text that are read. */
export const MAX_SEARCH_TERMS = 200;
/** A text of nothing but marks has one at every place. */
const MAX_PROBLEMS = 20;

type Minus = TextRange & { readonly isNegated: boolean };
type Step = {
  readonly token: QueryToken;
  /** The minus signs that stand directly before the token. */
  readonly minus: Minus | null;
};

/**
 * Reads what was typed into a search box (docs/search-syntax.md). Terms side by side must all be found; 或 binds closer
 * than that, so that a filter that is added narrows the whole. Never throws: what cannot be read is left out or taken for
 * text, and reported with its place. Takes time proportional to the text, of which MAX_SEARCH_LENGTH units and
 * MAX_SEARCH_TERMS terms are read.
 */
export function parseSearchText(text: string, context: QueryContext): ParsedSearch {
  const problems: QueryProblem[] = [];
  const report = (code: ProblemCode, { start, end }: TextRange) => void problems.push({ code, start, end });
  const length = readableLength(text);
  if (length < text.length) report('too-long', { start: length, end: text.length });
  const readable = text.slice(0, length);
  const { read, cutAt } = limitTerms(readTokens(readable));
  if (cutAt !== null) report('too-many-terms', { start: cutAt, end: length });
  const parts = collectParts(read, context, report);
  const found = parts.length > 0 ? parts : punctuationAsText(readable);
  return {
    expression: normalizeExpression({ type: 'all', parts: found.map(({ expression }) => expression) }),
    parts: found,
    problems: firstProblems(problems),
  };
}

/** What was cut is always told. */
function firstProblems(problems: readonly QueryProblem[]): readonly QueryProblem[] {
  const cuts = problems.filter(isCut);
  const others = problems.filter((problem) => !isCut(problem)).toSorted(byPlace);
  return [...others.slice(0, MAX_PROBLEMS - cuts.length), ...cuts].toSorted(byPlace);
}

function byPlace(a: QueryProblem, b: QueryProblem): number {
  return a.start - b.start;
}

/** Whether part of the text was not read at all. */
export function isCut({ code }: QueryProblem): boolean {
  return code === 'too-long' || code === 'too-many-terms';
}

/** How much of a text is read: no character is cut in two. */
export function readableLength(text: string): number {
  if (text.length <= MAX_SEARCH_LENGTH) return text.length;
  const splits = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(MAX_SEARCH_LENGTH - 1, MAX_SEARCH_LENGTH + 1));
  return splits ? MAX_SEARCH_LENGTH - 1 : MAX_SEARCH_LENGTH;
}

function limitTerms(tokens: readonly QueryToken[]): {
  readonly read: readonly QueryToken[];
  readonly cutAt: number | null;
} {
  let terms = 0;
  for (const [index, { type, start }] of tokens.entries()) {
    if (type === 'open' || type === 'close' || type === 'minus' || type === 'or' || type === 'and') continue;
    terms += 1;
    if (terms > MAX_SEARCH_TERMS) return { read: tokens.slice(0, index), cutAt: start };
  }
  return { read: tokens, cutAt: null };
}

function collectParts(tokens: readonly QueryToken[], context: QueryContext, report: Report): readonly QueryPart[] {
  const collector = createPartCollector(report);
  for (const { token, minus } of takeSteps(joinValues(tokens), report)) {
    const range = { start: minus?.start ?? token.start, end: token.end };
    const isNegated = minus?.isNegated ?? false;
    switch (token.type) {
      case 'open':
        collector.open(range, isNegated);
        break;
      case 'close':
        collector.close(range);
        break;
      case 'or':
      case 'and':
        // Before anything that it could join, it is what is looked for.
        if (minus !== null || !collector.hasOperand()) collector.add(wordText(token), range, isNegated);
        else collector.join(token);
        break;
      case 'minus':
        break;
      default:
        collector.add(readTerm(token, context, report), range, isNegated);
    }
  }
  return collector.finish();
}

function wordText({ text }: JoiningToken): SearchExpression {
  return { type: 'text', text, isPhrase: true };
}

function readTerm(
  token: Exclude<QueryToken, { type: 'minus' | 'open' | 'close' | 'or' | 'and' }>,
  context: QueryContext,
  report: Report,
): SearchExpression | null {
  switch (token.type) {
    case 'word':
      return readText(token.text, false);
    case 'phrase': {
      const text = readText(token.text, true);
      if (!token.isClosed) report('unclosed-quote', { start: token.start, end: token.start + 1 });
      else if (text === null) report('empty-quotes', token);
      return text;
    }
    case 'thing':
      return { type: 'has', what: token.what, isThere: token.isThere };
    case 'years':
      return { type: 'year', from: token.from, to: token.to };
    case 'field':
      return readFilter(token, context, report);
  }
}

/** Null for what cannot be seen, such as a control character. */
function readText(text: string, isPhrase: boolean): SearchExpression | null {
  return foldWord(text) === '' ? null : { type: 'text', text, isPhrase };
}

/** A blank behind a colon is typed by habit: 单位： 水务 has a value all the same. */
function joinValues(tokens: readonly QueryToken[]): readonly QueryToken[] {
  const joined: QueryToken[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const value = last?.type === 'field' && isAwaiting(last) ? valueOf(token) : null;
    if (last?.type === 'field' && value !== null) joined[joined.length - 1] = { ...last, ...value };
    else joined.push(token);
  }
  return joined;
}

function isAwaiting({ value, isQuoted }: FieldToken): boolean {
  return value === '' && !isQuoted;
}

function valueOf(token: QueryToken): Partial<FieldToken> | null {
  const { start, end } = token;
  if (token.type === 'word' || token.type === 'years') {
    return { valueStart: start, end, value: token.text };
  }
  if (token.type !== 'phrase') return null;
  return { valueStart: start, end, value: token.text, isQuoted: true, isClosed: token.isClosed };
}

/** Puts minus signs to what they exclude; what they exclude stands directly behind them. */
function takeSteps(tokens: readonly QueryToken[], report: Report): readonly Step[] {
  const steps: Step[] = [];
  let minus: Minus | null = null;
  for (const token of tokens) {
    if (minus !== null && (minus.end !== token.start || !canBeExcluded(token))) {
      report('dangling-minus', minus);
      minus = null;
    }
    if (token.type === 'minus') {
      minus = addMinus(minus, token);
      continue;
    }
    steps.push({ token, minus });
    minus = null;
  }
  if (minus !== null) report('dangling-minus', minus);
  return steps;
}

/** Two signs side by side cancel each other out. */
function addMinus(before: Minus | null, { start, end }: TextRange): Minus {
  return before === null ? { start, end, isNegated: true } : { start: before.start, end, isNegated: !before.isNegated };
}

function canBeExcluded(token: QueryToken): boolean {
  if (token.type === 'close') return false;
  return token.type !== 'or' || !/^[|｜]/u.test(token.text);
}

/** What consists of marks alone asks for nothing, so the marks themselves are looked for. */
function punctuationAsText(text: string): readonly QueryPart[] {
  const typed = text.trim();
  if (typed === '' || /[\p{L}\p{N}]/u.test(typed)) return [];
  const expression = normalizeExpression({ type: 'text', text: typed, isPhrase: true });
  if (isEverything(expression)) return [];
  const start = text.indexOf(typed);
  return [{ start, end: start + typed.length, expression, isNegated: false }];
}
