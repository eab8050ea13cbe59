import type { IndexItem } from '#domain/document/document-tree';
import type { RecordId } from '#domain/records/record-base';
import { TYPE_AREA } from './page-geometry.ts';
import { TEXT_STYLES } from './text-styles.ts';
import { countLines, lineWidth } from './wrap-lines.ts';

/** The pages that records stand on, counted from the first page of the body. */
export type RecordPages = ReadonlyMap<RecordId, number>;

/** A page that an index names, by a record on it; a stretch of pages by those on its first and its last. */
export type PageReference = { readonly page: number; readonly entryId: RecordId };
export type PageStretch = { readonly from: PageReference; readonly to: PageReference };

/** Fewer pages in a row are named one by one. */
const SHORTEST_STRETCH = 3;
/** What stands between the name and its pages when they do not fit on one line. */
const GAP = '　';
/** Dots that lead the eye are worth it only from so much room on, in twips. */
const LEAST_LEADER = 480;

/** The pages of a name in order, each once; a record that is not in the document has none. */
function pageStretches({ entryIds }: IndexItem, pages: RecordPages): readonly PageStretch[] {
  const first = new Map<number, RecordId>();
  for (const entryId of entryIds) {
    const page = pages.get(entryId);
    if (page !== undefined && !first.has(page)) first.set(page, entryId);
  }
  const references = [...first].map(([page, entryId]) => ({ page, entryId })).toSorted((a, b) => a.page - b.page);
  const rows: PageReference[][] = [];
  for (const reference of references) {
    const row = rows.at(-1);
    if (row !== undefined && row.at(-1)?.page === reference.page - 1) row.push(reference);
    else rows.push([reference]);
  }
  return rows.flatMap((row) => {
    const [from, to] = [row[0], row.at(-1)];
    if (from === undefined || to === undefined) return [];
    return row.length >= SHORTEST_STRETCH ? [{ from, to }] : row.map((one) => ({ from: one, to: one }));
  });
}

function stretchText({ from, to }: PageStretch): string {
  return from.page === to.page ? String(from.page) : `${from.page}—${to.page}`;
}

export type IndexLine = {
  readonly stretches: readonly PageStretch[];
  /** A tab, when everything fits on one line and the pages stand at its end. */
  readonly gap: '\t' | typeof GAP;
  readonly lines: number;
};

/** How an item of the index is set. */
export function indexLine(item: IndexItem, pages: RecordPages): IndexLine {
  const style = TEXT_STYLES.indexItem;
  const stretches = pageStretches(item, pages);
  const text = stretches.map(stretchText).join('、');
  const width = TYPE_AREA.width - style.left;
  const used = lineWidth(item.name, style) + lineWidth(text, style) + LEAST_LEADER;
  if (used <= width - style.firstLine) return { stretches, gap: '\t', lines: 1 };
  const lines = countLines([{ text: `${item.name}${GAP}${text}`, face: style }], { ...style, width });
  return { stretches, gap: GAP, lines };
}
