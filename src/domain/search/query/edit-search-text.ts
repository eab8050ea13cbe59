import type { FindableKind } from '../../records/record-base.ts';
import type { Level } from '../../vocabulary/levels.ts';
import type {
  FilterCondition,
  SearchableField,
  SearchableThing,
  SearchExpression,
  TextCondition,
  YearRange,
} from '../search-expression.ts';
import { formatSearchExpression } from './format-search-expression.ts';
import { normalizeExpression } from './normalize-expression.ts';
import { yearsOf } from './year-ranges.ts';
import { isCut, parseSearchText, type ParsedSearch } from './parse-search-text.ts';
import type { QueryPart } from './part-collector.ts';
import type { QueryContext } from './query-context.ts';
import type { TextRange } from './query-tokens.ts';

/** What a filter narrows: of each, a select on the screen sets one. */
export type FilterKey = Exclude<FilterCondition['type'], 'field' | 'has'> | SearchableField | `has:${SearchableThing}`;

/** The filters that stand at the top level and are not excluded. Of several for the same, the first. */
export type QueryFilters = {
  /** Empty when no kind is asked for. */
  readonly kinds: readonly FindableKind[];
  /** Empty when no level is asked for. */
  readonly levels: readonly (Level | null)[];
  /** Empty when no year is asked for. */
  readonly years: readonly YearRange[];
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly fields: Readonly<Partial<Record<SearchableField, string>>>;
  readonly things: Readonly<Partial<Record<SearchableThing, boolean>>>;
};

export function filtersOf({ parts }: ParsedSearch): QueryFilters {
  const filters = parts.map(({ expression }) => expression).filter(isFilter);
  const find = <T extends FilterCondition['type']>(type: T) =>
    filters.find((each): each is Extract<FilterCondition, { type: T }> => each.type === type);
  // The first of several is set last.
  const reversed = filters.toReversed();
  return {
    kinds: find('kind')?.kinds ?? [],
    levels: find('level')?.levels ?? [],
    years: parts.map(({ expression }) => yearsOf(expression)).find((years) => years.length > 0) ?? [],
    unitId: find('unit')?.unitId ?? null,
    unitName: find('unitName')?.text ?? null,
    fields: Object.fromEntries(reversed.flatMap((each) => (each.type === 'field' ? [[each.field, each.text]] : []))),
    things: Object.fromEntries(reversed.flatMap((each) => (each.type === 'has' ? [[each.what, each.isThere]] : []))),
  };
}

/**
 * The text with the filter in place of those at the top level that narrow the same, or behind the rest, which stays as
 * it was typed. A filter that could not narrow (no level, no kind, no text) takes the place of nothing: the others go.
 * The text is written anew only where what was typed could not be kept, such as a quote that was never closed.
 */
export function withFilter(text: string, condition: FilterCondition, context: QueryContext): string {
  const key = keyOf(condition);
  return isIdle(condition) ? withoutFilter(text, key, context) : withNarrowing(text, key, condition, context);
}

/** The same with any of some years. */
export function withYears(text: string, years: readonly YearRange[], context: QueryContext): string {
  if (years.length === 0) return withoutFilter(text, 'year', context);
  const parts = years.map((range) => ({ type: 'year', ...range }) as const);
  return withNarrowing(text, 'year', { type: 'any', parts }, context);
}

function withNarrowing(text: string, key: FilterKey, condition: SearchExpression, context: QueryContext): string {
  const { parts, problems } = parseSearchText(text, context);
  const [first, ...others] = parts.filter((part) => narrows(part, key));
  const word = formatSearchExpression(condition, context);
  const asked = [...parts.filter((part) => !narrows(part, key)).map(({ expression }) => expression), condition];
  const prepended = `${word} ${withoutRanges(
    text,
    parts.filter((part) => narrows(part, key)),
  )}`.trim();
  const candidates =
    first === undefined
      ? [`${text.trimEnd()} ${word}`.trim()]
      : [replaceRange(withoutRanges(text, others), first, word)];
  // What lies behind a limit is not read: there a new filter would do nothing.
  if (problems.some(isCut)) return prepended;
  return firstThatReads([...candidates, prepended], asked, context);
}

/** The text without the filters at the top level that narrow the same. */
export function withoutFilter(text: string, key: FilterKey, context: QueryContext): string {
  const { parts } = parseSearchText(text, context);
  const gone = parts.filter((part) => narrows(part, key));
  if (gone.length === 0) return text;
  const asked = parts.filter((part) => !gone.includes(part)).map(({ expression }) => expression);
  return firstThatReads([withoutRanges(text, gone)], asked, context);
}

/** The text without one part, or without what a problem names. */
export function withoutPart(text: string, part: TextRange, context: QueryContext): string {
  const { parts } = parseSearchText(text, context);
  const asked = parts.filter(({ start, end }) => start !== part.start || end !== part.end);
  return firstThatReads(
    [withoutRanges(text, [part])],
    asked.map(({ expression }) => expression),
    context,
  );
}

/** The first text that asks for exactly these parts, in any order; else one that is written anew. */
function firstThatReads(
  candidates: readonly string[],
  asked: readonly SearchExpression[],
  context: QueryContext,
): string {
  const wanted = fingerprint(asked);
  const fitting = candidates.find(
    (candidate) => fingerprint(parseSearchText(candidate, context).parts.map((part) => part.expression)) === wanted,
  );
  return fitting ?? asked.map((part) => formatApart(part, context)).join(' ');
}

/** A group stays one: the filters in it do not stand at the top level. */
function formatApart(part: SearchExpression, context: QueryContext): string {
  const text = formatSearchExpression(part, context);
  const isGroup = (part.type === 'all' || part.type === 'any') && part.parts.length > 0;
  return isGroup ? `(${text})` : text;
}

function fingerprint(parts: readonly SearchExpression[]): string {
  return JSON.stringify(parts.map((part) => JSON.stringify(normalizeExpression(part))).toSorted());
}

/** The ranges in order; blanks around what goes become one. */
function withoutRanges(text: string, ranges: readonly TextRange[]): string {
  return ranges.toReversed().reduce((rest, { start, end }) => {
    const pieces = [rest.slice(0, start).trimEnd(), rest.slice(end).trimStart()];
    return pieces.filter((piece) => piece !== '').join(' ');
  }, text);
}

function replaceRange(text: string, { start, end }: TextRange, word: string): string {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const gapBefore = before === '' || /\s$/u.test(before) ? '' : ' ';
  const gapAfter = after === '' || /^\s/u.test(after) ? '' : ' ';
  return before + gapBefore + word + gapAfter + after;
}

function narrows({ expression }: QueryPart, key: FilterKey): boolean {
  if (isFilter(expression)) return keyOf(expression) === key;
  return key === 'year' && yearsOf(expression).length > 0;
}

function isFilter(
  expression: SearchExpression,
): expression is Exclude<SearchExpression, { type: 'all' | 'any' | 'not' } | TextCondition> {
  return !['all', 'any', 'not', 'text'].includes(expression.type);
}

function keyOf(condition: FilterCondition): FilterKey {
  switch (condition.type) {
    case 'field':
      return condition.field;
    case 'has':
      return `has:${condition.what}`;
    default:
      return condition.type;
  }
}

function isIdle(condition: FilterCondition): boolean {
  if (condition.type === 'year') return condition.from === null && condition.to === null;
  const { type } = normalizeExpression(condition);
  return type === 'all' || type === 'any';
}
