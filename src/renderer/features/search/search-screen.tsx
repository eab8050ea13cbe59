import { Alert, Button } from 'antd';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { parseSearchText } from '#domain/search/query/parse-search-text';
import { useQueryContext } from '../../archive/use-query-context.ts';
import { Page } from '../../components/page.tsx';
import { useSearch } from '../../hooks/use-search.ts';
import { ConditionChips } from './condition-chips.tsx';
import { FacetRow } from './facet-row.tsx';
import { HitList } from './hit-list.tsx';
import { messages } from './messages.ts';
import { NearHits } from './near-hits.tsx';
import { NoHits } from './no-hits.tsx';
import { ResultActions } from './result-actions.tsx';
import { SearchStarts } from './saved-searches.tsx';
import { useSearchState } from './search-state.tsx';
import { splitFilters } from './split-filters.ts';
import { useFacets } from './use-facets.ts';
import { useHitWish } from './use-hit-wish.ts';
import styles from './search-screen.module.css';

const PAGE_SIZE = 50;

/** What was typed into the box above: its conditions, what else could narrow it, and what it finds. */
export function SearchScreen() {
  const context = useQueryContext();
  const { text, isExactOnly, type, setExactOnly, remember } = useSearchState();
  const parsed = useMemo(() => parseSearchText(text, context), [text, context]);
  const question = useMemo(() => {
    const { expression, filters } = splitFilters(parsed);
    return { ...filters, expression, isExactOnly };
  }, [parsed, isExactOnly]);
  const [pages, setPages] = useState({ of: '', count: 1 });
  const limit = PAGE_SIZE * (pages.of === text ? pages.count : 1);
  const { found, isBroken, isCurrent } = useSearch({ ...question, limit });
  // Asked only now: it waits for the dictionary of readings, which the first search of a day should not.
  const isNothing = isCurrent && found?.total === 0;
  const near = useSearch(isNothing ? { ...question, limit: 0, withNear: true } : null);
  useHitWish(isCurrent && (!isNothing || near.isCurrent));
  const facets = useFacets(found?.facets ?? null, { text, parsed, context, isExactOnly });
  const change = useCallback((next: string) => type(next, false), [type]);
  // Filters and actions take longer to draw than the hits, and are looked at after them.
  const around = useMemo(
    () => ({ text, parsed, context, facets, found, question, isExactOnly, remember }),
    [text, parsed, context, facets, found, question, isExactOnly, remember],
  );
  const late = useDeferredValue(around);
  const drawn = late.facets === null ? around : late;
  if (!found || !facets || !drawn.found || !drawn.facets) {
    return (
      <Page title={messages.title} hint={isBroken ? undefined : messages.preparing}>
        {isBroken && <Alert type="error" showIcon title={messages.broken} />}
      </Page>
    );
  }
  const isListing = text.trim() === '';
  const rest = found.total - found.hits.length;
  return (
    <Page
      title={messages.title}
      hint={<output>{isListing ? messages.everything(found.total) : messages.total(found.total)}</output>}
      actions={
        <ResultActions
          text={drawn.text}
          isExactOnly={drawn.isExactOnly}
          question={drawn.question}
          total={drawn.found.total}
          kinds={drawn.found.facets.kinds}
          onExactOnly={setExactOnly}
          onRemember={drawn.remember}
        />
      }
    >
      <ConditionChips text={text} parsed={parsed} context={context} onChange={change} />
      {isListing && <SearchStarts />}
      <FacetRow
        text={drawn.text}
        parsed={drawn.parsed}
        context={drawn.context}
        facets={drawn.facets}
        onChange={change}
      />
      {isNothing && near.found?.near && <NearHits near={near.found.near} />}
      {isNothing && near.isCurrent && !near.found?.near && <NoHits parsed={parsed} context={context} />}
      {found.total > 0 && <HitList hits={found.hits} />}
      {rest > 0 && (
        <Button className={styles['more'] ?? ''} onClick={() => setPages({ of: text, count: limit / PAGE_SIZE + 1 })}>
          {messages.more(Math.min(rest, PAGE_SIZE))}
        </Button>
      )}
    </Page>
  );
}
