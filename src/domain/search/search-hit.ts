import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import { FINDABLE_KINDS, type FindableKind, type RecordId } from '../records/record-base.ts';
import type { CompiledSearch } from './compile-search.ts';
import { matchDocument, unitCode, type UnitCodes } from './find-term.ts';
import {
  isExactGrade,
  LOOSE_CODE,
  NO_MATCH,
  placeOf,
  scoreOf,
  shapeOf,
  type MatchCode,
  type MatchPlace,
  type MatchShape,
} from './match-place.ts';
import type { SearchTerm } from './match-text.ts';
import { foldText } from './fold-text.ts';
import { normalizeForSearch } from './normalize-text.ts';
import { unpackDate } from './packed-document.ts';
import type { RankedDocument } from './rank-matches.ts';
import { columnsOf, idOf, rangeOf, readFields } from './read-segment.ts';
import { findHighlights, type Highlight, type HighlightTerm } from './search-highlight.ts';
import type { SearchNames } from './search-names.ts';
import { makeSnippet, type ShownField, type Snippet } from './search-snippet.ts';
import type { SegmentView } from './segment-view.ts';

/** Why a record was found where it was: the best match of one term of the search. */
export type TermReason = {
  /** The term, normalised. */
  readonly text: string;
  readonly place: MatchPlace;
  readonly shape: MatchShape;
  /** False when only blanks, punctuation or traditional characters set it apart from what was typed. */
  readonly isExact: boolean;
};

export type SearchHit = {
  readonly id: RecordId;
  readonly kind: FindableKind;
  readonly title: string;
  readonly titleHighlights: readonly Highlight[];
  /** Null for a unit. */
  readonly date: FuzzyDate | null;
  /** The bodies and persons as printed. */
  readonly units: readonly string[];
  readonly snippet: Snippet;
  /** The sum over the terms, each from 9, a whole title, to 1, a part of any field but title and bodies. */
  readonly score: number;
  /** False for a hit of the second tier: something in it was found loosely only. */
  readonly isExact: boolean;
  readonly reasons: readonly TermReason[];
};

/** What makes hits of what one search found. */
export type HitMaker = (found: RankedDocument) => SearchHit;

/** @param unitNames all names of a unit by its number, none when it is not known */
export function createHitMaker(
  search: CompiledSearch,
  names: SearchNames,
  unitNames: (unit: number) => readonly string[],
): HitMaker {
  const terms = termsOf(search);
  const namesOf = remember(unitNames);
  return ({ view, document, grade }) => {
    const found = terms.map((each) => ({ ...each, code: codeOf(view, document, each) }));
    // What stands there as typed is marked as typed; reading all fields loosely would take most of the time.
    const marks = found.map(({ term, code }): HighlightTerm => {
      return { text: term.text, loose: code < LOOSE_CODE || term.loose === null ? null : foldText(term.text) };
    });
    const fields = fieldsOf(view, document, names);
    const title = fields[0]?.text ?? '';
    const columns = columnsOf(view.segment, document);
    const units = fields.filter(({ name }) => name === 'body').map(({ text }) => text);
    const referred = [...rangeOf(view.segment, 'units', document)].flatMap(namesOf);
    return {
      id: idOf(view.segment, document) as RecordId,
      kind: FINDABLE_KINDS[columns.kind] ?? 'honor',
      title,
      titleHighlights: findHighlights(title, marks),
      date: unpackDate(columns, fields[columns.rawDate - 1]?.text ?? ''),
      units,
      snippet: snippetOf(fields, units, referred, marks),
      score: scoreOf(grade),
      isExact: isExactGrade(grade),
      reasons: found.flatMap(toReason),
    };
  };
}

/** A term of a search, and whether it only says where the document has to have it. */
type HitTerm = { readonly term: SearchTerm; readonly units: UnitCodes; readonly isFilter: boolean };

/** The terms that are marked in a document; what is shut out is not. */
function termsOf(search: CompiledSearch): readonly HitTerm[] {
  switch (search.type) {
    case 'all':
    case 'any':
      return distinctBy(search.parts.flatMap(termsOf), ({ term, isFilter }) => `${term.text} ${isFilter}`);
    case 'term':
    case 'field':
      return [{ term: search.term, units: search.units, isFilter: search.type === 'field' }];
    case 'not':
    case 'unit':
    case 'column':
      return [];
  }
}

function remember<T>(read: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    const value = known.get(key) ?? read(key);
    known.set(key, value);
    return value;
  };
}

function distinctBy<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

function codeOf(view: SegmentView, document: number, { term, units }: HitTerm): MatchCode {
  return Math.min(matchDocument(view, document, term), unitCode(view, document, units));
}

function toReason({ term, code, isFilter }: HitTerm & { readonly code: MatchCode }): readonly TermReason[] {
  if (isFilter || code === NO_MATCH) return [];
  return [{ text: term.text, place: placeOf(code), shape: shapeOf(code), isExact: code < LOOSE_CODE }];
}

function fieldsOf({ segment }: SegmentView, document: number, names: SearchNames): readonly ShownField[] {
  return readFields(segment, document).map(({ nameNumber, text, normalized }) => ({
    name: names.fields.list[nameNumber] ?? '',
    text,
    normalized,
  }));
}

function snippetOf(
  fields: readonly ShownField[],
  units: readonly string[],
  referred: readonly string[],
  highlights: readonly HighlightTerm[],
): Snippet {
  // By another name of its unit a document is found without that name standing in it.
  const aliases = distinctBy(referred, (name) => name).filter((name) => !units.includes(name));
  const behind = fields.findLastIndex(({ name }) => name === 'body') + 1 || 1;
  const shown = aliases.map((name): ShownField => ({
    name: 'unitName',
    text: name,
    normalized: normalizeForSearch(name),
  }));
  return makeSnippet([...fields.slice(0, behind), ...shown, ...fields.slice(behind)], highlights);
}
