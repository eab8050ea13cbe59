import type { RecordId } from '../records/record-base.ts';

/**
 * A document as its author thinks of it: words and their order, no fonts, no file format. Texts are single lines without
 * control characters; a renderer decides how they look.
 */
export type DocumentTree = {
  readonly properties: DocumentProperties;
  /** Null for a document that begins with its opening. */
  readonly cover: Cover | null;
  /** The words above the table of contents, whose entries follow from the chapters; null for a document without one. */
  readonly contentsTitle: string | null;
  readonly opening: Opening;
  readonly chapters: readonly Chapter[];
};

export type DocumentProperties = {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  /** ISO 8601 calendar day that the file is dated with. */
  readonly compiledOn: string;
};

export type Cover = {
  /** The title, already broken where a reader would pause. */
  readonly titleLines: readonly string[];
  readonly subtitle: string;
  readonly editor: string;
  readonly date: string;
};

/** What stands before the first chapter, on the first numbered page. */
export type Opening = { readonly titleLines: readonly string[]; readonly blocks: readonly Block[] };

/** A chapter: its title is the heading of level 1. */
export type Chapter = {
  readonly title: string;
  readonly startsNewPage: boolean;
  readonly blocks: readonly Block[];
};

export type Block = Heading | Paragraph | EntryBlock | Table | Note | Signature;

export type Heading = { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string };
export type Paragraph = { readonly kind: 'paragraph'; readonly text: string };

/** A yearbook entry: 【标题】 and the text that follows it. The first paragraph stands on the title's line. */
export type EntryBlock = {
  readonly kind: 'entry';
  readonly entryId: RecordId;
  readonly title: string;
  readonly paragraphs: readonly string[];
};

export type Table = {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
};

/** Widths are relative to each other. The titles form the header row, which is repeated on every page. */
export type Column = { readonly title: string; readonly width: number; readonly align: 'left' | 'center' };

/** A row is not to be split over two pages. A "\n" in a cell begins a new line. */
export type Row = { readonly entryId: RecordId | null; readonly cells: readonly string[] };

/** A remark in smaller type. */
export type Note = { readonly kind: 'note'; readonly text: string };

/** Who made the document, or when: one line at the right, below what it stands for. */
export type Signature = { readonly kind: 'signature'; readonly text: string };

/** The records that a document contains, in reading order and as often as they occur: a check counts on it. */
export function documentEntryIds(tree: DocumentTree): readonly RecordId[] {
  return documentBlocks(tree).flatMap((block) => {
    if (block.kind === 'entry') return [block.entryId];
    if (block.kind === 'table') return block.rows.flatMap((row) => (row.entryId === null ? [] : [row.entryId]));
    return [];
  });
}

export function documentBlocks(tree: DocumentTree): readonly Block[] {
  return [...tree.opening.blocks, ...tree.chapters.flatMap((chapter) => chapter.blocks)];
}
