import { isPicture, type Cell, type Table } from '#domain/document/document-tree';
import { TYPE_AREA } from './page-geometry.ts';
import { missingPicture } from './package-media.ts';
import { printedSize, type PrintPictures } from './print-picture.ts';
import { TEXT_STYLES, type TextStyle } from './text-styles.ts';
import { countLines } from './wrap-lines.ts';

/** Room between a cell's border and its text, twips. */
export const CELL_PADDING = { horizontal: 60, vertical: 50 } as const;
/** Half a point, in eighths of a point as Word counts borders. */
export const BORDER_EIGHTHS = 4;
/** A row takes this much more than its height, in Word as in LibreOffice. */
export const BORDER_TWIPS = 10;

/** Rows higher than this may be split after all: a list of two hundred recipients would not fit any page. */
export function tallestWholeRow({ height }: Area): number {
  return height / 2;
}

/** Where a table stands, in twips. */
export type Area = { readonly width: number; readonly height: number };

export type TableGeometry = {
  readonly columnWidths: readonly number[];
  readonly headerHeight: number;
  readonly rowHeights: readonly number[];
};

/** Column widths that fill the area exactly, and the height of every row, without its border, by wrapping its cells. In twips. */
export function measureTable(table: Table, pictures: PrintPictures, area: Area = TYPE_AREA): TableGeometry {
  const shares = table.columns.map((column) => column.width);
  const columnWidths = wholeTwips(shares, area.width);
  const height = (cells: readonly Cell[], style: TextStyle): number =>
    Math.max(style.pitch, ...cells.map((cell, index) => cellHeight(cell, columnWidths[index] ?? 0, style, pictures))) +
    2 * CELL_PADDING.vertical;
  return {
    columnWidths,
    headerHeight: height(
      table.columns.map((column) => column.title),
      TEXT_STYLES.columnTitle,
    ),
    rowHeights: table.rows.map((row) => height(row.cells, TEXT_STYLES.cell)),
  };
}

function cellHeight(cell: Cell, columnWidth: number, style: TextStyle, pictures: PrintPictures): number {
  if (!isPicture(cell)) return cellLines(cell, columnWidth, style) * style.pitch;
  const size = printedSize(cell, pictures);
  if (size === null) return cellLines(missingPicture(cell.name), columnWidth, style) * style.pitch;
  return size.height + TEXT_STYLES.cellPicture.pitch;
}

function cellLines(text: string, columnWidth: number, style: TextStyle): number {
  const width = columnWidth - 2 * CELL_PADDING.horizontal;
  return text
    .split('\n')
    .reduce((lines, line) => lines + countLines([{ text: line, face: style }], { ...style, width }), 0);
}

/** Whole twips; the last column takes what rounding leaves. */
function wholeTwips(shares: readonly number[], available: number): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((share / total) * available));
  const rest = available - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
}
