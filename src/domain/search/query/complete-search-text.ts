import { LEVELS } from '../../vocabulary/levels.ts';
import { normalizeForSearch } from '../normalize-text.ts';
import { SEARCHABLE_THINGS } from '../search-expression.ts';
import { formatListValue, formatValue } from './format-search-expression.ts';
import { readableLength } from './parse-search-text.ts';
import { FIELD_NAMES, QUERY_FIELDS, thingWord, UNSETTLED_LEVEL, type QueryField } from './query-words.ts';
import { readTokens, type FieldToken, type QueryToken } from './query-tokens.ts';
import { LIST_MARKS } from './read-filter.ts';

/** A value that a field may have, with how many records have it. */
export type VocabularyValue = { readonly name: string; readonly count: number };

/** How well a name fits what is typed: the higher the better, and where, in UTF-16 units of the name. */
export type NameMatch = { readonly score: number; readonly ranges: readonly (readonly [start: number, end: number])[] };

/** What can be suggested, each list in the order in which it is shown while nothing is typed. */
export type SearchVocabulary = {
  /** Null when the name does not fit. `createPinyinMatcher(…).match`, or left out for the letters themselves. */
  readonly matches?: ((typed: string, name: string) => NameMatch | null) | undefined;
  /** For fields without a list nothing is suggested; without one of its own, `level` has all levels. */
  readonly values: Readonly<Partial<Record<QueryField, readonly VocabularyValue[]>>>;
  /** Searches made before, latest first. */
  readonly recent: readonly string[];
};

export type LabelPiece = { readonly text: string; readonly isMatch: boolean };

export type SearchSuggestion = {
  readonly kind: 'field' | 'value' | 'thing' | 'recent';
  /** Takes the place of the range; the caret goes behind it. */
  readonly insert: string;
  /** From and up to, in UTF-16 units of the typed text. */
  readonly range: readonly [start: number, end: number];
  /** What to show, in pieces: those that match what is typed stand out. */
  readonly label: readonly LabelPiece[];
  /** How many records have a value; null for what is no value. */
  readonly count: number | null;
};

/** More are not shown below a search box. */
export const MAX_SUGGESTIONS = 12;

type Candidate = Pick<SearchSuggestion, 'kind' | 'count'> & {
  readonly name: string;
  /** Worked out for the few that are shown. */
  readonly insert: () => string;
};
type Range = SearchSuggestion['range'];
type Matches = NonNullable<SearchVocabulary['matches']>;

/** Fields of which several values can be typed, apart by commas. */
const LIST_FIELDS: ReadonlySet<QueryField> = new Set(['kind', 'level', 'year']);
const ALL_LEVELS: readonly string[] = [...LEVELS, UNSETTLED_LEVEL];

/**
 * What could be typed at the caret, best first: fields and things such as 有附件 while a word is begun, values behind a
 * colon, earlier searches that the whole text fits. Nothing within quotes, within a word, and behind
 * what is read of a text.
 *
 * @param caret in UTF-16 units of the text; anywhere else nothing is suggested
 */
export function completeSearchText(
  text: string,
  caret: number,
  vocabulary: SearchVocabulary,
): readonly SearchSuggestion[] {
  const length = readableLength(text);
  if (!Number.isInteger(caret) || caret < 0 || caret > length) return [];
  const matches = vocabulary.matches ?? matchLetters;
  const token = readTokens(text.slice(0, length)).find(({ start, end }) => start < caret && caret <= end);
  const found = token === undefined ? [] : completeToken(token, text, caret, vocabulary, matches);
  const recent = caret === text.length && token?.type !== 'phrase' ? completeRecent(text, vocabulary, matches) : [];
  return [...found, ...recent].slice(0, MAX_SUGGESTIONS);
}

function completeToken(
  token: QueryToken,
  text: string,
  caret: number,
  vocabulary: SearchVocabulary,
  matches: Matches,
): readonly SearchSuggestion[] {
  const typed = text.slice(token.start, caret);
  if (token.type === 'field') {
    if (caret < token.valueStart)
      return rank(typed, fieldCandidates(typed, matches), [token.start, token.valueStart], matches);
    return token.isQuoted ? [] : completeValue(token, caret, vocabulary, matches);
  }
  if ((token.type !== 'word' && token.type !== 'thing') || caret !== token.end) return [];
  const candidates = [...fieldCandidates(typed, matches), ...thingCandidates()];
  return rank(typed, candidates, [token.start, token.end], matches).filter(({ insert }) => insert !== typed);
}

