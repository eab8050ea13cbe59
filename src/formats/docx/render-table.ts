import { isPicture, type Cell, type Column, type Row, type Table } from '#domain/document/document-tree';
import { TYPE_AREA } from './page-geometry.ts';
import type { BlockContext } from './render-blocks.ts';
import { BORDER_EIGHTHS, CELL_PADDING, measureTable, tallestWholeRow, type Area } from './table-geometry.ts';
import { TEXT_STYLES } from './text-styles.ts';
import { bookmarked, paragraph, styled, textRuns, type Markup } from './word-markup.ts';

type TableContext = Pick<BlockContext, 'entryBookmarks' | 'media'>;

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const;
const BORDERS = SIDES.map(
  (side) => `<w:${side} w:val="single" w:sz="${BORDER_EIGHTHS}" w:space="0" w:color="000000"/>`,
);
const MARGINS = [
  ['top', CELL_PADDING.vertical],
  ['left', CELL_PADDING.horizontal],
  ['bottom', CELL_PADDING.vertical],
  ['right', CELL_PADDING.horizontal],
].map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`);

/** A table as wide as its area: header row on every page, no row over two pages, every height computed. */
export function renderTable(table: Table, context: TableContext, area: Area = TYPE_AREA): Markup {
  const { columnWidths, headerHeight, rowHeights } = measureTable(table, context.media.pictures, area);
  const tallest = tallestWholeRow(area);
  const rows = table.rows.map((row, index) => {
    const height = rowHeights[index] ?? 0;
    // A row that has to be split gets no height: a least height is kept on one page.
    return bodyRow(row, table.columns, columnWidths, height <= tallest ? height : null, context);
  });
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${area.width}" w:type="dxa"/><w:tblBorders>${BORDERS.join('')}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${MARGINS.join('')}</w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${columnWidths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    `${headerRow(table.columns, columnWidths, headerHeight)}${rows.join('')}</w:tbl>`
  );
}

function headerRow(columns: readonly Column[], widths: readonly number[], height: number): Markup {
  const cells = columns.map(({ title }, index) => cell(styled(TEXT_STYLES.columnTitle, title), widths[index] ?? 0));
  return `<w:tr><w:trPr><w:cantSplit/>${leastHeight(height)}<w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
}

function bodyRow(
  row: Row,
  columns: readonly Column[],
  widths: readonly number[],
  height: number | null,
  { entryBookmarks, media }: TableContext,
): Markup {
  const bookmark = row.entryId === null ? undefined : entryBookmarks.get(row.entryId);
  const content = (given: Cell, index: number): Markup => {
    const { cell: left, cellCentred, cellPicture } = TEXT_STYLES;
    if (isPicture(given)) return media.picture(given, { shown: cellPicture, missing: cellCentred });
    const style = columns[index]?.align === 'center' ? cellCentred : left;
    const runs = textRuns(given, style);
    return paragraph(style, index === 0 && bookmark !== undefined ? bookmarked(bookmark, runs) : runs);
  };
  const properties = height === null ? '' : `<w:trPr><w:cantSplit/>${leastHeight(height)}</w:trPr>`;
  const cells = row.cells.map((given, index) => cell(content(given, index), widths[index] ?? 0));
  return `<w:tr>${properties}${cells.join('')}</w:tr>`;
}

function leastHeight(height: number): Markup {
  return `<w:trHeight w:val="${height}" w:hRule="atLeast"/>`;
}

function cell(content: Markup, width: number): Markup {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
}
