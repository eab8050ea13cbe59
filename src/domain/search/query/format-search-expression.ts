import type { FilterCondition, SearchExpression, YearRange } from '../search-expression.ts';
import { normalizeExpression } from './normalize-expression.ts';
import { findKinds, type QueryContext } from './query-context.ts';
import { readTokens } from './query-tokens.ts';
import { FIELD_NAMES, OR_WORD, thingWord, UNSETTLED_LEVEL, type QueryField } from './query-words.ts';
import { LIST_MARKS } from './read-filter.ts';
import { yearsOf } from './year-ranges.ts';

/**
 * The text by which a search box asks for the expression, in its one form: reading it gives the normalised expression
 * again. Empty for what admits every record. This holds within the limits of `parseSearchText`, for years that a date
 * may have (1800 to 2999), and as long as the context stays.
 */
export function formatSearchExpression(expression: SearchExpression, context: QueryContext): string {
  const normalized = normalizeExpression(expression);
  if (normalized.type !== 'all') return formatPart(normalized, context);
  return normalized.parts.map((part) => formatOperand(part, context)).join(' ');
}

/** A value as it can stand behind a colon: as it is, or in quotes where the language would read it otherwise. */
export function formatValue(text: string): string {
  const [, token, ...rest] = readTokens(`(${FIELD_NAMES.title[0]}:${text})`);
  const isPlain =
    rest.length === 1 && token?.type === 'field' && !token.isQuoted && token.value === text && !/^[=＝]/u.test(text);
  return isPlain ? text : quote(text);
}

/** The same as one of several values apart by commas. */
export function formatListValue(text: string): string {
  return LIST_MARKS.test(text) ? quote(text) : formatValue(text);
}

/** As it stands alone, where it needs no parentheses. */
function formatPart(expression: SearchExpression, context: QueryContext): string {
  switch (expression.type) {
    case 'all':
    case 'any': {
      const years = yearsOf(expression);
      if (years.length > 0) return formatField('year', years.map(formatYears).join(','));
      const joint = expression.type === 'any' ? ` ${OR_WORD} ` : ' ';
      // Only the whole can admit nothing.
      if (expression.parts.length === 0) return expression.type === 'any' ? '-()' : '()';
      return expression.parts.map((part) => formatOperand(part, context)).join(joint);
    }
    case 'not':
      return `-${formatOperand(expression.part, context)}`;
    case 'text':
      return expression.isPhrase ? quote(expression.text) : expression.text;
    default:
      return formatFilter(expression, context);
  }
}

function formatOperand(expression: SearchExpression, context: QueryContext): string {
  const text = formatPart(expression, context);
  const isGroup = expression.type === 'all' || expression.type === 'any';
  return isGroup && yearsOf(expression).length === 0 ? `(${text})` : text;
}

function formatFilter(condition: FilterCondition, context: QueryContext): string {
  switch (condition.type) {
    case 'kind':
      return formatField('kind', condition.kinds.map((kind) => kindWord(kind, context)).join(','));
    case 'year':
      return formatField('year', formatYears(condition));
    case 'level':
      return formatField('level', condition.levels.map((level) => level ?? UNSETTLED_LEVEL).join(','));
    case 'unitName':
      return formatField('unit', formatValue(condition.text));
    case 'unit':
      return formatUnit(condition.unitId, context);
    case 'field':
      return formatField(condition.field, formatValue(condition.text));
    case 'has':
      return thingWord(condition);
  }
}

function formatYears({ from, to }: YearRange): string {
  return from === to ? String(from) : `${from ?? ''}..${to ?? ''}`;
}

function formatField(field: QueryField, value: string): string {
  return `${FIELD_NAMES[field][0]}:${value}`;
}

/** The usual name of a kind where it is its own alone and can stand in a list, else the word that scripts use. */
function kindWord(kind: string, context: QueryContext): string {
  const name = context.kindNames.find((each) => each.kind === kind)?.names[0];
  if (name === undefined || formatListValue(name) !== name || name.trim() === '') return kind;
  return findKinds(name, context).length === 1 ? name : kind;
}

/** By its name where that says which unit it is, so that people can read it; else by its id. */
function formatUnit(unitId: string, { unitNameOf, unitIdOf }: QueryContext): string {
  const name = unitNameOf(unitId);
  const isTelling = name !== null && unitIdOf(name) === unitId && name.trim() !== '' && formatValue(name) === name;
  return isTelling ? formatField('unit', `=${name}`) : formatField('unitId', formatValue(unitId));
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
