import { countLetters, FEWEST_LETTERS } from './reading-term.ts';
import type { NearTexts } from './near-texts.ts';
import type { SearchExpression, TextCondition } from './search-expression.ts';
import type { SearchHit } from './search-hit.ts';

/** What was typed, and a text that was found instead. */
export type Correction = { readonly typed: string; readonly found: string };

/** What is found when it is taken for granted that something has been typed wrongly. */
export type NearMatches = {
  /** The best; what sounds like the typed text comes first. */
  readonly hits: readonly SearchHit[];
  readonly total: number;
  readonly corrections: readonly Correction[];
};

export type NearTools = {
  readonly nearTexts: (typed: string) => NearTexts;
  /** Whether anything at all is found by a term, as if nothing else had been asked for. */
  readonly finds: (term: TextCondition) => boolean;
  /** Whether a text stands anywhere. */
  readonly isThere: (text: string) => boolean;
  /** The first hits of a search, with the filters that hold for all of it. */
  readonly find: (expression: SearchExpression, limit: number) => Pick<NearMatches, 'hits' | 'total'>;
};

const MOST_HITS = 20;
const MOST_CORRECTIONS = 20;
/** Who mistypes more than that has something else in mind. */
const MOST_TERMS = 4;

/**
 * Replaces each term that finds nothing by itself with what may have been meant by it.
 *
 * @param expression of a search that finds nothing
 * @returns null when nothing is found so either
 */
export function findNear(
  expression: SearchExpression,
  { nearTexts, finds, isThere, find }: NearTools,
): NearMatches | null {
  const failing = termsOf(expression).filter((term) => !finds(term));
  const typed = [...new Set(failing.map(({ text }) => text))];
  if (typed.length === 0 || typed.length > MOST_TERMS) return null;
  const meant = new Map(
    typed.map((text): [string, NearTexts] => {
      const { alike, edited } = nearTexts(text);
      return [text, { alike: alike.filter(isThere), edited: edited.filter(isThere) }];
    }),
  );
  const corrections = typed.flatMap((text) =>
    allOf(meant.get(text)).map((found): Correction => ({ typed: text, found })),
  );
  if (corrections.length === 0) return null;
  const all = find(
    replaceTerms(expression, (text) => allOf(meant.get(text))),
    2 * MOST_HITS,
  );
  if (all.total === 0) return null;
  const hasBetter = [...meant.values()].some(({ alike, edited }) => alike.length > 0 && edited.length > 0);
  const best = hasBetter
    ? find(
        replaceTerms(expression, (text) => bestOf(meant.get(text))),
        MOST_HITS,
      ).hits
    : [];
  const ids = new Set(best.map(({ id }) => id));
  const hits = [...best, ...all.hits.filter(({ id }) => !ids.has(id))].slice(0, MOST_HITS);
  return { hits, total: all.total, corrections: corrections.slice(0, MOST_CORRECTIONS) };
}

/** The terms that may be mistyped: not phrases, and nothing that is shut out. */
function termsOf(expression: SearchExpression): readonly TextCondition[] {
  if (expression.type === 'all' || expression.type === 'any') return expression.parts.flatMap(termsOf);
  return expression.type === 'text' && !expression.isPhrase ? [expression] : [];
}

function allOf(texts: NearTexts | undefined): readonly string[] {
  return texts === undefined ? [] : [...texts.alike, ...texts.edited];
}

function bestOf(texts: NearTexts | undefined): readonly string[] {
  return texts === undefined || texts.alike.length === 0 ? allOf(texts) : texts.alike;
}

function replaceTerms(
  expression: SearchExpression,
  replacements: (text: string) => readonly string[],
): SearchExpression {
  if (expression.type === 'all' || expression.type === 'any') {
    return { type: expression.type, parts: expression.parts.map((part) => replaceTerms(part, replacements)) };
  }
  if (expression.type !== 'text' || expression.isPhrase) return expression;
  const meant = replacements(expression.text);
  return meant.length === 0 ? expression : { type: 'any', parts: meant.map(textTerm) };
}

/** A text that is meant as it stands, though not by every blank, and is not pinyin again. */
function textTerm(text: string): TextCondition {
  return { type: 'text', text, isPhrase: countLetters(text) >= FEWEST_LETTERS };
}
