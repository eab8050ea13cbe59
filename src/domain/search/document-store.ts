import { buildGramIndex } from './build-gram-index.ts';
import type { GramIndex } from './gram-index.ts';
import { createIdTable, type IdTable } from './id-table.ts';
import type { PackedDocument } from './packed-document.ts';
import { orderKeyOf, rangeOf, textOf, unpackDocument } from './read-segment.ts';
import { buildSegment, compareDocuments, createSegmentBuilder, type Segment } from './search-segment.ts';
import { viewSegment, type SegmentView } from './segment-view.ts';

/**
 * All documents: a large segment with an index, and beside it a small one without, of those that have changed since,
 * which is made anew after each change and read whole. Now and then all goes into a new large segment.
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
  /** How many documents have changed since the index was built. */
  readonly changedCount: () => number;
  /** Takes all changes into the index. Takes about as long as building it: seconds for 100,000 documents. */
  readonly compact: () => void;
  /** The arrays themselves, not copies. */
  readonly stored: () => StoredDocuments;
};

type PartVisitor = (id: string, partIds: readonly string[]) => void;

/** What is kept of a store when it is saved. */
export type StoredDocuments = {
  readonly base: { readonly segment: Segment; readonly grams: GramIndex; readonly dead: Uint8Array };
  readonly changed: Segment;
};

/** Reading so many documents for each term costs less than a millisecond. */
const MOST_CHANGED = 1024;
const MOST_CHANGED_SHARE = 1 / 32;

export function createDocumentStore(stored?: StoredDocuments): DocumentStore {
  const { segment, grams, dead } = stored?.base ?? NOTHING;
  let base = createBase(segment, grams, dead);
  const changes = createChanges(stored?.changed);
  const compact = () => {
    if (changes.size() === 0 && base.view.deadCount() === 0) return;
    const merged = base.view.segment.size === 0 ? changes.view().segment : mergeSegments(base.view, changes.view());
    base = createBase(merged, buildGramIndex(merged.passages));
    changes.clear();
  };
  const mayChange = () => Math.max(MOST_CHANGED, base.view.segment.size * MOST_CHANGED_SHARE);
  return {
    size: () => base.view.segment.size - base.view.deadCount() + changes.size(),
    find: (id) => {
      const changed = changes.get(id);
      if (changed !== null) return changed;
      const document = base.find(id);
      return document === -1 ? null : unpackDocument(base.view.segment, document);
    },
    put: (document) => {
      base.bury(document.id);
      changes.set(document);
    },
    remove: (id) => {
      base.bury(id);
      changes.remove(id);
    },
    views: () => {
      if (changes.size() > mayChange()) compact();
      return changes.size() === 0 ? [base.view] : [base.view, changes.view()];
    },
    locate: (id) => {
      if (changes.get(id) !== null) return { view: changes.view(), document: changes.find(id) };
      const document = base.find(id);
      return document === -1 ? null : { view: base.view, document };
    },
    visitParts: (visit) => {
      base.visitParts(visit);
      changes.visitParts(visit);
    },
    changedCount: () => changes.size() + base.view.deadCount(),
    compact,
    stored: () => ({
      base: { segment: base.view.segment, grams: base.grams, dead: base.view.dead },
      changed: changes.view().segment,
    }),
  };
}

const NO_DOCUMENTS = buildSegment([]);
const NOTHING = { segment: NO_DOCUMENTS, grams: buildGramIndex(NO_DOCUMENTS.passages), dead: undefined };

function createBase(segment: Segment, grams: GramIndex, dead: Uint8Array = new Uint8Array(segment.size)) {
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
function createChanges(stored: Segment = NO_DOCUMENTS) {
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

/** The living documents of both in one order. */
function mergeSegments(a: SegmentView, b: SegmentView): Segment {
  const builder = createSegmentBuilder();
  const [fromA, fromB] = [a.living(), b.living()];
  let inB = 0;
  let keyB = fromB.length > 0 ? orderKeyOf(b.segment, fromB[0] as number) : null;
  for (const document of fromA) {
    if (keyB !== null) {
      const key = orderKeyOf(a.segment, document);
      while (keyB !== null && compareDocuments(keyB, key) < 0) {
        builder.copy(b.segment, fromB[inB] as number);
        inB += 1;
        keyB = inB < fromB.length ? orderKeyOf(b.segment, fromB[inB] as number) : null;
      }
    }
    builder.copy(a.segment, document);
  }
  for (; inB < fromB.length; inB += 1) builder.copy(b.segment, fromB[inB] as number);
  return builder.finish();
}
