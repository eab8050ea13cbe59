import { Document } from 'docx';
import { shareWidths } from '#domain/list-table/column-widths';
import { listCellText, type ListTable } from '#domain/list-table/list-table';
import type { DocumentProperties, Table } from '#domain/document/document-tree';
import { finishPackage, placeholder } from './finish-package.ts';
import { LANDSCAPE_AREA, LANDSCAPE_PAGE, landscapeFooters } from './landscape-page.ts';
import { createMedia } from './package-media.ts';
import { NO_PICTURES } from './print-picture.ts';
import { renderTable } from './render-table.ts';
import { CELL_PADDING } from './table-geometry.ts';
import { TEXT_STYLES } from './text-styles.ts';
import { styled } from './word-markup.ts';
import { lineWidth } from './wrap-lines.ts';

/** A list for paper. Texts are single lines; cells may have several. */
export type ListDocument = {
  readonly properties: DocumentProperties;
  readonly table: ListTable;
  /** The heading of the column that numbers the rows. */
  readonly numberHeading: string;
};

/** A column that would be wider than so many characters of the table's type breaks its text. */
const LONGEST_UNBROKEN = 24;
/** A text of more characters is not measured: it is wider whatever it is. */
const MOST_MEASURED = 500;
const WIDEST = LONGEST_UNBROKEN * TEXT_STYLES.cell.size;
/** Programs do not agree to the twip on how wide a line is. */
const SLACK = 60;

/**
 * A list as a .docx file on A4 pages on their side: title, notes and one table, whose headings stand on every page and
 * whose rows are not broken, except for one that is higher than half a page. The same list gives the same bytes.
 *
 * @throws Error when a text has characters that XML cannot hold
 */
export async function renderListDocx(list: ListDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { table, properties } = list;
  const media = createMedia(NO_PICTURES);
  const body = [
    styled(TEXT_STYLES.title, table.name),
    ...table.notes.map((note) => styled(TEXT_STYLES.cell, note)),
    renderTable(treeTable(list), { entryBookmarks: new Map(), media }, LANDSCAPE_AREA),
    styled(TEXT_STYLES.afterLastTable, ''),
  ].join('');
  const document = new Document({
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    features: { updateFields: false },
    sections: [
      {
        properties: { page: LANDSCAPE_PAGE },
        footers: landscapeFooters(),
        children: placeholder(0),
      },
    ],
  });
  return finishPackage(document, { sections: [body], media: media.parts() }, properties);
}

/** The table of the tree: numbered, numbers and days centred, as wide as they need to be. */
function treeTable({ table, numberHeading }: ListDocument): Table {
  const cells = table.rows.map((row, index) => [String(index + 1), ...row.map(listCellText)]);
  const headings = [numberHeading, ...table.columns.map(({ heading }) => heading)];
  const widths = shareWidths(
    headings.map((heading, column) => neededWidth(heading, cells, column)),
    LANDSCAPE_AREA.width,
  );
  return {
    kind: 'table',
    columns: headings.map((title, index) => ({
      title,
      width: widths[index] ?? 0,
      align: index > 0 && table.columns[index - 1]?.type === 'text' ? 'left' : 'center',
    })),
    rows: cells.map((row) => ({ entryId: null, cells: row })),
  };
}

/** How wide a column has to be for no cell to be broken; long text is. */
function neededWidth(heading: string, rows: readonly (readonly string[])[], column: number): number {
  let widest = lineWidth(heading, TEXT_STYLES.columnTitle);
  for (const row of rows) {
    const text = row[column] ?? '';
    if (text.length > MOST_MEASURED) return WIDEST;
    for (const line of text.split('\n')) widest = Math.max(widest, lineWidth(line, TEXT_STYLES.cell));
    if (widest >= WIDEST) return WIDEST;
  }
  return Math.ceil(widest) + 2 * CELL_PADDING.horizontal + SLACK;
}
