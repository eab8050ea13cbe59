import type { FuzzyDate } from '../dates/fuzzy-date.ts';
import { FINDABLE_KINDS, type FindableKind, type RecordId } from '../records/record-base.ts';
import type { CompiledSearch } from './compile-search.ts';
import { readingCode, type WantedReading } from './find-reading.ts';
import { matchDocument, unitCode, type UnitCodes } from './find-term.ts';
import {
  isExactGrade,
  isTextGrade,
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
import type { Segment } from './search-segment.ts';
import type { SegmentView } from './segment-view.ts';

/** Why a record was found where it was: the best match of one term of the search. */
export type TermReason = {
  /** The term, normalised. */
  readonly text: string;
  readonly place: MatchPlace;
  readonly shape: MatchShape;
  /** False when blanks, punctuation or traditional characters set it apart from what was typed, or it is only read so. */
  readonly isExact: boolean;
  /** True when it was found by how its characters are read. */
  readonly isPinyin: boolean;
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
  /** False for a hit of the lower tiers: something in it was found loosely, or by pinyin only. */
  readonly isExact: boolean;
  /** True for a hit of the last tier: something in it was found by pinyin only. */
  readonly isPinyin: boolean;
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
    const found = terms.map((each): FoundTerm => ({ ...each, ...codeOf(view.segment, document, each) }));
    const marks = found.map(toMark);
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
      isPinyin: !isTextGrade(grade),
      reasons: found.flatMap(toReason),
    };
  };
}

/** A term of a search, and whether it only says where the document has to have it. */
type HitTerm = {
  readonly term: SearchTerm;
  readonly units: UnitCodes;
  readonly reading: WantedReading | null;
  readonly isFilter: boolean;
};
/** `code` is how well it fits a document by its text or, if `isPinyin`, by its reading. */
type FoundTerm = HitTerm & { readonly code: MatchCode; readonly isPinyin: boolean };

/** The terms that are marked in a document; what is shut out is not. */
function termsOf(search: CompiledSearch): readonly HitTerm[] {
  switch (search.type) {
    case 'all':
    case 'any':
      return distinctBy(search.parts.flatMap(termsOf), ({ term, isFilter }) => `${term.text} ${isFilter}`);
    case 'term':
      return [{ term: search.term, units: search.units, reading: search.reading, isFilter: false }];
    case 'field':
      return [{ term: search.term, units: search.units, reading: null, isFilter: true }];
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

function codeOf(
  segment: Segment,
  document: number,
  { term, units, reading }: HitTerm,
): Pick<FoundTerm, 'code' | 'isPinyin'> {
  const code = Math.min(matchDocument(segment, document, term), unitCode(segment, document, units));
  if (code !== NO_MATCH || reading === null) return { code, isPinyin: false };
  return { code: readingCode(segment, document, reading), isPinyin: true };
}

/** What stands there as typed is marked as typed; reading all fields loosely would take most of the time. */
function toMark({ term, code, isPinyin, reading }: FoundTerm): HighlightTerm {
  const isLoose = !isPinyin && code >= LOOSE_CODE && term.loose !== null;
  return {
    text: term.text,
    loose: isLoose ? foldText(term.text) : null,
    reading: isPinyin && code !== NO_MATCH ? (reading?.term ?? null) : null,
  };
}

function toReason({ term, code, isFilter, isPinyin }: FoundTerm): readonly TermReason[] {
  if (isFilter || code === NO_MATCH) return [];
  const isExact = !isPinyin && code < LOOSE_CODE;
  return [{ text: term.text, place: placeOf(code), shape: shapeOf(code), isExact, isPinyin }];
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
