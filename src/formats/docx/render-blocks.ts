import { Paragraph, type FileChild } from 'docx';
import type { Block, EntryBlock } from '#domain/document/document-tree';
import type { RecordId } from '#domain/records/record-base';
import { bookmarked, textRuns } from './render-runs.ts';
import { renderTable } from './render-table.ts';
import { ENTRY_TITLE, TEXT_STYLES, type TextStyle } from './text-styles.ts';

export type BlockContext = {
  readonly entryBookmarks: ReadonlyMap<RecordId, string>;
  /** The bookmark that the table of contents links to, for the next heading that is listed there. */
  readonly nextHeadingBookmark: () => string;
};

/**
 * One block of the tree as the parts of a Word document.
 *
 * @param isLast whether it ends its chapter
 */
export function renderBlock(block: Block, context: BlockContext, isLast: boolean): readonly FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        block.level === 2
          ? listedHeading(block.text, TEXT_STYLES.section, context)
          : styled(TEXT_STYLES.subsection, block.text),
      ];
    case 'paragraph':
      return [styled(TEXT_STYLES.body, block.text)];
    case 'note':
      return [styled(TEXT_STYLES.note, block.text)];
    case 'signature':
      return [styled(TEXT_STYLES.signature, block.text)];
    case 'entry':
      return renderEntry(block, context);
    case 'table':
      return [
        renderTable(block, context.entryBookmarks),
        new Paragraph({ style: (isLast ? TEXT_STYLES.afterLastTable : TEXT_STYLES.afterTable).id }),
      ];
  }
}

/** A heading that stands in the table of contents. */
export function listedHeading(text: string, style: TextStyle, context: BlockContext, startsNewPage = false): Paragraph {
  return new Paragraph({
    style: style.id,
    pageBreakBefore: startsNewPage,
    children: [bookmarked(context.nextHeadingBookmark(), textRuns(text, style))],
  });
}

function renderEntry(entry: EntryBlock, context: BlockContext): readonly Paragraph[] {
  const [first = '', ...rest] = entry.paragraphs;
  const title = textRuns(`【${entry.title}】`, ENTRY_TITLE, ENTRY_TITLE.id);
  const bookmark = context.entryBookmarks.get(entry.entryId);
  return [
    new Paragraph({
      style: TEXT_STYLES.body.id,
      children: [
        ...(bookmark === undefined ? title : [bookmarked(bookmark, title)]),
        ...(first === '' ? [] : textRuns(first, TEXT_STYLES.body)),
      ],
    }),
    ...rest.map((text) => styled(TEXT_STYLES.body, text)),
  ];
}

export function styled(style: TextStyle, text: string): Paragraph {
  return new Paragraph({ style: style.id, children: textRuns(text, style) });
}
