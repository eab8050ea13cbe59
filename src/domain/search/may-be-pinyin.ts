import { countLetters, FEWEST_LETTERS, foldPinyin } from './reading-term.ts';
import type { SearchExpression } from './search-expression.ts';

/** Whether any term of a search may be found by pinyin, so that readings are of use to it. */
export function mayBePinyin(expression: SearchExpression): boolean {
  switch (expression.type) {
    case 'all':
    case 'any':
      return expression.parts.some(mayBePinyin);
    case 'text':
      return !expression.isPhrase && countLetters(foldPinyin(expression.text)) >= FEWEST_LETTERS;
    default:
      return false;
  }
}
