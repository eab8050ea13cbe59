import type { Block, DocumentTree, Figure } from '#domain/document/document-tree';
import { TYPE_AREA } from './page-geometry.ts';
import { missingPicture } from './package-media.ts';
import { paginate, type FlowItem } from './paginate.ts';
import { printedSize, type PrintPictures } from './print-picture.ts';
import { BORDER_TWIPS, measureTable, tallestWholeRow } from './table-geometry.ts';
import { ENTRY_TITLE, TEXT_STYLES, type TextStyle } from './text-styles.ts';
import { countLines, type MeasuredRun } from './wrap-lines.ts';

/** A line of the table of contents. */
export type OutlineEntry = {
  readonly level: 1 | 2;
  readonly title: string;
  /** As printed on the page, counted from the first page of the body. */
  readonly page: number;
  readonly bookmark: string;
};

type Placed = { readonly item: FlowItem; readonly heading: Pick<OutlineEntry, 'level' | 'title'> | null };

/** Chapters and sections with the pages that they begin on, computed from the exact line pitch. */
export function documentOutline(tree: DocumentTree, pictures: PrintPictures): readonly OutlineEntry[] {
  const placed = placeDocument(tree, pictures);
  const pages = paginate(
    placed.map(({ item }) => item),
    TYPE_AREA.height,
  );
  const entries: OutlineEntry[] = [];
  for (const [index, { heading }] of placed.entries()) {
    if (heading !== null)
      entries.push({ ...heading, page: pages[index] ?? 1, bookmark: headingBookmark(entries.length) });
  }
  return entries;
}

/** The name of the bookmark on the n-th heading of the contents, counted from 0. Word hides names that begin with "_". */
export function headingBookmark(index: number): string {
  return `_Toc${String(index + 1).padStart(6, '0')}`;
}

function placeDocument(tree: DocumentTree, pictures: PrintPictures): readonly Placed[] {
  const title = tree.opening.titleLines.map((line, index, all) =>
    unlisted(paragraph([line], index === all.length - 1 && index > 0 ? TEXT_STYLES.titleEnd : TEXT_STYLES.title)),
  );
  const chapters = tree.chapters.flatMap((chapter) => [
    {
      item: { ...paragraph([chapter.title], TEXT_STYLES.chapter), startsPage: chapter.startsNewPage },
      heading: { level: 1 as const, title: chapter.title },
    },
    ...chapter.blocks.flatMap((block, index, all) => placeBlock(block, pictures, index === all.length - 1)),
  ]);
  return [...title, ...tree.opening.blocks.flatMap((block) => placeBlock(block, pictures, false)), ...chapters];
}

function placeBlock(block: Block, pictures: PrintPictures, isLast: boolean): readonly Placed[] {
  switch (block.kind) {
    case 'heading': {
      const style = block.level === 2 ? TEXT_STYLES.section : TEXT_STYLES.subsection;
      const heading = block.level === 2 ? { level: 2 as const, title: block.text } : null;
      return [{ item: paragraph([block.text], style), heading }];
    }
    case 'paragraph':
      return [unlisted(paragraph([block.text], TEXT_STYLES.body))];
    case 'note':
      return [unlisted(paragraph([block.text], TEXT_STYLES.note))];
    case 'signature':
      return [unlisted(paragraph([block.text], TEXT_STYLES.signature))];
    case 'entry': {
      const [first = '', ...rest] = block.paragraphs;
      return [
        unlisted(paragraph([`【${block.title}】`, first], TEXT_STYLES.body)),
        ...rest.map((text) => unlisted(paragraph([text], TEXT_STYLES.body))),
      ];
    }
    case 'figure':
      return placeFigure(block, pictures).map(unlisted);
    case 'table': {
      const geometry = measureTable(block, pictures);
      return [
        unlisted({
          parts: geometry.rowHeights.flatMap(rowParts),
          header: geometry.headerHeight + BORDER_TWIPS,
          before: 0,
          after: 0,
          keepNext: false,
          startsPage: false,
        }),
        unlisted(paragraph([''], isLast ? TEXT_STYLES.afterLastTable : TEXT_STYLES.afterTable)),
      ];
    }
  }
}

function placeFigure({ picture, caption }: Figure, pictures: PrintPictures): readonly FlowItem[] {
  const { figure, figureAlone, missingFigure } = TEXT_STYLES;
  const size = printedSize(picture, pictures);
  const words = caption === '' ? [] : [paragraph([caption], TEXT_STYLES.caption)];
  if (size === null) return [paragraph([missingPicture(picture.name)], missingFigure), ...words];
  const style = caption === '' ? figureAlone : figure;
  const { before, after, keepNext } = style;
  return [{ parts: [size.height + style.pitch], header: 0, before, after, keepNext, startsPage: false }, ...words];
}

/** A row that may be split ends a page after any of its lines. */
function rowParts(height: number): readonly number[] {
  if (height <= tallestWholeRow(TYPE_AREA)) return [height + BORDER_TWIPS];
  const line = TEXT_STYLES.cell.pitch;
  const lines = Math.floor(height / line);
  return [...Array.from({ length: lines - 1 }, () => line), height + BORDER_TWIPS - (lines - 1) * line];
}

function unlisted(item: FlowItem): Placed {
  return { item, heading: null };
}

/** Of two texts the first is an entry's title, in its own type. */
function paragraph(texts: readonly string[], style: TextStyle): FlowItem {
  const runs = texts.map((text, index): MeasuredRun => ({
    text,
    face: texts.length > 1 && index === 0 ? { ...style, latin: ENTRY_TITLE.latin } : style,
  }));
  const lines = countLines(runs, { ...style, width: TYPE_AREA.width - style.left - style.right });
  return {
    parts: Array.from({ length: lines }, () => style.pitch),
    header: 0,
    before: style.before,
    after: style.after,
    keepNext: style.keepNext,
    startsPage: false,
  };
}
