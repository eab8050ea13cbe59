import { buildGramIndex, buildGramIndexInSteps } from './build-gram-index.ts';
import type { GramIndex } from './gram-index.ts';
import { createIdTable, type IdTable } from './id-table.ts';
import { mergeSegmentsInSteps } from './merge-segments.ts';
import { rangeOf, textOf } from './read-segment.ts';
import type { Segment } from './search-segment.ts';
import { viewSegment, type SegmentView } from './segment-view.ts';
import type { Steps } from './steps.ts';

export type PartVisitor = (id: string, partIds: readonly string[]) => void;

export type StoredSegment = { readonly segment: Segment; readonly grams: GramIndex; readonly dead: Uint8Array };

/** How many documents may stand outside the large segment: so many in any case, or such a share of all. */
export type MergeLimits = { readonly mostOutside: number; readonly mostOutsideShare: number };

/** Segments with an index, which never change but for what is dead in them: a large one, and later ones beside it. */
export type SealedSegments = {
  readonly size: () => number;
  readonly views: () => readonly SegmentView[];
  readonly locate: (id: string) => { readonly view: SegmentView; readonly document: number } | null;
  /** From now on the document is dead. */
  readonly bury: (id: string) => void;
  /** Gives a segment an index and takes it among these. */
  readonly add: (segment: Segment) => void;
  readonly visitParts: (visit: PartVisitor) => void;
  /** How many documents stand outside the large segment, or are dead. */
  readonly outside: () => number;
  /** Whether that is too many. @param more documents that are still to be added */
  readonly isUntidy: (more: number) => boolean;
  readonly isMerging: () => boolean;
  /** Begins to make one segment of all that there are now; what has been begun before is given up. */
  readonly beginMerging: () => void;
  /** Does a little of it, some milliseconds long. @returns whether more is to be done */
  readonly mergeOn: () => boolean;
  readonly stored: () => readonly StoredSegment[];
};

export function createSealedSegments(stored: readonly StoredSegment[], limits: MergeLimits): SealedSegments {
  let sealed: readonly Sealed[] = stored.map(({ segment, grams, dead }) => createSealed(segment, grams, dead));
  let merging: Merging | null = null;

  const outside = () => {
    const sizes = sealed.map(({ view }) => view.segment.size);
    const dead = sealed.reduce((sum, { view }) => sum + view.deadCount(), 0);
    return sizes.reduce((sum, size) => sum + size, dead) - Math.max(0, ...sizes);
  };
  const finish = (merged: Sealed, { sources, changedIds }: Merging) => {
    for (const id of changedIds) merged.bury(id);
    sealed = [merged, ...sealed.filter((each) => !sources.has(each))];
    merging = null;
  };
  return {
    size: () => sealed.reduce((sum, { view }) => sum + view.segment.size - view.deadCount(), 0),
    views: () => sealed.map(({ view }) => view),
    locate: (id) => {
      for (const { view, find } of sealed) {
        const document = find(id);
        if (document !== -1) return { view, document };
      }
      return null;
    },
    bury: (id) => {
      for (const each of sealed) each.bury(id);
      merging?.changedIds.add(id);
    },
    add: (segment) => {
      sealed = [...sealed, createSealed(segment, buildGramIndex(segment.passages))];
    },
    visitParts: (visit) => {
      for (const { view } of sealed) visitParts(view, visit);
    },
    outside,
    isUntidy: (more) => {
      const all = sealed.reduce((sum, { view }) => sum + view.segment.size, more);
      return outside() + more > Math.max(limits.mostOutside, all * limits.mostOutsideShare);
    },
    isMerging: () => merging !== null,
    beginMerging: () => {
      merging = { sources: new Set(sealed), steps: mergeSealed(sealed), changedIds: new Set() };
    },
    mergeOn: () => {
      const step = merging?.steps.next();
      if (merging !== null && step?.done === true) finish(step.value, merging);
      return merging !== null;
    },
    stored: () => sealed.map(({ view: { segment, dead }, grams }) => ({ segment, grams, dead })),
  };
}

type Sealed = ReturnType<typeof createSealed>;

/** A segment that is being made of others. */
type Merging = {
  readonly sources: ReadonlySet<Sealed>;
  readonly steps: Steps<Sealed>;
  /** What has been put and removed since it began. */
  readonly changedIds: Set<string>;
};

function* mergeSealed(sources: readonly Sealed[]): Steps<Sealed> {
  const segment = yield* mergeSegmentsInSteps(sources.map(({ view }) => view));
  const made = createSealed(segment, yield* buildGramIndexInSteps(segment.passages));
  yield;
  // Else the first search would do it.
  made.view.owners();
  return made;
}

function createSealed(segment: Segment, grams: GramIndex, dead: Uint8Array = new Uint8Array(segment.size)) {
  const view = viewSegment(segment, grams, dead);
  let ids: IdTable | null = null;
  const find = (id: string): number => {
    ids ??= createIdTable(segment);
    const document = ids.find(id);
    return document === -1 || dead[document] === 1 ? -1 : document;
  };
  return {
    view,
    grams,
    find,
    bury: (id: string) => {
      const document = find(id);
      if (document !== -1) view.bury(document);
    },
  };
}

function visitParts({ segment, living }: SegmentView, visit: PartVisitor): void {
  const { partFields } = segment.starts;
  for (const document of living()) {
    if (partFields[document] === partFields[document + 1]) continue;
    const [id = '', ...partIds] = textOf(rangeOf(segment, 'ids', document)).split('\n');
    visit(id, partIds);
  }
}
