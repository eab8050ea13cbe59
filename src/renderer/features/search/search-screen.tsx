import { Alert, Button, Empty, Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { FINDABLE_KINDS, type FindableKind } from '#domain/records/record-base';
import { parseSearchText } from '#domain/search/query/parse-search-text';
import type { SearchAnswer } from '#domain/search/search-engine';
import { useQueryContext } from '../../archive/use-query-context.ts';
import { useSession } from '../../archive/session-context.tsx';
import { useUnitNames } from '../../archive/use-unit-directory.ts';
import { LevelSelect, YearSelect } from '../../components/filter-selects.tsx';
import { KIND_NAMES } from '../../components/kind-names.ts';
import { Page } from '../../components/page.tsx';
import { useSearch } from '../../hooks/use-search.ts';
import { HitList } from './hit-list.tsx';
import { messages } from './messages.ts';
import { NO_FILTERS, useSearchState, type ChosenFilters } from './search-state.tsx';
import styles from './search-screen.module.css';

const PAGE_SIZE = 50;

export function SearchScreen() {
  const { records } = useSession();
  const context = useQueryContext();
  const { text, filters, choose } = useSearchState();
  const parsed = useMemo(() => parseSearchText(text, context), [text, context]);
  const [pages, setPages] = useState({ of: '', count: 1 });
  const subject = JSON.stringify([text, filters]);
  const limit = PAGE_SIZE * (pages.of === subject ? pages.count : 1);
  const { found: result, isBroken } = useSearch({
    expression: parsed.expression,
    limit,
    ...(filters.kind === null ? {} : { kinds: [filters.kind] }),
    ...(filters.year === null ? {} : { year: filters.year }),
    ...(filters.level === null ? {} : { levels: [filters.level] }),
    ...(filters.unitId === null ? {} : { unitId: filters.unitId }),
  });
  if (!result) {
    return (
      <Page title={messages.title} hint={isBroken ? undefined : messages.preparing}>
        {isBroken && <Alert type="error" showIcon title={messages.broken} />}
      </Page>
    );
  }
  const isListing = text.trim() === '';
  const rest = result.total - result.hits.length;
  return (
    <Page title={messages.title} hint={isListing ? messages.everything(result.total) : messages.total(result.total)}>
      <Filters result={result} filters={filters} choose={choose} />
      {result.total === 0 ? (
        <NoHits
          text={text}
          filters={filters}
          choose={choose}
          isEmptyArchive={FINDABLE_KINDS.every((kind) => records.list(kind).length === 0)}
        />
      ) : (
        <HitList hits={result.hits} />
      )}
      {rest > 0 && (
        <Button
          className={styles['more'] ?? ''}
          onClick={() => setPages({ of: subject, count: limit / PAGE_SIZE + 1 })}
        >
          {messages.more(Math.min(rest, PAGE_SIZE))}
        </Button>
      )}
    </Page>
  );
}

type FiltersProps = {
  readonly result: SearchAnswer;
  readonly filters: ChosenFilters;
  readonly choose: (change: Partial<ChosenFilters>) => void;
};

function Filters({ result, filters, choose }: FiltersProps) {
  const unitNames = useUnitNames();
  const { facets } = result;
  const kindCount = (kind: FindableKind) => facets.kinds.find(({ value }) => value === kind)?.count ?? 0;
  const isFiltered = Object.values(filters).some((value) => value !== null);
  return (
    <div className={styles['filters']}>
      <Segmented<FindableKind | 'all'>
        className={styles['kinds'] ?? ''}
        value={filters.kind ?? 'all'}
        onChange={(kind) => choose({ kind: kind === 'all' ? null : kind })}
        options={[
          { value: 'all', label: messages.all },
          // What is not there at all would only take room.
          ...FINDABLE_KINDS.filter((kind) => kindCount(kind) > 0 || kind === filters.kind).map((kind) => ({
            value: kind,
            label: messages.item(KIND_NAMES[kind], kindCount(kind)),
          })),
        ]}
      />
      <YearSelect value={filters.year} facets={facets} onChange={(year) => choose({ year })} />
      <LevelSelect value={filters.level} facets={facets} onChange={(level) => choose({ level })} />
      <Select
        className={styles['unit'] ?? ''}
        aria-label={messages.unit}
        placeholder={messages.unit}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filters.unitId}
        onChange={(unitId) => choose({ unitId: unitId ?? null })}
        options={facets.units.map(({ value, count }) => ({
          value,
          label: messages.item(unitNames.get(value) ?? '', count),
        }))}
      />
      {isFiltered && (
        <Button type="link" onClick={() => choose(NO_FILTERS)}>
          {messages.clearFilters}
        </Button>
      )}
    </div>
  );
}

type NoHitsProps = Omit<FiltersProps, 'result'> & { readonly text: string; readonly isEmptyArchive: boolean };

function NoHits({ text, filters, choose, isEmptyArchive }: NoHitsProps) {
  if (isEmptyArchive) return <Empty className={styles['empty'] ?? ''} description={messages.emptyArchive} />;
  const isFiltered = Object.values(filters).some((value) => value !== null);
  return (
    <Empty
      className={styles['empty'] ?? ''}
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          <div>{messages.noHits(text)}</div>
          <div>{isFiltered ? messages.noHitsFiltered : messages.noHitsPlain}</div>
        </>
      }
    >
      {isFiltered && <Button onClick={() => choose(NO_FILTERS)}>{messages.clearFilters}</Button>}
    </Empty>
  );
}
