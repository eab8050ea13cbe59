import type { BookReading, TableReading } from './book-reading.ts';
import type { ImportPlace } from './import-commit.ts';
import type { ImportProblem, ImportRow } from './import-row.ts';

/** Rejected rows of one table, to be written as a sheet, mended there and imported again. */
export type RejectedTable = {
  /** Name of the sheet; it may tell the year. */
  readonly sheet: string;
  /** Lines above the headings, which may tell year, level or unit. */
  readonly notes: readonly string[];
  /** The original headings; the caller adds those of REJECTION_HEADINGS, which an import passes over. */
  readonly headings: readonly string[];
  readonly rows: readonly RejectedLine[];
};

/** A row as it stands in the file, or a section above such rows, which stands alone in its row and says what they are. */
export type RejectedLine =
  | { readonly is: 'section'; readonly text: string }
  | {
      readonly is: 'row';
      /** In the order of the headings. */
      readonly cells: readonly string[];
      readonly place: ImportPlace;
      readonly problems: readonly ImportProblem[];
    };

/**
 * The rejected rows of a plan under their own headings, with all that the file says of them elsewhere. What stood in
 * merged cells stands in each row.
 *
 * @param reading of the book that the plan's rows were read from
 */
export function rejectedTables(rejected: readonly ImportRow[], reading: BookReading): readonly RejectedTable[] {
  return reading.sheets.flatMap(({ tables }) =>
    tables.flatMap((table): readonly RejectedTable[] => {
      const rows = rejected.filter((row) => isOfTable(row, table));
      return rows.length === 0 ? [] : [toTable(table, rows)];
    }),
  );
}

function isOfTable({ sheet, row, originals }: ImportRow, { sheet: name, region }: TableReading): boolean {
  if (sheet !== name || row < region.top || row > region.bottom) return false;
  const first = originals.findIndex((text) => text !== '');
  return first >= region.left && first <= region.right;
}

function toTable(table: TableReading, rejected: readonly ImportRow[]): RejectedTable {
  const { year, level, unit } = table.context;
  const notes = [year, level, unit].flatMap((told) => (told?.from === 'banner' ? [told.text] : []));
  const byNumber = new Map(rejected.map((row) => [row.row, row]));
  const last = Math.max(...byNumber.keys());
  const rows = table.rows.flatMap(({ number, section }): readonly RejectedLine[] => {
    if (section !== null && number < last) return [{ is: 'section', text: section.text }];
    const row = byNumber.get(number);
    if (!row) return [];
    const cells = table.columns.map(({ column }) => row.originals[column] ?? '');
    return [{ is: 'row', cells, place: { sheet: row.sheet, row: row.row }, problems: row.problems }];
  });
  return { sheet: table.sheet, notes: [...new Set(notes)], headings: headingsOf(table), rows };
}

/** One row of headings of two: 表彰时间/年 is 年 when it is the only one. */
function headingsOf({ columns }: TableReading): readonly string[] {
  const lower = columns.map(({ headerText }) => headerText.split('/').at(-1) ?? '');
  return columns.map(({ headerText, reason }, index) => {
    const own = lower[index] ?? '';
    // 获奖单位/个人 is one heading and no path of two.
    const isPath = reason.value !== headerText && headerText.includes('/');
    return isPath && lower.indexOf(own) === lower.lastIndexOf(own) ? own : headerText;
  });
}
