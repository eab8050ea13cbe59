import * as v from 'valibot';
import { refuse, succeed, type Result } from '../result.ts';
import { createChecksum } from './checksum.ts';
import type { StoredDocuments } from './document-store.ts';
import type { GramIndex } from './gram-index.ts';
import type { Numbers } from './growing-array.ts';
import type { PackedPart } from './packed-document.ts';
import type { StoredSegment } from './sealed-segments.ts';
import { searchFingerprint } from './search-fingerprint.ts';
import type { SavedNames } from './search-names.ts';
import { RANGE_COLUMNS, RANGE_NAMES, VALUE_COLUMNS, VALUE_NAMES, type Segment } from './search-segment.ts';

/** Goes up whenever anything is stored otherwise. */
const FORMAT = 2;

/**
 * A search as it is stored: plain data, whose buffers belong to nobody else. A store may keep them one behind another, in
 * what its platform has for many bytes; `header.bytes` tells their lengths.
 */
export type SavedSearch<Buffers = readonly ArrayBuffer[]> = { readonly header: SavedHeader; readonly buffers: Buffers };

/** Everything that an engine is made of. */
export type StoredSearch = {
  readonly documents: StoredDocuments;
  readonly names: SavedNames;
  /** Parts that wait for their owners, by the owners' ids. */
  readonly waiting: readonly (readonly [string, readonly PackedPart[]])[];
};

/**
 * Why a stored search cannot be used: it is none, was stored by another version of the code, is incomplete, or is not
 * what was stored. Whatever it is, the search has to be made anew.
 */
export type LoadProblem = 'unreadable' | 'other-format' | 'other-rules' | 'truncated' | 'damaged';

const texts = v.array(v.string());
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const partSchema = v.object({
  id: v.string(),
  things: whole,
  text: v.string(),
  names: v.array(whole),
  originals: v.array(v.tuple([whole, v.string()])),
});
const versionsSchema = v.object({ format: v.number(), rules: v.string() });
const headerSchema = v.object({
  format: v.number(),
  /** See `searchFingerprint`. */
  rules: v.string(),
  /** The caller's count of what had been put when it was saved. */
  sequence: whole,
  /** Documents of each segment with an index, and of those that changed since. */
  sizes: v.pipe(v.array(whole), v.nonEmpty()),
  names: v.object({ fields: texts, units: texts, works: texts, series: texts, statuses: texts }),
  waiting: v.array(v.tuple([v.string(), v.array(partSchema)])),
  bytes: v.array(whole),
  checksum: v.string(),
});
type SavedHeader = v.InferOutput<typeof headerSchema>;

/** Copies everything: an engine goes on being used. */
export function saveSearch({ documents, names, waiting }: StoredSearch, sequence: number): SavedSearch {
  const { sealed, changed } = documents;
  const arrays = [
    ...sealed.flatMap(({ segment, grams, dead }) => [...segmentArrays(segment), ...gramArrays(grams), dead]),
    ...segmentArrays(changed),
  ];
  const buffers = arrays.map((array) => array.slice().buffer);
  const header = {
    format: FORMAT,
    rules: searchFingerprint(),
    sequence,
    sizes: [...sealed.map(({ segment }) => segment.size), changed.size],
    names: v.parse(headerSchema.entries.names, names),
    waiting: v.parse(headerSchema.entries.waiting, waiting),
    bytes: buffers.map(({ byteLength }) => byteLength),
  };
  return { header: { ...header, checksum: sumOf(header, buffers) }, buffers };
}

