import type { DocumentStore } from './document-store.ts';
import type { Numbers } from './growing-array.ts';
import type { SegmentView } from './segment-view.ts';

/** What a search holds in memory, in bytes. */
export type SearchStats = {
  readonly documents: number;
  /** Changed or removed since the index was put in order. */
  readonly changed: number;
  /** Different grams, and the entries of their lists together. */
  readonly grams: number;
  readonly postings: number;
  /** The lists of grams, the columns, the ids, and what is worked in; everything but the texts. */
  readonly indexBytes: number;
  /**
   * Of these what leads from a text to the documents that have it, and nothing of what orders, filters and shows them:
   * the lists of grams, the passages and whose they are. This is what an index is that answers with numbers.
   */
  readonly findingBytes: number;
  /** The normalised texts, each once, and the originals of those that normalising changed. */
  readonly textBytes: number;
};

export function measureSearch(documents: DocumentStore): SearchStats {
  const views = documents.views();
  const textBytes = sum(
    views.map(({ segment: { passages, ranges } }) => passages.text.byteLength + ranges.originals.byteLength),
  );
  return {
    documents: documents.size(),
    changed: documents.changedCount(),
    grams: sum(views.map(({ grams }) => grams?.keys.length ?? 0)),
    postings: sum(views.map(({ grams }) => sum(grams?.counts ?? []))),
    indexBytes: sum(views.map(allBytes)) - textBytes,
    findingBytes: sum(views.map(findingBytes)),
    textBytes,
  };
}

function allBytes(view: SegmentView): number {
  const { values, ranges, starts, passages, size } = view.segment;
  const { passages: _, ...otherRanges } = ranges;
  const { passages: __, ...otherStarts } = starts;
  const arrays = [...Object.values(values), ...Object.values(otherRanges), ...Object.values(otherStarts)];
  return (
    findingBytes(view) +
    bytesOf([...arrays, passages.text]) +
    size * BYTES_PER_DOCUMENT +
    // The documents by their units.
    ranges.units.byteLength
  );
}

function findingBytes({ segment: { ranges, starts, passages }, grams }: SegmentView): number {
  const lists = grams ? [grams.keys, grams.firstLists, grams.codes, grams.counts, grams.starts, grams.bytes] : [];
  return (
    bytesOf([...lists, passages.starts, ranges.passages, starts.passages]) +
    passages.size * BYTES_PER_PASSAGE +
    // The documents by their passages.
    ranges.passages.byteLength
  );
}

function bytesOf(arrays: readonly Numbers[]): number {
  return sum(arrays.map(({ byteLength }) => byteLength));
}

/** A code, the number of one in 24, and whether it is dead. */
const BYTES_PER_DOCUMENT = 1 + 4 / 24 + 1;
/** Bits in two lists, a number, and where its documents begin. */
const BYTES_PER_PASSAGE = 0.25 + 4 + 4;

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
