import {
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Column, Row, Table as TreeTable } from '#domain/document/document-tree';
import type { RecordId } from '#domain/records/record-base';
import { TYPE_AREA } from './page-geometry.ts';
import { bookmarked, textRuns } from './render-runs.ts';
import { BORDER_EIGHTHS, CELL_PADDING, measureTable, tallestWholeRow, type Area } from './table-geometry.ts';
import { TEXT_STYLES } from './text-styles.ts';

const LINE = { style: BorderStyle.SINGLE, size: BORDER_EIGHTHS, color: '000000' } as const;

/** A table as wide as its area: header row on every page, no row over two pages, every height computed. */
export function renderTable(table: TreeTable, bookmarks: ReadonlyMap<RecordId, string>, area: Area = TYPE_AREA): Table {
  const { columnWidths, headerHeight, rowHeights } = measureTable(table, area);
  const tallest = tallestWholeRow(area);
  return new Table({
    width: { size: area.width, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    margins: {
      top: CELL_PADDING.vertical,
      bottom: CELL_PADDING.vertical,
      left: CELL_PADDING.horizontal,
      right: CELL_PADDING.horizontal,
      marginUnitType: WidthType.DXA,
    },
    rows: [
      headerRow(table.columns, columnWidths, headerHeight),
      ...table.rows.map((row, index) => {
        const height = rowHeights[index] ?? 0;
        // A row that has to be split gets no height: a least height is kept on one page.
        return bodyRow(row, table.columns, columnWidths, height <= tallest ? height : null, bookmarks);
      }),
    ],
  });
}

function headerRow(columns: readonly Column[], widths: readonly number[], height: number): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    height: { value: height, rule: HeightRule.ATLEAST },
    children: columns.map((column, index) =>
      cell(
        new Paragraph({ style: TEXT_STYLES.columnTitle.id, children: textRuns(column.title, TEXT_STYLES.columnTitle) }),
        widths[index] ?? 0,
      ),
    ),
  });
}

function bodyRow(
  row: Row,
  columns: readonly Column[],
  widths: readonly number[],
  height: number | null,
  bookmarks: ReadonlyMap<RecordId, string>,
): TableRow {
  const bookmark = row.entryId === null ? undefined : bookmarks.get(row.entryId);
  return new TableRow({
    ...(height === null ? {} : { cantSplit: true, height: { value: height, rule: HeightRule.ATLEAST } }),
    children: row.cells.map((text, index) => {
      const style = columns[index]?.align === 'center' ? TEXT_STYLES.cellCentred : TEXT_STYLES.cell;
      const runs = textRuns(text, style);
      const children = index === 0 && bookmark !== undefined ? [bookmarked(bookmark, runs)] : runs;
      return cell(new Paragraph({ style: style.id, children }), widths[index] ?? 0);
    }),
  });
}

function cell(paragraph: Paragraph, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [paragraph],
  });
}
