import { createGrowing, type Growing, type Numbers } from './growing-array.ts';
import { PLACES } from './match-place.ts';
import { END_MARK, isMark, placeOfMark, toUnits } from './match-text.ts';
import type { PackedColumns, PackedDocument, PackedFields } from './packed-document.ts';
import { createPassageBuilder, type PassageBuilder, type PassageTable } from './passage-table.ts';

/** One number for each document. */
export const VALUE_COLUMNS = {
  kind: Uint8Array,
  level: Uint8Array,
  things: Uint8Array,
  works: Uint16Array,
  series: Uint32Array,
  status: Uint16Array,
  endDay: Uint32Array,
  startDay: Uint32Array,
  precision: Uint8Array,
  rawDate: Uint32Array,
  createdAt: Float64Array,
} as const satisfies Record<keyof PackedColumns, unknown>;

/** Any count of numbers for each document, those of all documents in a row. */
export const RANGE_COLUMNS = {
  /** Numbers in the list of units. */
  units: Uint32Array,
  /** Numbers of passages; the normalised fields are these one after the other. */
  passages: Uint32Array,
  fieldNames: Uint16Array,
  /** For each field that normalising changed: its place and its length, each as low and high half, and its text. */
  originals: Uint16Array,
  /** The document's id and those of its parts, in ASCII, apart by ID_BREAK. */
  ids: Uint8Array,
  partThings: Uint8Array,
  /** How many fields each part has. */
  partFields: Uint32Array,
} as const;

type ValueName = keyof typeof VALUE_COLUMNS;
type RangeName = keyof typeof RANGE_COLUMNS;

/** Documents in typed arrays, the most recent first; never changed once it is made. */
export type Segment = {
  readonly size: number;
  readonly passages: PassageTable;
  readonly values: { readonly [K in ValueName]: InstanceType<(typeof VALUE_COLUMNS)[K]> };
  readonly ranges: { readonly [K in RangeName]: InstanceType<(typeof RANGE_COLUMNS)[K]> };
  /** Where the numbers of each document begin, and behind the last document those of nobody. */
  readonly starts: { readonly [K in RangeName]: Uint32Array };
};

export const VALUE_NAMES = Object.keys(VALUE_COLUMNS) as readonly ValueName[];
export const RANGE_NAMES = Object.keys(RANGE_COLUMNS) as readonly RangeName[];
export const ID_BREAK = 0x0a;

export type SegmentBuilder = {
  readonly add: (document: PackedDocument) => void;
  readonly copy: (segment: Segment, document: number) => void;
  readonly finish: () => Segment;
};

/** Documents have to come in their order. */
export function createSegmentBuilder(): SegmentBuilder {
  let size = 0;
  const values = mapValues(VALUE_COLUMNS, (make) => createGrowing<Numbers>(make));
  const ranges = mapValues(RANGE_COLUMNS, (make) => createGrowing<Numbers>(make));
  const starts = mapValues(RANGE_COLUMNS, () => createGrowing(Uint32Array));
  const passages = createPassageBuilder();
  const copyPassages = createPassageCopier(passages);
  const begin = () => {
    for (const name of RANGE_NAMES) starts[name].push(ranges[name].length());
    size += 1;
  };
  return {
    add: (document) => {
      begin();
      for (const name of VALUE_NAMES) values[name].push(document[name]);
      addRanges(document, ranges, passages);
    },
    copy: (segment, document) => {
      begin();
      for (const name of VALUE_NAMES) values[name].push(segment.values[name][document] as number);
      for (const name of RANGE_NAMES) {
        const { [document]: start, [document + 1]: end } = segment.starts[name];
        const numbers = segment.ranges[name].subarray(start, end);
        ranges[name].pushAll(name === 'passages' ? copyPassages(segment.passages, numbers) : numbers);
      }
    },
    finish: () => {
      for (const name of RANGE_NAMES) starts[name].push(ranges[name].length());
      return {
        size,
        passages: passages.finish(END_MARK),
        values: mapValues(values, (column) => column.finish()) as unknown as Segment['values'],
        ranges: mapValues(ranges, (column) => column.finish()) as unknown as Segment['ranges'],
        starts: mapValues(starts, (column) => column.finish()),
      };
    },
  };
}