/** Each field once, by the first of its names that fits. */
function fieldCandidates(typed: string, matches: Matches): readonly Candidate[] {
  return QUERY_FIELDS.flatMap((field) => {
    const name = FIELD_NAMES[field].find((each) => matches(typed, each) !== null);
    return name === undefined ? [] : [{ kind: 'field', name, insert: () => `${name}:`, count: null }];
  });
}

function thingCandidates(): readonly Candidate[] {
  return [true, false].flatMap((isThere) =>
    SEARCHABLE_THINGS.map((what): Candidate => {
      const name = thingWord({ what, isThere });
      return { kind: 'thing', name, insert: () => name, count: null };
    }),
  );
}

function completeValue(
  token: FieldToken,
  caret: number,
  { values }: SearchVocabulary,
  matches: Matches,
): readonly SearchSuggestion[] {
  const { field } = token;
  const range = itemAround(token, caret);
  const typed = token.value.slice(range[0] - token.valueStart, caret - token.valueStart);
  const listed = values[field] ?? (field === 'level' ? ALL_LEVELS.map((name) => ({ name, count: null })) : []);
  const candidates = listed
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, count }): Candidate => ({
      kind: 'value',
      name,
      count,
      insert: () => (LIST_FIELDS.has(field) ? formatListValue(name) : formatValue(name)),
    }));
  // Figures are typed from their beginning; 201 is no short form of 2021.
  return rank(typed, candidates, range, field === 'year' ? matchLetters : matches).filter(
    ({ insert }) => insert !== token.value.slice(range[0] - token.valueStart, range[1] - token.valueStart),
  );
}

/** The value around the caret: of a list the one item, of a range of years the one end, of =name the name. */
function itemAround({ field, value, valueStart, end }: FieldToken, caret: number): Range {
  if (field === 'unit' && /^[=＝]/u.test(value) && caret > valueStart) return [valueStart + 1, end];
  if (!LIST_FIELDS.has(field)) return [valueStart, end];
  const isBound = (char: string) => LIST_MARKS.test(char) || (field === 'year' && /[.~～]/u.test(char));
  let from = caret - valueStart;
  while (from > 0 && !isBound(value.charAt(from - 1))) from -= 1;
  let to = caret - valueStart;
  while (to < value.length && !isBound(value.charAt(to))) to += 1;
  return [valueStart + from, valueStart + to];
}

function completeRecent(text: string, { recent }: SearchVocabulary, matches: Matches): readonly SearchSuggestion[] {
  const typed = text.trim();
  const candidates = [...new Set(recent)]
    .filter((each) => each.trim() !== '' && each.trim() !== typed)
    .map((each): Candidate => ({ kind: 'recent', name: each, insert: () => each, count: null }));
  return rank(typed, candidates, [0, text.length], matches);
}

/** Those that fit, best first; equals keep their order. */
function rank(
  typed: string,
  candidates: readonly Candidate[],
  range: Range,
  matches: Matches,
): readonly SearchSuggestion[] {
  const isBegun = typed.trim() !== '';
  return candidates
    .flatMap((candidate) => {
      const match = matches(typed, candidate.name);
      // Marks that a matcher passes over would fit every name.
      return match === null || (isBegun && match.score <= 0) ? [] : [{ candidate, match }];
    })
    .toSorted((a, b) => b.match.score - a.match.score)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ candidate: { kind, insert, count, name }, match }) => ({
      kind,
      insert: insert(),
      count,
      range,
      label: labelPieces(name, match.ranges),
    }));
}

function labelPieces(name: string, ranges: NameMatch['ranges']): readonly LabelPiece[] {
  const pieces: LabelPiece[] = [];
  let done = 0;
  for (const [start, end] of ranges) {
    pieces.push({ text: name.slice(done, start), isMatch: false }, { text: name.slice(start, end), isMatch: true });
    done = end;
  }
  return [...pieces, { text: name.slice(done), isMatch: false }].filter(({ text }) => text !== '');
}

/** Without pinyin: what is typed must stand in the name, whatever its case and width. Names of one width per character. */
function matchLetters(typed: string, name: string): NameMatch | null {
  const [sought, text] = [normalizeForSearch(typed).trim(), normalizeForSearch(name)];
  if (sought === '') return { score: 0, ranges: [] };
  const at = text.indexOf(sought);
  if (at === -1) return null;
  const isSameLength = text.length === name.length;
  return { score: at === 0 ? 2 : 1, ranges: isSameLength ? [[at, at + sought.length]] : [] };
}
