import { Document, NumberFormat, SectionType } from 'docx';
import { documentBlocks, type Block, type DocumentTree, type Plates } from '#domain/document/document-tree';
import { entryBookmarks } from './entry-bookmarks.ts';
import { finishPackage, placeholder } from './finish-package.ts';
import type { RecordPages } from './index-pages.ts';
import { LANDSCAPE_AREA, LANDSCAPE_PAGE, landscapeFooters } from './landscape-page.ts';
import { headingBookmark, layOutDocument } from './outline.ts';
import { createMedia, type Media } from './package-media.ts';
import { PAGE, TYPE_AREA } from './page-geometry.ts';
import { pageNumberFooters } from './page-number-footers.ts';
import { NO_PICTURES, type PrintPictures } from './print-picture.ts';
import { listedHeading, renderBlock, type BlockContext } from './render-blocks.ts';
import { renderContents } from './render-contents.ts';
import { renderCover } from './render-cover.ts';
import { TEXT_STYLES } from './text-styles.ts';
import { styled, type Markup } from './word-markup.ts';

export type RenderOptions = {
  /** The pictures of the tree that can be printed. */
  readonly pictures?: PrintPictures;
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
  const { pictures = NO_PICTURES } = options;
  const media = createMedia(pictures);
  const { outline, recordPages } = layOutDocument(tree, pictures);
  const context = blockContext(tree, media, recordPages);
  const { cover, plates, contentsTitle, orientation } = tree;
  const front = plates === undefined ? '' : renderPlates(plates, context);
  const body = await renderBody(tree, context, options);
  // A page that is headed as contents and lists nothing would look like a mistake.
  const hasContents = contentsTitle !== null && outline.length > 0;
  const sections = [
    ...(cover === null ? [] : [{ numbers: null, text: renderCover(cover) }]),
    ...(front === '' ? [] : [{ numbers: null, text: front }]),
    ...(hasContents ? [{ numbers: NumberFormat.UPPER_ROMAN, text: renderContents(contentsTitle, outline) }] : []),
    { numbers: orientation === 'landscape' ? orientation : NumberFormat.DECIMAL, text: body },
  ];
  return finishPackage(
    wordDocument(sections),
    { sections: sections.map(({ text }) => text), media: media.parts() },
    tree.properties,
  );
}

function renderPlates({ titleLines, blocks }: Plates, context: BlockContext): Markup {
  const title = titleLines.map((line) => styled(TEXT_STYLES.title, line));
  return [...title, ...blocks.map((block) => renderBlock(block, context, block === blocks.at(-1)))].join('');
}

async function renderBody(tree: DocumentTree, context: BlockContext, options: RenderOptions): Promise<Markup> {
  const { onProgress, yieldEvery = 100, pause, signal } = options;
  const total = documentBlocks(tree).length;
  const parts: Markup[] = [openingTitle(tree)];
  let done = 0;
  const render = async (block: Block, isLast: boolean): Promise<void> => {
    parts.push(renderBlock(block, context, isLast));
    done += 1;
    onProgress?.(done, total);
    if (done % yieldEvery !== 0) return;
    await pause?.();
    if (signal?.aborted === true) throw new RenderAborted();
  };
  for (const block of tree.opening.blocks) await render(block, false);
  for (const chapter of tree.chapters) {
    parts.push(listedHeading(chapter.title, TEXT_STYLES.chapter, context, chapter.startsNewPage));
    for (const block of chapter.blocks) await render(block, block === chapter.blocks.at(-1));
  }
  return parts.join('');
}

function blockContext(tree: DocumentTree, media: Media, recordPages: RecordPages): BlockContext {
  let headings = 0;
  return {
    entryBookmarks: entryBookmarks(tree),
    media,
    recordPages,
    area: tree.orientation === 'landscape' ? LANDSCAPE_AREA : TYPE_AREA,
    nextHeadingBookmark: () => {
      headings += 1;
      return headingBookmark(headings - 1);
    },
  };
}

function openingTitle(tree: DocumentTree): Markup {
  return tree.opening.titleLines
    .map((line, index, all) =>
      styled(index === all.length - 1 && index > 0 ? TEXT_STYLES.titleEnd : TEXT_STYLES.title, line),
    )
    .join('');
}

/** How the pages of a section are numbered, or that they lie on their side; null for a cover and plates, without numbers. */
type Numbers = (typeof NumberFormat)['DECIMAL' | 'UPPER_ROMAN'] | 'landscape' | null;

function wordDocument(sections: readonly { readonly numbers: Numbers }[]): Document {
  const page = {
    size: { width: PAGE.width, height: PAGE.height },
    margin: { ...PAGE, header: 0, gutter: 0 },
  };
  return new Document({
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    features: { updateFields: false },
    sections: sections.map(({ numbers }, index) => {
      const children = placeholder(index);
      if (numbers === null) return { properties: { type: SectionType.ODD_PAGE, page }, children };
      if (numbers === 'landscape')
        return { properties: { page: LANDSCAPE_PAGE }, footers: landscapeFooters(), children };
      const pageNumbers = { start: 1, formatType: numbers };
      return {
        properties: { type: SectionType.ODD_PAGE, page: { ...page, pageNumbers } },
        footers: pageNumberFooters(),
        children,
      };
    }),
  });
}
