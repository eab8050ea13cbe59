import { Document, NumberFormat, Packer, SectionType, type FileChild, type Paragraph } from 'docx';
import { documentBlocks, type Block, type DocumentTree } from '#domain/document/document-tree';
import { entryBookmarks } from './entry-bookmarks.ts';
import { finishPackage } from './finish-package.ts';
import { documentOutline, headingBookmark, type OutlineEntry } from './outline.ts';
import { PAGE } from './page-geometry.ts';
import { pageNumberFooters } from './page-number-footers.ts';
import { listedHeading, renderBlock, styled, type BlockContext } from './render-blocks.ts';
import { renderContents } from './render-contents.ts';
import { renderCover } from './render-cover.ts';
import { TEXT_STYLES } from './text-styles.ts';

export type RenderOptions = {
  /** Told after every block; done reaches total before the file is packed. */
  readonly onProgress?: (done: number, total: number) => void;
  /** How many blocks are rendered between two pauses. */
  readonly yieldEvery?: number;
  /** Lets other work in between; without it rendering does not pause. */
  readonly pause?: () => Promise<void>;
  /** Looked at after every pause. */
  readonly signal?: { readonly aborted: boolean };
};

/** Thrown when the signal was set: whoever set it knows why. */
export class RenderAborted extends Error {}

/**
 * The document as a .docx file, in page and type as GB/T 9704-2012, 5.1 to 5.2.3, 7.3 and 7.5 have it: cover without a
 * number, contents in Roman numbers, body from page 1, odd pages numbered at the right and even ones at the left. What
 * the tree has no cover or contents for begins with its body. The contents name the pages on first opening. The same tree
 * gives the same bytes.
 */
export async function renderDocx(tree: DocumentTree, options: RenderOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const outline = documentOutline(tree);
  const body = await renderBody(tree, options);
  const packed = await Packer.toArrayBuffer(wordDocument(tree, outline, body));
  return finishPackage(new Uint8Array(packed), tree.properties);
}

async function renderBody(tree: DocumentTree, options: RenderOptions): Promise<readonly FileChild[]> {
  const { onProgress, yieldEvery = 100, pause, signal } = options;
  const total = documentBlocks(tree).length;
  const context = blockContext(tree);
  const children: FileChild[] = [...openingTitle(tree)];
  let done = 0;
  const render = async (block: Block, isLast: boolean): Promise<void> => {
    children.push(...renderBlock(block, context, isLast));
    done += 1;
    onProgress?.(done, total);
    if (done % yieldEvery !== 0) return;
    await pause?.();
    if (signal?.aborted === true) throw new RenderAborted();
  };
  for (const block of tree.opening.blocks) await render(block, false);
  for (const chapter of tree.chapters) {
    children.push(listedHeading(chapter.title, TEXT_STYLES.chapter, context, chapter.startsNewPage));
    for (const block of chapter.blocks) await render(block, block === chapter.blocks.at(-1));
  }
  return children;
}

function blockContext(tree: DocumentTree): BlockContext {
  let headings = 0;
  return {
    entryBookmarks: entryBookmarks(tree),
    nextHeadingBookmark: () => {
      headings += 1;
      return headingBookmark(headings - 1);
    },
  };
}

function openingTitle(tree: DocumentTree): readonly Paragraph[] {
  return tree.opening.titleLines.map((line, index, all) =>
    styled(index === all.length - 1 && index > 0 ? TEXT_STYLES.titleEnd : TEXT_STYLES.title, line),
  );
}

function wordDocument(tree: DocumentTree, outline: readonly OutlineEntry[], body: readonly FileChild[]): Document {
  const page = {
    size: { width: PAGE.width, height: PAGE.height },
    margin: { ...PAGE, header: 0, gutter: 0 },
  };
  const numbered = (formatType: (typeof NumberFormat)['DECIMAL' | 'UPPER_ROMAN'], children: readonly FileChild[]) => ({
    properties: { type: SectionType.ODD_PAGE, page: { ...page, pageNumbers: { start: 1, formatType } } },
    footers: pageNumberFooters(),
    children,
  });
  return new Document({
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    features: { updateFields: false },
    sections: [
      ...(tree.cover === null ? [] : [{ properties: { page }, children: renderCover(tree.cover) }]),
      // A page that is headed as contents and lists nothing would look like a mistake.
      ...(tree.contentsTitle === null || outline.length === 0
        ? []
        : [numbered(NumberFormat.UPPER_ROMAN, renderContents(tree.contentsTitle, outline))]),
      numbered(NumberFormat.DECIMAL, body),
    ],
  });
}
