import { createGrowing, type Growing, type Numbers } from './growing-array.ts';
import { END_MARK } from './match-text.ts';
import type { PackedColumns, PackedDocument, PackedFields } from './packed-document.ts';

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
  /** The normalised fields, each behind its mark. */
  text: Uint16Array,
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
  const begin = () => {
    for (const name of RANGE_NAMES) starts[name].push(ranges[name].length());
    size += 1;
  };
  return {
    add: (document) => {
      begin();
      for (const name of VALUE_NAMES) values[name].push(document[name]);
      addRanges(document, ranges);
    },
    copy: (segment, document) => {
      begin();
      for (const name of VALUE_NAMES) values[name].push(segment.values[name][document] as number);
      for (const name of RANGE_NAMES) {
        const { [document]: start, [document + 1]: end } = segment.starts[name];
        ranges[name].pushAll(segment.ranges[name].subarray(start, end));
      }
    },
    finish: () => {
      for (const name of RANGE_NAMES) starts[name].push(ranges[name].length());
      ranges.text.push(END_MARK);
      return {
        size,
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
): void {
  for (const unit of units) ranges.units.push(unit);
  ranges.ids.pushText([id, ...parts.map((part) => part.id)].join('\n'));
  let fields = 0;
  for (const piece of [own, ...parts]) {
    ranges.text.pushText(piece.text);
    for (const name of piece.names) ranges.fieldNames.push(name);
    addOriginals(piece, fields, ranges.originals);
    fields += piece.names.length;
  }
  for (const { things, names } of parts) {
    ranges.partThings.push(things);
    ranges.partFields.push(names.length);
  }
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
