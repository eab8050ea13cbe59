import { FINDABLE_KINDS } from '../../records/record-base.ts';
import { LEVELS, type Level } from '../../vocabulary/levels.ts';
import type { FilterCondition, SearchExpression, TextCondition } from '../search-expression.ts';
import { foldWord } from './query-words.ts';
import { isBlank, readTokens } from './query-tokens.ts';

const EVERYTHING: SearchExpression = { type: 'all', parts: [] };
export const NOTHING: SearchExpression = { type: 'any', parts: [] };

/**
 * The one form of all expressions that ask for the same in the same words: no group within a group of its own type, none
 * with a single part, nothing that always or never holds but as the whole, kinds and levels in their order and once.
 *
 * Text that a search box would read as something else than one word becomes what can be typed: its words when it has
 * blanks, else a phrase. The order of parts stays. Admits the same records, but for a text that became a phrase: it is
 * no longer found by pinyin.
 */
export function normalizeExpression(expression: SearchExpression): SearchExpression {
  switch (expression.type) {
    case 'all':
    case 'any':
      return normalizeGroup(expression.type, expression.parts);
    case 'not':
      return negate(normalizeExpression(expression.part));
    case 'text':
      return normalizeText(expression);
    default:
      return normalizeFilter(expression);
  }
}

export function isEverything(expression: SearchExpression): boolean {
  return expression.type === 'all' && expression.parts.length === 0;
}

/** Whether a search box reads the text as one word, wherever it stands. */
function isPlainWord(text: string): boolean {
  const tokens = readTokens(`(${text})`);
  const [, word] = tokens;
  return tokens.length === 3 && word?.type === 'word' && word.text === text;
}

function isNothing(expression: SearchExpression): boolean {
  return expression.type === 'any' && expression.parts.length === 0;
}

function normalizeGroup(type: 'all' | 'any', parts: readonly SearchExpression[]): SearchExpression {
  const [decides, isIdle] = type === 'all' ? [isNothing, isEverything] : [isEverything, isNothing];
  const normalized = parts.map(normalizeExpression);
  const decisive = normalized.find(decides);
  if (decisive !== undefined) return decisive;
  const kept = normalized.filter((part) => !isIdle(part)).flatMap((part) => (part.type === type ? part.parts : [part]));
  return kept.length === 1 && kept[0] !== undefined ? kept[0] : { type, parts: kept };
}

function negate(part: SearchExpression): SearchExpression {
  if (isEverything(part)) return NOTHING;
  if (isNothing(part)) return EVERYTHING;
  return part.type === 'not' ? part.part : { type: 'not', part };
}

function normalizeText({ text, isPhrase }: TextCondition): SearchExpression {
  if (foldWord(text) === '') return EVERYTHING;
  if (isPhrase || isPlainWord(text)) return { type: 'text', text, isPhrase };
  const words = splitAtBlanks(text);
  if (words.length === 1 && words[0] === text) return { type: 'text', text, isPhrase: true };
  return normalizeGroup(
    'all',
    words.map((word) => ({ type: 'text', text: word, isPhrase: false })),
  );
}

function splitAtBlanks(text: string): readonly string[] {
  return Array.from(text, (char) => (isBlank(char) ? ' ' : char))
    .join('')
    .split(' ')
    .filter((word) => word !== '');
}

function normalizeFilter(condition: FilterCondition): SearchExpression {
  switch (condition.type) {
    case 'kind': {
      const kinds = FINDABLE_KINDS.filter((kind) => condition.kinds.includes(kind));
      return kinds.length === 0 ? NOTHING : { type: 'kind', kinds };
    }
    case 'level': {
      const levels = [...LEVELS, null].filter((level: Level | null) => condition.levels.includes(level));
      return levels.length === 0 ? NOTHING : { type: 'level', levels };
    }
    case 'year': {
      const { from, to } = condition;
      // Any year at all.
      if (from === null && to === null) return { type: 'has', what: 'date', isThere: true };
      return from !== null && to !== null && from > to ? { type: 'year', from: to, to: from } : condition;
    }
    case 'unitName':
    case 'field':
      return foldWord(condition.text) === '' ? EVERYTHING : condition;
    case 'unit':
      return foldWord(condition.unitId) === '' ? NOTHING : condition;
    case 'has':
      return condition;
  }
}
