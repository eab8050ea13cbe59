import { buildGramIndex, buildGramIndexInSteps } from './build-gram-index.ts';
import type { GramIndex } from './gram-index.ts';
import { createIdTable, type IdTable } from './id-table.ts';
import { mergeSegmentsInSteps } from './merge-segments.ts';
import type { PackedDocument } from './packed-document.ts';
import { rangeOf, textOf, unpackDocument } from './read-segment.ts';
import { buildSegment, type Segment } from './search-segment.ts';
import { viewSegment, type SegmentView } from './segment-view.ts';
import type { Steps } from './steps.ts';

/**
 * All documents: a large segment with an index, and beside it what has changed since. That is at first a small segment
 * without an index, which is made anew after each change and read whole; as it grows it gets an index and becomes one of
 * the segments that never change, and of these one is made now and then.
 */
export type DocumentStore = {
  readonly size: () => number;
  readonly find: (id: string) => PackedDocument | null;
  readonly put: (document: PackedDocument) => void;
  readonly remove: (id: string) => void;
  /** What is to be searched: each living document stands in one of them. */
  readonly views: () => readonly SegmentView[];
  /** The view and number of a document, or null. */
  readonly locate: (id: string) => { readonly view: SegmentView; readonly document: number } | null;
  /** Calls back with each document that has parts, and their ids. */
  readonly visitParts: (visit: PartVisitor) => void;
  /** How many documents stand outside the large segment, or in it only as dead. */
  readonly changedCount: () => number;
  /**
   * Does a little of making one segment of all, some milliseconds long, if there is enough outside the large one.
   *
   * @returns whether more is to be done
   */
  readonly tidy: () => boolean;
  /** Makes one segment of all at once. Takes about as long as building the index: seconds for 100,000 documents. */
  readonly compact: () => void;
  /** The arrays themselves, not copies. */
  readonly stored: () => StoredDocuments;
};

type PartVisitor = (id: string, partIds: readonly string[]) => void;

/** What is kept of a store when it is saved. */
export type StoredDocuments = { readonly sealed: readonly StoredSegment[]; readonly changed: Segment };
export type StoredSegment = { readonly segment: Segment; readonly grams: GramIndex; readonly dead: Uint8Array };

export type StoreLimits = {
  /** Reading so many documents for each term, and making a segment of them, costs a millisecond or two. */
  readonly mostUnindexed: number;
  /** How many documents may stand outside the large segment: so many in any case, or such a share of all. */
  readonly mostOutside: number;
  readonly mostOutsideShare: number;
};

const LIMITS: StoreLimits = { mostUnindexed: 256, mostOutside: 1024, mostOutsideShare: 1 / 32 };

