import { useMemo } from 'react';
import type { SearchVocabulary } from '#domain/search/query/complete-search-text';
import type { FacetCount } from '#domain/search/search-facets';
import { useUnitNames } from '../../archive/use-unit-directory.ts';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { usePinyinMatcher } from '../../hooks/use-pinyin-matcher.ts';
import { useSearch } from '../../hooks/use-search.ts';

const EVERYTHING = { expression: { type: 'all', parts: [] }, limit: 0 } as const;

/** What can be suggested below the box: what there is in the archive, with how often. Asks nothing until it is wanted. */
export function useVocabulary(recent: readonly string[], isWanted: boolean): SearchVocabulary {
  const { match } = usePinyinMatcher();
  const unitNames = useUnitNames();
  const facets = useSearch(isWanted ? EVERYTHING : null).found?.facets;
  return useMemo(() => {
    const values = facets && {
      kind: named(facets.kinds, (kind) => KIND_NAMES[kind]),
      year: named(facets.years, String),
      level: named(facets.levels, String),
      unit: named(facets.units, (id) => unitNames.get(id) ?? ''),
      work: named(facets.works, String),
      series: named(facets.series, String),
      status: named(facets.statuses, String),
    };
    return { matches: match, values: values ?? {}, recent };
  }, [match, unitNames, facets, recent]);
}

function named<T>(counts: readonly FacetCount<T>[], nameOf: (value: T) => string) {
  return counts.map(({ value, count }) => ({ name: nameOf(value), count }));
}
