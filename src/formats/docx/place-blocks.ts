import type { Block, DocumentTree, Figure, IndexBlock, Table } from '#domain/document/document-tree';
import type { RecordId } from '#domain/records/record-base';
import { indexLine, type RecordPages } from './index-pages.ts';
import { CHART_SIZE, missingPicture } from './package-media.ts';
import { TYPE_AREA } from './page-geometry.ts';
import type { FlowItem } from './paginate.ts';
import { printedSize, type PrintPictures } from './print-picture.ts';
import { BORDER_TWIPS, measureTable, tallestWholeRow } from './table-geometry.ts';
import { ENTRY_TITLE, noteStyle, TEXT_STYLES, type TextStyle } from './text-styles.ts';
import { countLines, type MeasuredRun } from './wrap-lines.ts';

/** What takes room, with what is to be found again by its page. */
export type Placed = {
  readonly item: FlowItem;
  /** A heading that the contents list. */
  readonly heading: { readonly level: 1 | 2; readonly title: string } | null;
  /** The record that begins with the n-th part. */
  readonly entryIds: readonly (RecordId | null)[];
};

/** An index cannot be measured before the pages are known that it names. */
type Unmeasured = { readonly index: IndexBlock };

/** Everything that takes room in a body, in its order. */
export function placeDocument(tree: DocumentTree, pictures: PrintPictures): readonly (Placed | Unmeasured)[] {
  const title = tree.opening.titleLines.map((line, index, all) =>
    plain(paragraph([line], index === all.length - 1 && index > 0 ? TEXT_STYLES.titleEnd : TEXT_STYLES.title)),
  );
  const chapters = tree.chapters.flatMap((chapter) => [
    {
      item: { ...paragraph([chapter.title], TEXT_STYLES.chapter), startsPage: chapter.startsNewPage },
      heading: { level: 1 as const, title: chapter.title },
      entryIds: [],
    },
    ...chapter.blocks.flatMap((block, index, all) => placeBlock(block, pictures, index === all.length - 1)),
  ]);
  return [...title, ...tree.opening.blocks.flatMap((block) => placeBlock(block, pictures, false)), ...chapters];
}

/** @param pages where the records stand that the index names */
export function placeIndex({ groups }: IndexBlock, pages: RecordPages): readonly Placed[] {
  const { indexLetter, indexItem } = TEXT_STYLES;
  return groups.flatMap(({ letter, items }) => [
    plain(paragraph([letter], indexLetter)),
    ...items.map((item) => plain(lines(indexLine(item, pages).lines, indexItem))),
  ]);
}

function placeBlock(block: Block, pictures: PrintPictures, isLast: boolean): readonly (Placed | Unmeasured)[] {
  switch (block.kind) {
    case 'heading': {
      const style = block.level === 2 ? TEXT_STYLES.section : TEXT_STYLES.subsection;
      const heading = block.level === 2 ? { level: 2 as const, title: block.text } : null;
      return [{ item: paragraph([block.text], style), heading, entryIds: [] }];
    }
    case 'paragraph':
      return [plain(paragraph([block.text], TEXT_STYLES.body))];
    case 'note':
      return [plain(paragraph([block.text], noteStyle(block)))];
    case 'signature':
      return [plain(paragraph([block.text], TEXT_STYLES.signature))];
    case 'figure':
      return placeFigure(block, pictures).map(plain);
    case 'chart':
      return [high(CHART_SIZE.height, TEXT_STYLES.figure), paragraph([block.caption], TEXT_STYLES.caption)].map(plain);
    case 'index':
      return [{ index: block }];
    case 'entry': {
      const [first = '', ...rest] = block.paragraphs;
      return [
        { ...plain(paragraph([`【${block.title}】`, first], TEXT_STYLES.body)), entryIds: [block.entryId] },
        ...rest.map((text) => plain(paragraph([text], TEXT_STYLES.body))),
      ];
    }
    case 'table':
      return placeTable(block, pictures, isLast);
  }
}

function placeTable(table: Table, pictures: PrintPictures, isLast: boolean): readonly Placed[] {
  const geometry = measureTable(table, pictures);
  const rows = geometry.rowHeights.map(rowParts);
  const item = {
    parts: rows.flat(),
    header: geometry.headerHeight + BORDER_TWIPS,
    before: 0,
    after: 0,
    keepNext: false,
    startsPage: false,
  };
  const entryIds = rows.flatMap((parts, index) =>
    parts.map((_, part) => (part === 0 ? (table.rows[index]?.entryId ?? null) : null)),
  );
  const after = isLast ? TEXT_STYLES.afterLastTable : TEXT_STYLES.afterTable;
  return [{ item, heading: null, entryIds }, plain(paragraph([''], after))];
}

function placeFigure({ picture, caption }: Figure, pictures: PrintPictures): readonly FlowItem[] {
  const { figure, figureAlone, missingFigure } = TEXT_STYLES;
  const size = printedSize(picture, pictures);
  const words = caption === '' ? [] : [paragraph([caption], TEXT_STYLES.caption)];
  if (size === null) return [paragraph([missingPicture(picture.name)], missingFigure), ...words];
  return [high(size.height, caption === '' ? figureAlone : figure), ...words];
}

/** A row that may be split ends a page after any of its lines. */
function rowParts(height: number): readonly number[] {
  if (height <= tallestWholeRow(TYPE_AREA)) return [height + BORDER_TWIPS];
  const line = TEXT_STYLES.cell.pitch;
  const count = Math.floor(height / line);
  return [...Array.from({ length: count - 1 }, () => line), height + BORDER_TWIPS - (count - 1) * line];
}

function plain(item: FlowItem): Placed {
  return { item, heading: null, entryIds: [] };
}

/** A line that is as high as what stands in it. */
function high(height: number, style: TextStyle): FlowItem {
  return { ...lines(1, style), parts: [height + style.pitch] };
}

/** Of two texts the first is an entry's title, in its own type. */
function paragraph(texts: readonly string[], style: TextStyle): FlowItem {
  const runs = texts.map((text, index): MeasuredRun => ({
    text,
    face: texts.length > 1 && index === 0 ? { ...style, latin: ENTRY_TITLE.latin } : style,
  }));
  return lines(countLines(runs, { ...style, width: TYPE_AREA.width - style.left - style.right }), style);
}

function lines(count: number, { pitch, before, after, keepNext }: TextStyle): FlowItem {
  return {
    parts: Array.from({ length: count }, () => pitch),
    header: 0,
    before,
    after,
    keepNext,
    startsPage: false,
  };
}
