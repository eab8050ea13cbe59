import type { DocumentStore } from './document-store.ts';
import type { SegmentView } from './segment-view.ts';

/** What a search holds in memory, in bytes. */
export type SearchStats = {
  readonly documents: number;
  /** Changed or removed since the index was built. */
  readonly changed: number;
  /** Different grams, and the entries of their lists together. */
  readonly grams: number;
  readonly postings: number;
  /** The lists of grams, the columns, the ids, and what is worked in; everything but the texts. */
  readonly indexBytes: number;
  /** The normalised texts, and the originals of those that normalising changed. */
  readonly textBytes: number;
};

export function measureSearch(documents: DocumentStore): SearchStats {
  const views = documents.views();
  const textBytes = sum(views.map(({ segment: { ranges } }) => ranges.text.byteLength + ranges.originals.byteLength));
  return {
    documents: documents.size(),
    changed: documents.changedCount(),
    grams: sum(views.map(({ grams }) => grams?.keys.length ?? 0)),
    postings: sum(views.map(({ grams }) => sum(grams?.counts ?? []))),
    indexBytes: sum(views.map(allBytes)) - textBytes,
    textBytes,
  };
}

function allBytes({ segment, grams }: SegmentView): number {
  const lists = grams ? [grams.keys, grams.firstLists, grams.codes, grams.counts, grams.starts, grams.bytes] : [];
  const arrays = [...Object.values(segment.values), ...Object.values(segment.ranges), ...Object.values(segment.starts)];
  return (
    sum([...arrays, ...lists].map(({ byteLength }) => byteLength)) +
    segment.size * WORKING_BYTES +
    referenceBytes(segment)
  );
}

/** For each document a code, a number, a floor, a bit in two lists, and whether it is dead. */
const WORKING_BYTES = 1 + 4 + 1 + 0.25 + 1;

/** The units' documents, as many as there are units of documents. */
function referenceBytes({ ranges }: SegmentView['segment']): number {
  return ranges.units.byteLength;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
