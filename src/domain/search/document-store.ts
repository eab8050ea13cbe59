import { createIdTable, type IdTable } from './id-table.ts';
import type { PackedDocument } from './packed-document.ts';
import { unpackDocument } from './read-segment.ts';
import { createSealedSegments, type MergeLimits, type PartVisitor, type StoredSegment } from './sealed-segments.ts';
import { buildSegment, type Segment } from './search-segment.ts';
import { viewSegment, type SegmentView } from './segment-view.ts';

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

/** What is kept of a store when it is saved. */
export type StoredDocuments = { readonly sealed: readonly StoredSegment[]; readonly changed: Segment };

export type StoreLimits = MergeLimits & {
  /** Reading so many documents for each term, and making a segment of them, costs a millisecond or two. */
  readonly mostUnindexed: number;
};

const LIMITS: StoreLimits = { mostUnindexed: 256, mostOutside: 1024, mostOutsideShare: 1 / 32 };

export function createDocumentStore(stored?: StoredDocuments, limits = LIMITS): DocumentStore {
  const sealed = createSealedSegments(stored?.sealed ?? [], limits);
  const changes = createChanges(stored?.changed);
  const seal = () => {
    if (changes.size() > 0) sealed.add(changes.view().segment);
    changes.clear();
  };
  return {
    size: () => sealed.size() + changes.size(),
    find: (id) => {
      const found = sealed.locate(id);
      return changes.get(id) ?? (found && unpackDocument(found.view.segment, found.document));
    },
    put: (document) => {
      sealed.bury(document.id);
      changes.set(document);
    },
    remove: (id) => {
      sealed.bury(id);
      changes.remove(id);
    },
    views: () => {
      if (changes.size() > limits.mostUnindexed) seal();
      const views = sealed.views();
      return changes.size() === 0 && views.length > 0 ? views : [...views, changes.view()];
    },
    locate: (id) => {
      if (changes.get(id) !== null) return { view: changes.view(), document: changes.find(id) };
      return sealed.locate(id);
    },
    visitParts: (visit) => {
      sealed.visitParts(visit);
      changes.visitParts(visit);
    },
    changedCount: () => sealed.outside() + changes.size(),
    tidy: () => {
      if (!sealed.isMerging() && sealed.isUntidy(changes.size())) {
        seal();
        sealed.beginMerging();
      }
      return sealed.mergeOn() || sealed.isUntidy(changes.size());
    },
    compact: () => {
      seal();
      if (sealed.outside() === 0) return;
      // What has been begun does not have all of it.
      sealed.beginMerging();
      while (sealed.mergeOn());
    },
    stored: () => ({ sealed: sealed.stored(), changed: changes.view().segment }),
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
