import { normalizeForSearch } from './normalize-text.ts';
import type { SearchExpression } from './search-expression.ts';

/** Words apart by blanks must all be found, each within one field. Nothing but blanks admits every record. */
export function readPlainQuery(text: string): SearchExpression {
  const words = normalizeForSearch(text)
    .split(' ')
    .filter((word) => word !== '');
  return {
    type: 'all',
    parts: [...new Set(words)].map((word) => ({ type: 'text', text: word, isPhrase: false })),
  };
}
