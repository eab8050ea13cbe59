import type { QueryPart } from '#domain/search/query/part-collector';
import type { QueryContext } from '#domain/search/query/query-context';
import { formatSearchExpression } from '#domain/search/query/format-search-expression';
import { yearsOf } from '#domain/search/query/year-ranges';
import type { SearchExpression } from '#domain/search/search-expression';
import { messages } from './messages.ts';

/** What a part asks for in words, as its chip says it; null for plain words, which can be read in the box. */
export function partLabel({ expression }: QueryPart, context: QueryContext): string | null {
  return expression.type === 'text' && !expression.isPhrase ? null : label(expression, context);
}

function label(expression: SearchExpression, context: QueryContext): string {
  switch (expression.type) {
    case 'not':
      return messages.chips.without(label(expression.part, context));
    case 'any':
      if (yearsOf(expression).length > 0) return inTypedWords(expression, context);
      return expression.parts.map((part) => label(part, context)).join(messages.chips.or);
    case 'all':
      return expression.parts.map((part) => label(part, context)).join(messages.chips.and);
    case 'text':
      return expression.isPhrase ? messages.chips.phrase(expression.text) : expression.text;
    case 'unit':
      return messages.chips.unit(context.unitNameOf(expression.unitId) ?? expression.unitId);
    default:
      return inTypedWords(expression, context);
  }
}

/** In the words in which it could have been typed. */
function inTypedWords(expression: SearchExpression, context: QueryContext): string {
  return formatSearchExpression(expression, context).replace(':', '：');
}
