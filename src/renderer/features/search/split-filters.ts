import type { ParsedSearch } from '#domain/search/query/parse-search-text';
import { yearsOf } from '#domain/search/query/year-ranges';
import type { FilterCondition, SearchExpression } from '#domain/search/search-expression';
import type { SearchFilters } from '#domain/search/search-facets';
import type { Level } from '#domain/vocabulary/levels';

export type SplitSearch = {
  /** What is left to ask for. */
  readonly expression: SearchExpression;
  /** What is the same as a filter of the engine, which then counts what else could be chosen in its place. */
  readonly filters: SearchFilters;
};

type Condition<T extends FilterCondition['type']> = Extract<FilterCondition, { readonly type: T }>;

/**
 * Takes those filters out of a search that the engine knows apart. Both together find the same as before; only the
 * counts differ: what is counted for a filter is not narrowed by that filter itself.
 */
export function splitFilters({ parts, expression }: ParsedSearch): SplitSearch {
  const conditions = parts.map((part) => part.expression);
  const only = <T extends FilterCondition['type']>(type: T): Condition<T> | null => {
    const found = conditions.filter((each): each is Condition<T> => each.type === type);
    // Two of a kind narrow each other, which one filter of the engine could not.
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const [kind, level, unit] = [only('kind'), only('level'), only('unit')];
  const [years, ...moreYears] = conditions.filter((each) => yearsOf(each).length > 0);
  const year = years && moreYears.length === 0 ? years : null;
  const levels = level?.levels.filter((each): each is Level => each !== null) ?? [];
  const taken = new Set<SearchExpression | null>([
    kind,
    unit,
    levels.length === level?.levels.length ? level : null,
    year,
  ]);
  taken.delete(null);
  if (taken.size === 0) return { expression, filters: {} };
  return {
    expression: { type: 'all', parts: conditions.filter((each) => !taken.has(each)) },
    filters: {
      kinds: kind?.kinds,
      unitId: unit?.unitId,
      levels: level && taken.has(level) ? levels : undefined,
      years: year ? yearsOf(year) : undefined,
    },
  };
}
