import { FINDABLE_KINDS } from '../records/record-base.ts';
import { LEVELS } from '../vocabulary/levels.ts';
import type { WantedReading } from './find-reading.ts';
import type { UnitCodes } from './find-term.ts';
import { NO_MATCH, type MatchCode } from './match-place.ts';
import { END_MARK, fieldMark, matchText, readSearchTerm, toUnits, type SearchTerm } from './match-text.ts';
import { normalizeForSearch } from './normalize-text.ts';
import { thingBits } from './packed-document.ts';
import type { FilterCondition, SearchExpression, SearchableField } from './search-expression.ts';
import type { NameList, SearchNames } from './search-names.ts';
import type { Segment } from './search-segment.ts';

/** Whether a document of a segment passes. */
export type ColumnTest = (segment: Segment, document: number) => boolean;

/** A search made ready for any segment: texts normalised, names turned into numbers. */
export type CompiledSearch =
  | { readonly type: 'all'; readonly parts: readonly CompiledSearch[] }
  | { readonly type: 'any'; readonly parts: readonly CompiledSearch[] }
  | { readonly type: 'not'; readonly part: CompiledSearch }
  | TermSearch
  | FieldSearch
  /** The documents that refer to a unit, by its number; -1 for one that none refers to. */
  | { readonly type: 'unit'; readonly unit: number }
  | { readonly type: 'column'; readonly test: ColumnTest };

/** A term anywhere, and by how it is read when it may be pinyin. */
export type TermSearch = {
  readonly type: 'term';
  readonly term: SearchTerm;
  readonly units: UnitCodes;
  readonly reading: WantedReading | null;
};

/** A term within some fields, or by the name of a unit. */
export type FieldSearch = {
  readonly type: 'field';
  readonly term: SearchTerm;
  /** One for the number of each field's name that counts. */
  readonly fields: Uint8Array;
  /** The same for documents that are units. */
  readonly unitFields: Uint8Array;
  readonly units: UnitCodes;
};

export type CompileContext = {
  readonly names: SearchNames;
  readonly isExactOnly: boolean;
  /** How well a term fits the names of the units that are known. */
  readonly matchUnits: (term: SearchTerm) => UnitCodes;
  /** What is to be found by its reading for a typed text, if that is anything. */
  readonly wantReading: (typed: string) => WantedReading | null;
};

const EVERYTHING: CompiledSearch = { type: 'all', parts: [] };
const NO_UNITS: UnitCodes = new Map();
export const UNIT_KIND = FINDABLE_KINDS.indexOf('unit');

export function compileSearch(expression: SearchExpression, context: CompileContext): CompiledSearch {
  switch (expression.type) {
    case 'all':
    case 'any':
      return { type: expression.type, parts: expression.parts.map((part) => compileSearch(part, context)) };
    case 'not':
      // What is shut out has to stand there as typed: nothing disappears because of something similar.
      return { type: 'not', part: compileSearch(expression.part, { ...context, isExactOnly: true }) };
    case 'text': {
      const term = readSearchTerm(expression.text, context.isExactOnly || expression.isPhrase);
      if (term === null) return EVERYTHING;
      const isAsTyped = context.isExactOnly || expression.isPhrase;
      const reading = isAsTyped ? null : context.wantReading(expression.text);
      return { type: 'term', term, units: context.matchUnits(term), reading };
    }
    default:
      return compileFilter(expression, context);
  }
}

function compileFilter(condition: FilterCondition, context: CompileContext): CompiledSearch {
  switch (condition.type) {
    case 'kind':
      return column(testKinds(condition.kinds.map((kind) => FINDABLE_KINDS.indexOf(kind))));
    case 'year':
      return column(testYears(condition.from, condition.to));
    case 'level':
      return column(testLevels(condition.levels.map((level) => (level === null ? 0 : LEVELS.indexOf(level) + 1))));
    case 'unit':
      return { type: 'unit', unit: context.names.units.find(condition.unitId) };
    case 'has':
      return column(testThing(thingBits([condition.what]), condition.isThere));
    case 'unitName':
      return compileUnitName(condition.text, context);
    case 'field':
      return condition.field === 'status' ? compileStatus(condition.text, context) : compileField(condition, context);
  }
}