/** @param saved what `saveSearch` made, as it came back from where it was stored; its buffers are used, not copied */
export function loadSearch(saved: unknown): Result<StoredSearch & { readonly sequence: number }, LoadProblem> {
  const outer = v.safeParse(v.object({ header: versionsSchema, buffers: v.array(v.instance(ArrayBuffer)) }), saved);
  if (!outer.success) return refuse('unreadable');
  const { header: versions, buffers } = outer.output;
  if (versions.format !== FORMAT) return refuse('other-format');
  if (versions.rules !== searchFingerprint()) return refuse('other-rules');
  const read = v.safeParse(v.object({ header: headerSchema }), saved);
  if (!read.success) return refuse('unreadable');
  const { checksum, ...header } = read.output.header;
  const isWhole = header.bytes.every((bytes, index) => buffers[index]?.byteLength === bytes);
  if (!isWhole || header.bytes.length !== buffers.length) return refuse('truncated');
  if (sumOf(header, buffers) !== checksum) return refuse('damaged');
  const next = takeArrays(buffers);
  const sealed = header.sizes.slice(0, -1).map((size): StoredSegment => {
    const segment = readSegment(next, size);
    return { segment, grams: readGrams(next, segment.passages.size), dead: next(Uint8Array) };
  });
  return succeed({
    documents: { sealed, changed: readSegment(next, header.sizes.at(-1) ?? 0) },
    names: header.names,
    waiting: header.waiting,
    sequence: header.sequence,
  });
}

/**
 * The buffers that a store kept one behind another, for `loadSearch`. A header that tells no lengths gets none: it is refused
 * there, with its reason.
 */
export function splitBuffers(header: unknown, bytes: ArrayBuffer): readonly ArrayBuffer[] {
  const told = v.safeParse(v.object({ bytes: v.array(whole) }), header);
  if (!told.success) return [];
  let end = 0;
  return told.output.bytes.map((length) => {
    const start = end;
    end += length;
    return bytes.slice(start, end);
  });
}

function sumOf(header: Omit<SavedHeader, 'checksum'>, buffers: readonly ArrayBuffer[]): string {
  const sum = createChecksum();
  const { format, rules, sequence, sizes, names, waiting, bytes } = header;
  sum.addText(JSON.stringify([format, rules, sequence, sizes, names, waiting, bytes]));
  for (const buffer of buffers) sum.add(buffer);
  return sum.value();
}

function segmentArrays({ passages, values, ranges, starts }: Segment): readonly Numbers[] {
  return [
    passages.text,
    passages.starts,
    ...VALUE_NAMES.map((name) => values[name]),
    ...RANGE_NAMES.map((name) => ranges[name]),
    ...RANGE_NAMES.map((name) => starts[name]),
  ];
}

function gramArrays({ keys, firstLists, codes, counts, starts, bytes }: GramIndex): readonly Numbers[] {
  return [keys, firstLists, codes, counts, starts, bytes];
}

type NextArray = <T extends Numbers>(make: new (buffer: ArrayBuffer) => T) => T;

function takeArrays(buffers: readonly ArrayBuffer[]): NextArray {
  let next = 0;
  return (make) => {
    const buffer = buffers[next] ?? new ArrayBuffer(0);
    next += 1;
    return new make(buffer);
  };
}

function readSegment(next: NextArray, size: number): Segment {
  const text = next(Uint16Array);
  const passageStarts = next(Uint32Array);
  const values = VALUE_NAMES.map((name) => [name, next<Numbers>(VALUE_COLUMNS[name])]);
  const ranges = RANGE_NAMES.map((name) => [name, next<Numbers>(RANGE_COLUMNS[name])]);
  const starts = RANGE_NAMES.map((name) => [name, next(Uint32Array)]);
  return {
    size,
    passages: { size: passageStarts.length - 1, text, starts: passageStarts },
    values: Object.fromEntries(values) as Segment['values'],
    ranges: Object.fromEntries(ranges) as Segment['ranges'],
    starts: Object.fromEntries(starts) as Segment['starts'],
  };
}

function readGrams(next: NextArray, passages: number): GramIndex {
  return {
    passages,
    keys: next(Uint32Array),
    firstLists: next(Uint32Array),
    codes: next(Uint8Array),
    counts: next(Uint32Array),
    starts: next(Uint32Array),
    bytes: next(Uint8Array),
  };
}
