import { useMemo } from 'react';
import { filtersOf, withoutFilter, type FilterKey } from '#domain/search/query/edit-search-text';
import { parseSearchText, type ParsedSearch } from '#domain/search/query/parse-search-text';
import type { QueryContext } from '#domain/search/query/query-context';
import type { SearchFacets } from '#domain/search/search-facets';
import { useSearch } from '../../hooks/use-search.ts';
import { splitFilters } from './split-filters.ts';

type Asked = {
  readonly text: string;
  readonly parsed: ParsedSearch;
  readonly context: QueryContext;
  readonly isExactOnly: boolean;
};

/**
 * What could be chosen, with how many records each choice would leave given everything else. The engine does not narrow
 * a count by its own filter; where it cannot know a filter apart, as with text within a series, it is asked once more
 * without it.
 */
export function useFacets(counted: SearchFacets | null, asked: Asked): SearchFacets | null {
  const { fields } = useMemo(() => filtersOf(asked.parsed), [asked.parsed]);
  const works = useFacetsWithout('work', fields.work !== undefined, asked)?.works;
  const series = useFacetsWithout('series', fields.series !== undefined, asked)?.series;
  const statuses = useFacetsWithout('status', fields.status !== undefined, asked)?.statuses;
  return useMemo(
    () =>
      counted && {
        ...counted,
        works: works ?? counted.works,
        series: series ?? counted.series,
        statuses: statuses ?? counted.statuses,
      },
    [counted, works, series, statuses],
  );
}

function useFacetsWithout(key: FilterKey, isChosen: boolean, asked: Asked): SearchFacets | null {
  const { text, context, isExactOnly } = asked;
  const question = useMemo(() => {
    if (!isChosen) return null;
    const { expression, filters } = splitFilters(parseSearchText(withoutFilter(text, key, context), context));
    return { ...filters, expression, isExactOnly, limit: 0 };
  }, [key, isChosen, text, context, isExactOnly]);
  return useSearch(question).found?.facets ?? null;
}
