import type { Block, EntryBlock, Figure } from '#domain/document/document-tree';
import type { RecordId } from '#domain/records/record-base';
import type { RecordPages } from './index-pages.ts';
import type { Media } from './package-media.ts';
import { renderIndex } from './render-index.ts';
import { renderTable } from './render-table.ts';
import type { Area } from './table-geometry.ts';
import { ENTRY_TITLE, noteStyle, TEXT_STYLES, type TextStyle } from './text-styles.ts';
import { bookmarked, paragraph, styled, textRuns, type Markup } from './word-markup.ts';

export type BlockContext = {
  readonly entryBookmarks: ReadonlyMap<RecordId, string>;
  readonly media: Media;
  readonly recordPages: RecordPages;
  /** The bookmark that the table of contents links to, for the next heading that is listed there. */
  readonly nextHeadingBookmark: () => string;
  /** What tables are as wide as. */
  readonly area: Area;
};

/**
 * One block of the tree as the parts of a Word document.
 *
 * @param isLast whether it ends its chapter
 */
export function renderBlock(block: Block, context: BlockContext, isLast: boolean): Markup {
  switch (block.kind) {
    case 'heading':
      return block.level === 2
        ? listedHeading(block.text, TEXT_STYLES.section, context)
        : styled(TEXT_STYLES.subsection, block.text);
    case 'paragraph':
      return styled(TEXT_STYLES.body, block.text);
    case 'note':
      return styled(noteStyle(block), block.text);
    case 'signature':
      return styled(TEXT_STYLES.signature, block.text);
    case 'entry':
      return renderEntry(block, context);
    case 'table':
      return (
        renderTable(block, context, context.area) +
        paragraph(isLast ? TEXT_STYLES.afterLastTable : TEXT_STYLES.afterTable, '')
      );
    case 'figure':
      return renderFigure(block, context);
    case 'chart':
      return context.media.chart(block, TEXT_STYLES.figure) + styled(TEXT_STYLES.caption, block.caption);
    case 'index':
      return renderIndex(block, context);
  }
}

/** A heading that stands in the table of contents. */
export function listedHeading(text: string, style: TextStyle, context: BlockContext, startsPage = false): Markup {
  return paragraph(style, bookmarked(context.nextHeadingBookmark(), textRuns(text, style)), { startsPage });
}

function renderEntry(entry: EntryBlock, context: BlockContext): Markup {
  const [first = '', ...rest] = entry.paragraphs;
  const title = textRuns(`【${entry.title}】`, ENTRY_TITLE, ENTRY_TITLE.id);
  const bookmark = context.entryBookmarks.get(entry.entryId);
  const runs = (bookmark === undefined ? title : bookmarked(bookmark, title)) + textRuns(first, TEXT_STYLES.body);
  return paragraph(TEXT_STYLES.body, runs) + rest.map((text) => styled(TEXT_STYLES.body, text)).join('');
}

function renderFigure({ picture, caption }: Figure, { media }: BlockContext): Markup {
  const { figure, figureAlone, missingFigure } = TEXT_STYLES;
  const shown = caption === '' ? figureAlone : figure;
  return (
    media.picture(picture, { shown, missing: missingFigure }) +
    (caption === '' ? '' : styled(TEXT_STYLES.caption, caption))
  );
}