function compileUnitName(text: string, context: CompileContext): CompiledSearch {
  const term = readSearchTerm(text, context.isExactOnly);
  if (term === null) return EVERYTHING;
  const { fields } = context.names;
  return {
    type: 'field',
    term,
    fields: flags(fields, ['body']),
    unitFields: flags(fields, ['title', 'unitName']),
    units: context.matchUnits(term),
  };
}

const FIELD_NAMES: Readonly<Record<Exclude<SearchableField, 'status'>, string>> = {
  title: 'title',
  round: 'round',
  series: 'series',
  work: 'works',
  documentNo: 'documentNo',
  certificateNo: 'certificateNo',
  place: 'place',
  programme: 'programme',
};

function compileField(
  { field, text }: Extract<FilterCondition, { type: 'field' }>,
  { names, isExactOnly }: CompileContext,
): CompiledSearch {
  const term = readSearchTerm(text, isExactOnly);
  if (term === null || field === 'status') return EVERYTHING;
  const fields = flags(names.fields, [FIELD_NAMES[field]]);
  const unitFields = field === 'title' ? flags(names.fields, ['title', 'unitName']) : fields;
  return { type: 'field', term, fields, unitFields, units: NO_UNITS };
}

/** The few statuses are matched once instead of once for each document; a loose match counts like one as typed. */
function compileStatus(text: string, { names, isExactOnly }: CompileContext): CompiledSearch {
  const term = readSearchTerm(text, isExactOnly);
  if (term === null) return EVERYTHING;
  const matching = new Set(
    names.statuses.list.flatMap((status, number) => (matchName(status, term) === NO_MATCH ? [] : [number + 1])),
  );
  return column(({ values }, document) => matching.has(values.status[document] as number));
}

/** How well a term fits one text that stands alone. */
function matchName(name: string, term: SearchTerm): MatchCode {
  const text = toUnits(String.fromCharCode(fieldMark(0)) + normalizeForSearch(name) + String.fromCharCode(END_MARK));
  return matchText(text, 0, text.length - 1, term);
}

export function testKinds(kinds: readonly number[]): ColumnTest {
  return ({ values }, document) => kinds.includes(values.kind[document] as number);
}

export function testLevels(levels: readonly number[]): ColumnTest {
  return ({ values }, document) => {
    const level = values.level[document] as number;
    return levels.includes(level);
  };
}

export function testYears(from: number | null, to: number | null): ColumnTest {
  const [first, last] = [from ?? -Infinity, to ?? Infinity];
  return ({ values }, document) => {
    const startDay = values.startDay[document] as number;
    if (startDay === 0) return false;
    return yearOf(startDay) <= last && yearOf(values.endDay[document] as number) >= first;
  };
}

/** @param unit its number, or -1 for a unit that no document refers to */
export function testUnit(unit: number): ColumnTest {
  return ({ ranges, starts }, document) => {
    const end = starts.units[document + 1] as number;
    for (let at = starts.units[document] as number; at < end; at += 1) if (ranges.units[at] === unit) return true;
    return false;
  };
}

function testThing(bit: number, isThere: boolean): ColumnTest {
  return ({ values }, document) => (((values.things[document] as number) & bit) !== 0) === isThere;
}

/** @param day as YYYYMMDD */
export function yearOf(day: number): number {
  return Math.floor(day / 10_000);
}

function column(test: ColumnTest): CompiledSearch {
  return { type: 'column', test };
}

function flags(names: NameList, wanted: readonly string[]): Uint8Array {
  const set = new Uint8Array(names.list.length);
  for (const name of wanted) {
    const number = names.find(name);
    if (number !== -1) set[number] = 1;
  }
  return set;
}
