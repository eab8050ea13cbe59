import { documentsOf } from './code-sheet.ts';
import { testUnit, UNIT_KIND, type CompiledSearch, type FieldSearch, type TermSearch } from './compile-search.ts';
import { findReading } from './find-reading.ts';
import { estimateMatches, findAnyTerm, findTerm, unitCode } from './find-term.ts';
import { LOOSE_CODE, NO_MATCH, PASSED, PASSED_LOOSELY, type MatchCode, type MatchGrade } from './match-place.ts';
import { matchText } from './match-text.ts';
import {
  allPass,
  filterDocuments,
  gradeDocuments,
  intersectMatches,
  NO_MATCHES,
  uniteMatches,
  withoutMatches,
  type Matches,
} from './matches.ts';
import { visitFields } from './read-segment.ts';
import type { Segment } from './search-segment.ts';
import type { SegmentView } from './segment-view.ts';

/** The living documents of a segment that a search finds. @param within among these only, in order; null for all */
export function evaluateSearch(view: SegmentView, search: CompiledSearch, within: Uint32Array | null = null): Matches {
  switch (search.type) {
    case 'all':
      return evaluateAll(view, search.parts, within);
    case 'any':
      return evaluateAny(view, search.parts, within);
    case 'not': {
      const documents = within ?? view.living();
      return allPass(withoutMatches(documents, evaluateSearch(view, search.part, documents)));
    }
    case 'term':
      return evaluateTerm(view, search, within);
    case 'unit':
      return findReferrers(view, search.unit, within);
    case 'field':
      return findInFields(view, search, within);
    case 'column': {
      const { segment } = view;
      return allPass(filterDocuments(within ?? view.living(), (document) => search.test(segment, document)));
    }
  }
}

/** By its text, and besides by its reading. */
function evaluateTerm(view: SegmentView, search: TermSearch, within: Uint32Array | null): Matches {
  const { term, units, reading } = search;
  const found = findTerm(view, term, units, within);
  if (reading === null) return found;
  return uniteMatches([found, findReading(view, reading, within)], view.segment.size);
}

/** What rules out most and costs least comes first; the rest is asked of what is left only. */
function evaluateAll(view: SegmentView, parts: readonly CompiledSearch[], within: Uint32Array | null): Matches {
  const [first, ...others] = parts
    .map((part) => ({ part, cost: costOf(view, part) }))
    .toSorted((a, b) => a.cost - b.cost);
  if (first === undefined) return allPass(within ?? view.living());
  let matches = evaluateSearch(view, first.part, within);
  for (const { part } of others) {
    if (matches.documents.length === 0) return NO_MATCHES;
    matches = intersectMatches(matches, evaluateSearch(view, part, matches.documents));
  }
  return matches;
}

/** Terms are taken down together; two hundred of them would otherwise each be put in order for itself. */
function evaluateAny(view: SegmentView, parts: readonly CompiledSearch[], within: Uint32Array | null): Matches {
  const isTogether = (part: CompiledSearch) => within === null && part.type === 'term' && part.reading === null;
  const terms = parts.filter((part): part is TermSearch => isTogether(part));
  const others = parts.filter((part) => !isTogether(part));
  const found = others.map((part) => evaluateSearch(view, part, within));
  return uniteMatches([findAnyTerm(view, terms), ...found], view.segment.size);
}

function costOf(view: SegmentView, search: CompiledSearch): number {
  const { size } = view.segment;
  switch (search.type) {
    case 'term':
      // What is found by its reading is not known before it is looked for.
      return search.reading === null ? estimateMatches(view, search.term) : size;
    case 'unit':
      return documentsOf(view.referrers(), search.unit).length;
    case 'column':
      return size;
    case 'field':
      return size * 2;
    case 'any':
      return size * 3;
    case 'all':
      return Math.min(size * 3, ...search.parts.map((part) => costOf(view, part)));
    case 'not':
      return size * 4;
  }
}

function findReferrers(view: SegmentView, unit: number, within: Uint32Array | null): Matches {
  const { segment, dead } = view;
  const refersTo = testUnit(unit);
  if (within !== null) return allPass(filterDocuments(within, (document) => refersTo(segment, document)));
  return allPass(filterDocuments(documentsOf(view.referrers(), unit), (document) => dead[document] === 0));
}

/** Conditions on fields say whether a document passes, and not how well it fits. */
function findInFields(view: SegmentView, search: FieldSearch, within: Uint32Array | null): Matches {
  const grade = (document: number): MatchGrade => {
    const code = Math.min(matchFields(view.segment, document, search), unitCode(view.segment, document, search.units));
    if (code === NO_MATCH) return 0;
    return code < LOOSE_CODE ? PASSED : PASSED_LOOSELY;
  };
  // What does not contain the term anywhere need not be asked where it has it.
  return gradeDocuments(within ?? findAnyTerm(view, [search]).documents, grade);
}

function matchFields(segment: Segment, document: number, search: FieldSearch): MatchCode {
  const { fieldNames } = segment.ranges;
  const wanted = segment.values.kind[document] === UNIT_KIND ? search.unitFields : search.fields;
  let best = NO_MATCH;
  let field = segment.starts.fieldNames[document] as number;
  visitFields(segment, document, (text, start, end) => {
    if (wanted[fieldNames[field] as number] === 1) best = Math.min(best, matchText(text, start, end, search.term));
    field += 1;
  });
  return best;
}
