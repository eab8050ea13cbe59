import type { RecordId } from '../records/record-base.ts';

/**
 * A document as its author thinks of it: words and their order, no fonts, no file format. Texts are single lines without
 * control characters; a renderer decides how they look.
 */
export type DocumentTree = {
  readonly properties: DocumentProperties;
  /** Null for a document that begins with its opening. */
  readonly cover: Cover | null;
  /** Pages of pictures before the contents, without page numbers (图片专辑). */
  readonly plates?: Plates;
  /** The words above the table of contents, whose entries follow from the chapters; null for a document without one. */
  readonly contentsTitle: string | null;
  readonly opening: Opening;
  readonly chapters: readonly Chapter[];
  /** A document of wide tables lies on its side; it has neither cover nor contents. */
  readonly orientation?: 'landscape';
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

/** Their title is no heading: the contents follow them and do not list them. */
export type Plates = { readonly titleLines: readonly string[]; readonly blocks: readonly Block[] };

/** What stands before the first chapter, on the first numbered page. */
export type Opening = { readonly titleLines: readonly string[]; readonly blocks: readonly Block[] };

/** A chapter: its title is the heading of level 1. */
export type Chapter = {
  readonly title: string;
  readonly startsNewPage: boolean;
  readonly blocks: readonly Block[];
};

export type Block = Heading | Paragraph | EntryBlock | Table | Figure | Chart | IndexBlock | Note | Signature;

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

/** A row is not to be split over two pages. */
export type Row<C extends Cell = Cell> = { readonly entryId: RecordId | null; readonly cells: readonly C[] };
export type TextRow = Row<string>;

/** Text, in which a "\n" begins a new line, or a picture. */
export type Cell = string | Picture;

/**
 * A stored picture as it is to be printed. The tree only names it: whoever renders the tree is given the pictures, ready
 * for print, by `pictureKey`.
 */
export type Picture = {
  /** SHA-256 of the stored file. */
  readonly sha256: string;
  readonly mime: string;
  /** Degrees clockwise by which it is turned after its own orientation has been followed: 0, 90, 180 or 270. */
  readonly rotation: number;
  /** Stands in its place where it cannot be printed. */
  readonly name: string;
  /** The box that it is fitted into, in millimetres. */
  readonly box: { readonly width: number; readonly height: number };
};

/** A picture in the middle of the page with the words under it, which stay with it; an empty caption leaves no line. */
export type Figure = { readonly kind: 'figure'; readonly picture: Picture; readonly caption: string };

/** Columns over categories, as wide as the page's text, with their numbers and a caption under them. */
export type Chart = {
  readonly kind: 'chart';
  readonly caption: string;
  readonly categories: readonly string[];
  /** Each as long as the categories. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** Whether the series of a category stand on each other, for parts of a whole, or side by side. */
  readonly isStacked: boolean;
};

/** Names with the pages on which their records stand, under the letters that they begin with. */
export type IndexBlock = {
  readonly kind: 'index';
  readonly groups: readonly { readonly letter: string; readonly items: readonly IndexItem[] }[];
};
export type IndexItem = { readonly name: string; readonly entryIds: readonly RecordId[] };

/** A remark in smaller type on what follows, with which it stays, or for itself. */
export type Note = { readonly kind: 'note'; readonly text: string; readonly standsAlone?: boolean };

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

/** All blocks on numbered pages. */
export function documentBlocks(tree: DocumentTree): readonly Block[] {
  return [...tree.opening.blocks, ...tree.chapters.flatMap((chapter) => chapter.blocks)];
}

/** Every picture that is to be ready for print, once for each size and turn of it. */
export function documentPictures(tree: DocumentTree): readonly Picture[] {
  return [...new Map(shownPictures(tree).map((picture) => [pictureKey(picture), picture])).values()];
}

/** Every picture where it stands, in the order of the pages. */
export function shownPictures(tree: DocumentTree): readonly Picture[] {
  return [...(tree.plates?.blocks ?? []), ...documentBlocks(tree)].flatMap((block) => {
    if (block.kind === 'figure') return [block.picture];
    return block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells).filter(isPicture) : [];
  });
}

export function isPicture(cell: Cell): cell is Picture {
  return typeof cell !== 'string';
}

/** Tells prints apart: the same file in another size or turned otherwise is another one. */
export function pictureKey({ sha256, rotation, box }: Picture): string {
  return `${sha256}/${rotation}/${box.width}x${box.height}`;
}
