import type { DocumentTree } from '#domain/document/document-tree';
import type { RecordId } from '#domain/records/record-base';
import type { RecordPages } from './index-pages.ts';
import { TYPE_AREA } from './page-geometry.ts';
import { paginate } from './paginate.ts';
import { placeDocument, placeIndex, type Placed } from './place-blocks.ts';
import type { PrintPictures } from './print-picture.ts';

/** A line of the table of contents. */
export type OutlineEntry = {
  readonly level: 1 | 2;
  readonly title: string;
  /** As printed on the page, counted from the first page of the body. */
  readonly page: number;
  readonly bookmark: string;
};

/** Where things stand, computed from the exact line pitch. */
export type DocumentLayout = {
  /** Chapters and sections with the pages that they begin on. */
  readonly outline: readonly OutlineEntry[];
  readonly recordPages: RecordPages;
};

/** The pages of a document's body. An index stands behind what it names, and is measured when the pages are known. */
export function layOutDocument(tree: DocumentTree, pictures: PrintPictures): DocumentLayout {
  const placed = placeDocument(tree, pictures);
  const named = pagesOf(placed.filter((each) => 'item' in each));
  const all = placed.flatMap((each) => ('item' in each ? [each] : placeIndex(each.index, named.recordPages)));
  return all.length === placed.length ? named : pagesOf(all);
}

/** The name of the bookmark on the n-th heading of the contents, counted from 0. Word hides names that begin with "_". */
export function headingBookmark(index: number): string {
  return `_Toc${String(index + 1).padStart(6, '0')}`;
}

function pagesOf(placed: readonly Placed[]): DocumentLayout {
  const pages = paginate(
    placed.map(({ item }) => item),
    TYPE_AREA.height,
  );
  const outline: OutlineEntry[] = [];
  const recordPages = new Map<RecordId, number>();
  for (const [index, { heading, entryIds }] of placed.entries()) {
    const parts = pages[index] ?? [];
    if (heading !== null) {
      outline.push({ ...heading, page: parts[0] ?? 1, bookmark: headingBookmark(outline.length) });
    }
    for (const [part, entryId] of entryIds.entries()) {
      if (entryId !== null) recordPages.set(entryId, parts[part] ?? 1);
    }
  }
  return { outline, recordPages };
}
