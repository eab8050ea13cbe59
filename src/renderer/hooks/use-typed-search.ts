import { useMemo } from 'react';
import { parseSearchText } from '#domain/search/query/parse-search-text';
import { useQueryContext } from '../archive/use-query-context.ts';
import type { SearchQuestion } from '../workers/search-messages.ts';
import { useSearch, type SearchState } from './use-search.ts';

/** What a text finds when it is read in the language of searches. Null asks nothing. */
export function useTypedSearch(text: string | null, wanted: Omit<SearchQuestion, 'expression'>): SearchState {
  const context = useQueryContext();
  const expression = useMemo(() => (text === null ? null : parseSearchText(text, context).expression), [text, context]);
  return useSearch(expression && { ...wanted, expression });
}
