import type { FindableKind } from '../../records/record-base.ts';
import type { Level } from '../../vocabulary/levels.ts';
import type { SearchExpression } from '../search-expression.ts';
import { findKinds, type QueryContext } from './query-context.ts';
import type { ProblemCode } from './query-problem.ts';
import { findLevel, foldWord } from './query-words.ts';
import type { FieldToken, TextRange } from './query-tokens.ts';
import { readYears } from './read-years.ts';

export type Report = (code: ProblemCode, range: TextRange) => void;

type ListItem = TextRange & { readonly text: string };

export const LIST_MARKS = /[,，、;；]/u;

/**
 * What a field and its value ask for; null, with the reason reported, when nothing can be made of the value: it is most
 * often still being typed. Of a list, what is understood counts.
 */
export function readFilter(token: FieldToken, context: QueryContext, report: Report): SearchExpression | null {
  if (foldWord(token.value) === '') {
    report(token.isClosed ? 'empty-value' : 'unclosed-quote', token);
    return null;
  }
  if (!token.isClosed) report('unclosed-quote', { start: token.valueStart, end: token.valueStart + 1 });
  switch (token.field) {
    case 'year':
      return readYearList(token, report);
    case 'level': {
      const levels = readList<Level | null>(token, report, 'unknown-level', (word) => {
        const level = findLevel(word);
        return level === undefined ? [] : [level];
      });
      return levels.length === 0 ? null : { type: 'level', levels };
    }
    case 'kind': {
      const kinds = readList<FindableKind>(token, report, 'unknown-kind', (word) => findKinds(word, context));
      return kinds.length === 0 ? null : { type: 'kind', kinds };
    }
    case 'unit':
      return readUnit(token, context, report);
    case 'unitId':
      return { type: 'unit', unitId: token.value };
    default:
      return { type: 'field', field: token.field, text: token.value };
  }
}

function readYearList(token: FieldToken, report: Report): SearchExpression | null {
  const years = readList(token, report, 'unreadable-year', (word) => {
    const range = readYears(word);
    return range === null ? [] : [range];
  });
  if (years.length === 0) return null;
  return { type: 'any', parts: years.map((range) => ({ type: 'year', ...range })) };
}

/** 单位:水务 is text within names, 单位:=市水务局 the unit of that name; without such a unit, what its name has in it. */
function readUnit(token: FieldToken, context: QueryContext, report: Report): SearchExpression | null {
  if (token.isQuoted || !/^[=＝]/u.test(token.value)) return { type: 'unitName', text: token.value };
  const name = token.value.slice(1);
  if (foldWord(name) === '') {
    report('empty-value', token);
    return null;
  }
  const unitId = context.unitIdOf(name);
  if (unitId !== null) return { type: 'unit', unitId };
  report('unknown-unit', { start: token.valueStart, end: token.end });
  return { type: 'unitName', text: name };
}

function readList<T>(
  token: FieldToken,
  report: Report,
  code: ProblemCode,
  read: (word: string) => readonly T[],
): readonly T[] {
  return listItems(token).flatMap(({ text, start, end }) => {
    const values = read(text);
    if (values.length === 0) report(code, { start, end });
    return values;
  });
}

function listItems({ value, valueStart, end, isQuoted }: FieldToken): readonly ListItem[] {
  if (isQuoted) return [{ text: value, start: valueStart, end }];
  let start = valueStart;
  return value
    .split(LIST_MARKS)
    .map((text) => {
      const item = { text, start, end: start + text.length };
      start = item.end + 1;
      return item;
    })
    .filter(({ text }) => text !== '');
}
