import type { CharReadings } from '../pinyin/name-table.ts';
import { compileSearch, UNIT_KIND } from './compile-search.ts';
import type { DocumentStore } from './document-store.ts';
import { evaluateSearch } from './evaluate-search.ts';
import type { WantedReading } from './find-reading.ts';
import { hasTerm } from './find-term.ts';
import { createGramDictionary } from './gram-dictionary.ts';
import { isExactGrade } from './match-place.ts';
import { readSearchTerm } from './match-text.ts';
import { findNear, type NearMatches } from './near-matches.ts';
import { findNearTexts } from './near-texts.ts';
import { rankPage, type FoundInView } from './rank-matches.ts';
import { idOf, readFields } from './read-segment.ts';
import { createReadingTable, type ReadingTable } from './reading-table.ts';
import { readPinyinTerm } from './reading-term.ts';
import type { SearchAnswer, SearchEngine, SearchQuery } from './search-engine.ts';
import type { SearchExpression } from './search-expression.ts';
import { createFacetCounter } from './search-facets.ts';
import { createHitMaker } from './search-hit.ts';
import type { SearchNames } from './search-names.ts';
import type { UnitTable } from './unit-table.ts';

export type Searcher = Pick<SearchEngine, 'search' | 'rank' | 'setReadings'>;

/** Answers searches over documents, which may change from one to the next. */
export function createSearcher(documents: DocumentStore, names: SearchNames, units: UnitTable): Searcher {
  let table: ReadingTable | null = null;
  const wantReading = (typed: string): WantedReading | null => {
    const term = table && readPinyinTerm(typed, table);
    return term && { term, units: units.matchReading(term) };
  };
  const compile = (expression: SearchExpression, isExactOnly: boolean) =>
    compileSearch(expression, { names, isExactOnly, matchUnits: units.match, wantReading });
  const unitNames = (unit: number) => namesOfUnit(documents, names, unit);
  const find = (query: SearchQuery) => {
    const { expression, limit, offset = 0, isExactOnly = false, withFacets = true, ...filters } = query;
    const search = compile(expression, isExactOnly);
    const counter = createFacetCounter(filters, names, withFacets);
    const found = documents.views().map((view): FoundInView => {
      return { view, matches: counter.filter(view.segment, evaluateSearch(view, search)) };
    });
    const page = rankPage(found, wholeNumber(offset), wholeNumber(limit));
    return { found, counter, page, hits: () => page.map(createHitMaker(search, names, unitNames)) };
  };
  const findNearTo = (query: SearchQuery): NearMatches | null => {
    const dictionary = createGramDictionary(documents.views());
    return findNear(query.expression, {
      nearTexts: (typed) => findNearTexts(typed, dictionary, table),
      finds: (term) => {
        const search = compile(term, false);
        return documents.views().some((view) => evaluateSearch(view, search).documents.length > 0);
      },
      isThere: (text) => {
        const term = readSearchTerm(text, false);
        return term !== null && documents.views().some((view) => hasTerm(view, term));
      },
      find: (expression, limit) => {
        const { found, hits } = find({ ...query, expression, limit, offset: 0, withFacets: false });
        return { hits: hits(), total: totalsOf(found).total };
      },
    });
  };
  return {
    search: (query) => {
      const { found, counter, hits } = find(query);
      const totals = totalsOf(found);
      const mayBeNear = query.withNear === true && query.isExactOnly !== true && totals.total === 0;
      return {
        ...totals,
        hits: hits(),
        facets: counter.facets(),
        near: mayBeNear ? findNearTo(query) : null,
        ids: () => new Set(found.flatMap(idsOf)),
      };
    },
    rank: (query) => {
      const { found, page } = find({ ...query, withFacets: false });
      return { ...totalsOf(found), ids: page.map(({ view, document }) => idOf(view.segment, document)) };
    },
    setReadings: (readings: CharReadings) => {
      table = createReadingTable(readings);
    },
  };
}

/** All names of a unit by its number, its title first; none when it has no record. */
function namesOfUnit(documents: DocumentStore, names: SearchNames, unit: number): readonly string[] {
  const found = documents.locate(names.units.list[unit] ?? '');
  if (found === null || found.view.segment.values.kind[found.document] !== UNIT_KIND) return [];
  return readFields(found.view.segment, found.document)
    .filter(({ nameNumber }) => ['title', 'unitName'].includes(names.fields.list[nameNumber] ?? ''))
    .map(({ text }) => text);
}

function idsOf({ view, matches }: FoundInView): readonly string[] {
  return Array.from(matches.documents, (document) => idOf(view.segment, document));
}

function totalsOf(found: readonly FoundInView[]): Pick<SearchAnswer, 'total' | 'exactTotal'> {
  return {
    total: found.reduce((sum, { matches }) => sum + matches.documents.length, 0),
    exactTotal: found.reduce((sum, { matches }) => sum + countExact(matches.grades), 0),
  };
}

function countExact(grades: Uint16Array): number {
  let count = 0;
  for (let at = 0; at < grades.length; at += 1) if (isExactGrade(grades[at] as number)) count += 1;
  return count;
}

function wholeNumber(value: number): number {
  return value > 0 ? Math.floor(value) : 0;
}
