import { createCodeSheet, type CodeSheet } from './code-sheet.ts';
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
  /** The documents that refer to a unit, by its number. */
  readonly referrers: (unit: number) => Uint32Array;
  /** Memory to work in, kept from one search to the next; clean whenever it is not in use. */
  readonly sheet: CodeSheet;
  readonly bits: readonly [Uint8Array, Uint8Array];
  readonly floors: Uint8Array;
};

export function viewSegment(segment: Segment, grams: GramIndex | null, dead: Uint8Array): SegmentView {
  const { size } = segment;
  let deadCount = dead.reduce((count, flag) => count + flag, 0);
  let living: Uint32Array | null = null;
  let references: References | null = null;
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
    referrers: (unit) => {
      references ??= listReferences(segment);
      return references.documents.subarray(references.starts[unit] ?? 0, references.starts[unit + 1] ?? 0);
    },
    sheet: createCodeSheet(size),
    floors: new Uint8Array(size),
    bits: [new Uint8Array(bitmapBytes(size)), new Uint8Array(bitmapBytes(size))],
  };
}

type References = { readonly starts: Uint32Array; readonly documents: Uint32Array };

/** The documents by the units that they refer to, instead of the units by their documents. */
function listReferences({ size, ranges: { units }, starts: { units: unitStarts } }: Segment): References {
  let most = -1;
  for (const unit of units) if (unit > most) most = unit;
  const starts = new Uint32Array(most + 2);
  for (const unit of units) starts[unit + 1] = (starts[unit + 1] as number) + 1;
  for (let unit = 0; unit <= most; unit += 1)
    starts[unit + 1] = (starts[unit + 1] as number) + (starts[unit] as number);
  const next = starts.slice();
  const documents = new Uint32Array(units.length);
  for (let document = 0; document < size; document += 1) {
    const end = unitStarts[document + 1] as number;
    for (let at = unitStarts[document] as number; at < end; at += 1) {
      const unit = units[at] as number;
      documents[next[unit] as number] = document;
      next[unit] = (next[unit] as number) + 1;
    }
  }
  return { starts, documents };
}