/** A segment of documents in any order. */
export function buildSegment(documents: Iterable<PackedDocument>): Segment {
  const builder = createSegmentBuilder();
  for (const document of [...documents].toSorted(compareDocuments)) builder.add(document);
  return builder.finish();
}

/** Most recent first; ids decide between equals, so that the order never changes by itself. */
export function compareDocuments(a: OrderKey, b: OrderKey): number {
  return b.endDay - a.endDay || b.startDay - a.startDay || b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1);
}

export type OrderKey = Pick<PackedDocument, 'endDay' | 'startDay' | 'createdAt' | 'id'>;

function addRanges(
  { id, units, own, parts }: PackedDocument,
  ranges: { readonly [K in RangeName]: Growing<Numbers> },
  passages: PassageBuilder,
): void {
  for (const unit of units) ranges.units.push(unit);
  ranges.ids.pushText([id, ...parts.map((part) => part.id)].join('\n'));
  let fields = 0;
  for (const piece of [own, ...parts]) {
    addPassages(piece, passages, ranges.passages);
    for (const name of piece.names) ranges.fieldNames.push(name);
    addOriginals(piece, fields, ranges.originals);
    fields += piece.names.length;
  }
  for (const { things, names } of parts) {
    ranges.partThings.push(things);
    ranges.partFields.push(names.length);
  }
}

const OTHER = PLACES.indexOf('other');
/** Every spelling of a day is shorter. */
const LONGEST_JOINED = 24;

/**
 * Short fields of one name, such as the spellings of a day, come again together. Bodies come again in other company, and
 * of a long text no more is to be read than has to be.
 */
function addPassages({ text, names }: PackedFields, passages: PassageBuilder, into: Growing<Numbers>): void {
  const units = toUnits(text);
  let [start, field] = [0, 0];
  for (let end = 0, mark = 0; end < units.length; mark = end, field += 1) {
    end = endOfField(units, mark);
    const isLast = end === units.length;
    const isJoined =
      !isLast && names[field] === names[field + 1] && isShortOther(units, mark, end) && isShortOther(units, end);
    if (isJoined) continue;
    into.push(passages.numberOf(units, start, end));
    start = end;
  }
}

function isShortOther(units: Uint16Array, mark: number, end = endOfField(units, mark)): boolean {
  return placeOfMark(units[mark] as number) === OTHER && end - mark <= LONGEST_JOINED;
}

function endOfField(units: Uint16Array, mark: number): number {
  let end = mark + 1;
  while (end < units.length && !isMark(units[end] as number)) end += 1;
  return end;
}

/** Looks each passage of another segment up once only. */
function createPassageCopier(passages: PassageBuilder): (from: PassageTable, numbers: Numbers) => Uint32Array {
  const known = new WeakMap<PassageTable, Uint32Array>();
  return (from, numbers) => {
    // Numbers plus 1.
    const copies = known.get(from) ?? new Uint32Array(from.size);
    known.set(from, copies);
    const copy = (number: number): number => {
      const { [number]: start = 0, [number + 1]: end = 0 } = from.starts;
      return passages.numberOf(from.text, start, end) + 1;
    };
    return Uint32Array.from(numbers, (number) => (copies[number] ||= copy(number)) - 1);
  };
}

function addOriginals({ originals }: PackedFields, firstField: number, into: Growing<Numbers>): void {
  for (const [field, text] of originals) {
    for (const number of [firstField + field, text.length]) {
      into.push(number & 0xffff);
      into.push(number >>> 16);
    }
    into.pushText(text);
  }
}

function mapValues<K extends string, V, R>(object: { readonly [P in K]: V }, map: (value: V) => R): Record<K, R> {
  return Object.fromEntries(Object.entries<V>(object).map(([key, value]) => [key, map(value)])) as Record<K, R>;
}