export function createDocumentStore(stored?: StoredDocuments, limits = LIMITS): DocumentStore {
  let sealed: readonly Sealed[] = stored?.sealed.map(openSealed) ?? [];
  const changes = createChanges(stored?.changed);
  let merging: Merging | null = null;

  const seal = () => {
    const { segment } = changes.view();
    sealed = [...sealed, createSealed(segment, buildGramIndex(segment.passages))];
    changes.clear();
  };
  const outside = () => changedIn(sealed) + changes.size();
  const isUntidy = () => {
    const all = sealed.reduce((sum, { view }) => sum + view.segment.size, 0);
    return outside() > Math.max(limits.mostOutside, all * limits.mostOutsideShare);
  };
  const begin = (): Merging => {
    if (changes.size() > 0) seal();
    return { sources: new Set(sealed), steps: mergeSealed(sealed), changedIds: new Set() };
  };
  /** Does one step; what has changed since it began is dead in what has been made. */
  const advance = ({ sources, steps, changedIds }: Merging): Merging | null => {
    const step = steps.next();
    if (step.done !== true) return merging;
    const merged = step.value;
    for (const id of changedIds) merged.bury(id);
    sealed = [merged, ...sealed.filter((each) => !sources.has(each))];
    return null;
  };
  const bury = (id: string) => {
    for (const each of sealed) each.bury(id);
    merging?.changedIds.add(id);
  };
  const locateSealed = (id: string) => {
    for (const { view, find } of sealed) {
      const document = find(id);
      if (document !== -1) return { view, document };
    }
    return null;
  };
  return {
    size: () => sealed.reduce((sum, { view }) => sum + view.segment.size - view.deadCount(), changes.size()),
    find: (id) => {
      const found = locateSealed(id);
      return changes.get(id) ?? (found && unpackDocument(found.view.segment, found.document));
    },
    put: (document) => {
      bury(document.id);
      changes.set(document);
    },
    remove: (id) => {
      bury(id);
      changes.remove(id);
    },
    views: () => {
      if (changes.size() > limits.mostUnindexed) seal();
      const views = sealed.map(({ view }) => view);
      return changes.size() === 0 && views.length > 0 ? views : [...views, changes.view()];
    },
    locate: (id) => {
      if (changes.get(id) !== null) return { view: changes.view(), document: changes.find(id) };
      return locateSealed(id);
    },
    visitParts: (visit) => {
      for (const each of sealed) each.visitParts(visit);
      changes.visitParts(visit);
    },
    changedCount: outside,
    tidy: () => {
      if (merging === null && isUntidy()) merging = begin();
      if (merging !== null) merging = advance(merging);
      return merging !== null || isUntidy();
    },
    compact: () => {
      // What has been begun does not have all of it.
      merging = null;
      if (outside() === 0) return;
      merging = begin();
      if (sealed.length === 1 && outside() === 0) merging = null;
      while (merging !== null) merging = advance(merging);
    },
    stored: () => ({
      sealed: sealed.map(({ view: { segment, dead }, grams }) => ({ segment, grams, dead })),
      changed: changes.view().segment,
    }),
  };
}

/** A segment with an index that is being made of others. */
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

function changedIn(sealed: readonly Sealed[]): number {
  const sizes = sealed.map(({ view }) => view.segment.size);
  const dead = sealed.reduce((sum, { view }) => sum + view.deadCount(), 0);
  return sizes.reduce((sum, size) => sum + size, dead) - Math.max(0, ...sizes);
}

type Sealed = ReturnType<typeof createSealed>;

function openSealed({ segment, grams, dead }: StoredSegment): Sealed {
  return createSealed(segment, grams, dead);
}

/** A segment with its index. */
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
    visitParts: (visit: PartVisitor) => {
      const { partFields } = segment.starts;
      for (const document of view.living()) {
        if (partFields[document] === partFields[document + 1]) continue;
        const [id = '', ...partIds] = textOf(rangeOf(segment, 'ids', document)).split('\n');
        visit(id, partIds);
      }
    },
  };
}

/** Documents that have changed, made into a segment when they are asked for. */
function createChanges(stored: Segment = buildSegment([])) {
  const documents = new Map<string, PackedDocument>();
  for (let document = 0; document < stored.size; document += 1) {
    const unpacked = unpackDocument(stored, document);
    documents.set(unpacked.id, unpacked);
  }
  let view: SegmentView | null = null;
  let ids: IdTable | null = null;
  const forgetView = () => {
    view = null;
    ids = null;
  };
  const makeView = (): SegmentView => {
    if (view !== null) return view;
    const segment = buildSegment(documents.values());
    view = viewSegment(segment, null, new Uint8Array(segment.size));
    return view;
  };
  return {
    size: () => documents.size,
    get: (id: string): PackedDocument | null => documents.get(id) ?? null,
    view: makeView,
    find: (id: string): number => {
      ids ??= createIdTable(makeView().segment);
      return ids.find(id);
    },
    set: (document: PackedDocument) => {
      documents.set(document.id, document);
      forgetView();
    },
    remove: (id: string) => {
      if (documents.delete(id)) forgetView();
    },
    clear: () => {
      documents.clear();
      forgetView();
    },
    visitParts: (visit: PartVisitor) => {
      for (const { id, parts } of documents.values()) if (parts.length > 0) visit(id, partIdsOf(parts));
    },
  };
}

function partIdsOf(parts: PackedDocument['parts']): readonly string[] {
  return parts.map(({ id }) => id);
}
