import { DATE_PRECISIONS, type FuzzyDate } from '../dates/fuzzy-date.ts';
import { FINDABLE_KINDS, type FindableKind } from '../records/record-base.ts';
import { LEVELS } from '../vocabulary/levels.ts';
import { fieldMark } from './match-text.ts';
import { normalizeForSearch } from './normalize-text.ts';
import type { SearchDocument, SearchField } from './search-document.ts';
import { SEARCHABLE_THINGS, type SearchableThing } from './search-expression.ts';
import type { SearchNames } from './search-names.ts';
import type { SearchPart } from './search-part.ts';

/** Fields as they are searched, and as they are shown where that is not the same. */
export type PackedFields = {
  /** Each normalised field behind the mark of its place. */
  readonly text: string;
  /** The number of each field's name. */
  readonly names: readonly number[];
  /** Fields that normalising changed, by their place among the fields. */
  readonly originals: readonly PackedOriginal[];
};
export type PackedOriginal = readonly [field: number, text: string];

export type PackedPart = PackedFields & { readonly id: string; readonly things: number };

/** What of a document is numbers. Zero stands for nothing wherever there may be nothing. */
export type PackedColumns = {
  /** Index in FINDABLE_KINDS. */
  readonly kind: number;
  /** Index in LEVELS plus 1. */
  readonly level: number;
  /** One bit for each of SEARCHABLE_THINGS. */
  readonly things: number;
  /** One bit for each number in the list of works. */
  readonly works: number;
  /** Numbers in the lists of series and statuses, plus 1. */
  readonly series: number;
  readonly status: number;
  /** As YYYYMMDD; the end comes first among what orders documents. */
  readonly endDay: number;
  readonly startDay: number;
  /** Index in DATE_PRECISIONS plus 1; zero for a document that cannot have a date. */
  readonly precision: number;
  /** The field that reads as the date was typed, plus 1. */
  readonly rawDate: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
};

/** A document as segments store it: its own fields, and behind them those of its parts in the order of their ids. */
export type PackedDocument = PackedColumns & {
  readonly id: string;
  /** Numbers in the list of units. */
  readonly units: readonly number[];
  readonly own: PackedFields;
  readonly parts: readonly PackedPart[];
};

/** Things that a document has by its parts and not by itself. */
const BY_PARTS = thingBits(['attachment', 'certificate', 'link']);
const MOST_WORKS = 16;

export function packDocument(
  document: SearchDocument,
  parts: readonly PackedPart[],
  names: SearchNames,
): PackedDocument {
  const { id, kind, date, fields, series, status } = document;
  return {
    id,
    kind: FINDABLE_KINDS.indexOf(kind),
    level: document.level === null ? 0 : LEVELS.indexOf(document.level) + 1,
    things: thingBits(document.things) | partThings(parts),
    works: workBits(document.works, names.works.numberOf),
    series: series === '' ? 0 : names.series.numberOf(series) + 1,
    status: status === '' ? 0 : names.statuses.numberOf(status) + 1,
    endDay: dayNumber(date?.end ?? null),
    startDay: dayNumber(date?.start ?? null),
    precision: date === null ? 0 : DATE_PRECISIONS.indexOf(date.precision) + 1,
    rawDate: date === null || date.raw === '' ? 0 : fields.findIndex(({ text }) => text === date.raw) + 1,
    createdAt: Date.parse(document.createdAt),
    units: document.unitIds.map(names.units.numberOf),
    own: packFields(fields, names, (name) => placeOfField(name, kind)),
    parts,
  };
}

/** Everything in a part belongs to the fields that count least. */
export function packPart({ id, things, fields }: SearchPart, names: SearchNames): PackedPart {
  return { id, things: thingBits(things), ...packFields(fields, names, () => OTHER) };
}

/** The same document with other parts, which are put into the order of their ids. */
export function withParts(document: PackedDocument, parts: readonly PackedPart[]): PackedDocument {
  return { ...document, parts, things: (document.things & ~BY_PARTS) | partThings(parts) };
}

export function thingBits(things: readonly SearchableThing[]): number {
  return things.reduce((bits, thing) => bits | (1 << SEARCHABLE_THINGS.indexOf(thing)), 0);
}

/** @param numberOf the number of a work, or -1 for one that is in no document */
export function workBits(works: readonly string[], numberOf: (work: string) => number): number {
  return works.reduce((bits, work) => {
    const number = numberOf(work);
    return number >= 0 && number < MOST_WORKS ? bits | (1 << number) : bits;
  }, 0);
}

export function unpackDate(columns: PackedColumns, raw: string): FuzzyDate | null {
  const precision = DATE_PRECISIONS[columns.precision - 1];
  if (precision === undefined) return null;
  return { raw, start: isoDay(columns.startDay), end: isoDay(columns.endDay), precision };
}

function packFields(
  fields: readonly SearchField[],
  names: SearchNames,
  placeOf: (name: string) => number,
): PackedFields {
  let packed = '';
  const originals: PackedOriginal[] = [];
  for (const [index, { name, text }] of fields.entries()) {
    const normalized = normalizeForSearch(text);
    packed += String.fromCharCode(fieldMark(placeOf(name))) + normalized;
    if (normalized !== text) originals.push([index, text]);
  }
  return { text: packed, names: fields.map(({ name }) => names.fields.numberOf(name)), originals };
}

const [TITLE, BODY, OTHER] = [0, 1, 2];

/** A unit goes by any of its names as if it were its title. */
function placeOfField(name: string, kind: FindableKind): number {
  if (name === 'title' || (name === 'unitName' && kind === 'unit')) return TITLE;
  return name === 'body' ? BODY : OTHER;
}

function partThings(parts: readonly PackedPart[]): number {
  return parts.reduce((bits, { things }) => bits | things, 0);
}

function dayNumber(iso: string | null): number {
  return iso === null ? 0 : Number(iso.replaceAll('-', ''));
}

function isoDay(day: number): string | null {
  if (day === 0) return null;
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
