import { useMemo } from 'react';
import { parseSearchText } from '#domain/search/query/parse-search-text';
import { useSearch } from '../hooks/use-search.ts';
import { useQueryContext } from './use-query-context.ts';

/** How many records a search finds now; nothing until it is known. */
export function SearchCount({ text }: { readonly text: string }) {
  const context = useQueryContext();
  const { expression } = useMemo(() => parseSearchText(text, context), [text, context]);
  const { found } = useSearch({ expression, limit: 0, withFacets: false });
  return found?.total ?? null;
}
