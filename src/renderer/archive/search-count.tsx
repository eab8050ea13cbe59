import { useTypedSearch } from '../hooks/use-typed-search.ts';

/** How many records a search finds now; nothing until it is known. */
export function SearchCount({ text }: { readonly text: string }) {
  const { found } = useTypedSearch(text, { limit: 0, withFacets: false });
  return found?.total ?? null;
}
