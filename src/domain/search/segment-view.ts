import { createCodeSheet, type CodeSheet, type DocumentLists } from './code-sheet.ts';
import { bitmapBytes, type GramIndex } from './gram-index.ts';
import type { Segment } from './search-segment.ts';

/** A segment as it is searched now. */
export type SegmentView = {
  readonly segment: Segment;
  /** Null when every document has to be read. */
  readonly grams: GramIndex | null;
  /** One for each document that has been changed or removed since. */
  readonly dead: Uint8Array;
  readonly deadCount: () => number;
  readonly bury: (document: number) => void;
  /** The documents that are not dead. */
  readonly living: () => Uint32Array;
  /** The documents that refer to each unit. */
  readonly referrers: () => DocumentLists;
  /** The documents that have each passage. */
  readonly owners: () => DocumentLists;
  /** Memory to work in, kept from one search to the next; clean whenever it is not in use. */
  readonly sheet: CodeSheet;
  /** A bit for each passage. */
  readonly bits: readonly [Uint8Array, Uint8Array];
  /** Room for all passages. */
  readonly room: Uint32Array;
};

export function viewSegment(segment: Segment, grams: GramIndex | null, dead: Uint8Array): SegmentView {
  const { size } = segment;
  let deadCount = dead.reduce((count, flag) => count + flag, 0);
  let living: Uint32Array | null = null;
  let references: DocumentLists | null = null;
  let owners: DocumentLists | null = null;
  const listLiving = (): Uint32Array => {
    const documents = new Uint32Array(size - deadCount);
    let count = 0;
    for (let document = 0; document < size; document += 1) {
      if (dead[document] === 1) continue;
      documents[count] = document;
      count += 1;
    }
    return documents;
  };
  return {
    segment,
    grams,
    dead,
    deadCount: () => deadCount,
    bury: (document) => {
      if (dead[document] === 1) return;
      dead[document] = 1;
      deadCount += 1;
      living = null;
    },
    living: () => {
      living ??= listLiving();
      return living;
    },
    referrers: () => {
      references ??= listDocuments(segment, 'units');
      return references;
    },
    owners: () => {
      owners ??= listDocuments(segment, 'passages');
      return owners;
    },
    sheet: createCodeSheet(size),
    bits: [new Uint8Array(bitmapBytes(segment.passages.size)), new Uint8Array(bitmapBytes(segment.passages.size))],
    room: new Uint32Array(segment.passages.size),
  };
}

/** The documents by the units or passages that they have, instead of these by their documents. */
function listDocuments({ size, ranges, starts: allStarts }: Segment, of: 'units' | 'passages'): DocumentLists {
  const numbers = ranges[of];
  const ends = allStarts[of];
  let most = -1;
  for (const number of numbers) if (number > most) most = number;
  const starts = new Uint32Array(most + 2);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] as number) + 1;
  for (let number = 0; number <= most; number += 1) {
    starts[number + 1] = (starts[number + 1] as number) + (starts[number] as number);
  }
  const next = starts.slice();
  const documents = new Uint32Array(numbers.length);
  for (let document = 0, at = 0; document < size; document += 1) {
    for (; at < (ends[document + 1] as number); at += 1) {
      const number = numbers[at] as number;
      documents[next[number] as number] = document;
      next[number] = (next[number] as number) + 1;
    }
  }
  return { starts, documents };
}
