import { isBannerTitle, isFormLine, isNoteText, isSubtotalText, withoutOrdinal } from './context-words.ts';
import { headerExtent, isHeaderRow, isSameHeader, isWide, namesTitle } from './header-rows.ts';
import { filledWithin, type GridRow, type Region } from './sheet-grid.ts';

type Columns = { readonly left: number; readonly right: number };

/**
 * The tables of a sheet as rectangles, from left to right and from top to bottom. Blank columns divide tables that
 * have headings of their own; a heading that differs from the one before begins a new table below it. Every cell that
 * shows anything lies in exactly one of them.
 */
export function findRegions(rows: readonly GridRow[]): readonly Region[] {
  const right = rows.reduce((most, { filled }) => Math.max(most, filled.at(-1) ?? -1), -1);
  return right < 0 ? [] : divide(rows, { left: 0, right });
}

function divide(rows: readonly GridRow[], columns: Columns): readonly Region[] {
  const bands = sideBySide(rows, columns);
  if (bands.length > 1) return bands.flatMap((band) => divide(rowsWithin(rows, band), band));
  const stacks = stacked(rows, columns);
  if (stacks.length > 1) return stacks.flatMap((stack) => divide(stack, columns));
  const [first, last] = [rows[0], rows.at(-1)];
  return first && last ? [{ top: first.number, bottom: last.number, ...columns }] : [];
}

function rowsWithin(rows: readonly GridRow[], columns: Columns): readonly GridRow[] {
  return rows.filter((row) => filledWithin(row, columns).length > 0);
}

function sideBySide(rows: readonly GridRow[], columns: Columns): readonly Columns[] {
  const runs = usedRuns(rows, columns);
  if (runs.length < 2) return [columns];
  const bands: Columns[] = [];
  for (const run of runs) {
    const previous = bands.at(-1);
    const isTable = rows.some((row) => isHeaderRow(row, run) && namesTitle(row, run));
    if (previous && !isTable) bands[bands.length - 1] = { left: previous.left, right: run.right };
    else bands.push(run);
  }
  const [first, second] = bands;
  // What stands left of the first heading, such as numbers of rows, belongs to it.
  const isFirstTable = first && rows.some((row) => isHeaderRow(row, first) && namesTitle(row, first));
  if (first && second && !isFirstTable) bands.splice(0, 2, { left: first.left, right: second.right });
  return bands.length > 1 ? bands : [columns];
}

/** Runs of columns in which anything stands. A banner reaches over blank columns; cells of the table join them. */
function usedRuns(rows: readonly GridRow[], { left, right }: Columns): readonly Columns[] {
  const isUsed = new Uint8Array(right - left + 1);
  for (const row of rows) {
    const filled = filledWithin(row, { left, right });
    for (const column of filled) isUsed[column - left] = 1;
    if (filled.length < 2 || row.spans.size === 0) continue;
    for (const column of filled) {
      const last = Math.min(row.spans.get(column) ?? column, right);
      for (let each = column; each <= last; each += 1) isUsed[each - left] = 1;
    }
  }
  const runs: Columns[] = [];
  let start = -1;
  for (let index = 0; index <= isUsed.length; index += 1) {
    if (isUsed[index] === 1 && start < 0) start = index;
    if (isUsed[index] !== 1 && start >= 0) {
      runs.push({ left: left + start, right: left + index - 1 });
      start = -1;
    }
  }
  return runs;
}

/** Cuts above each heading that begins another table, or above the banner before it. */
function stacked(rows: readonly GridRow[], columns: Columns): readonly (readonly GridRow[])[] {
  const cuts: number[] = [];
  let current: GridRow | null = null;
  let start = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as GridRow;
    if (!isHeaderRow(row, columns)) continue;
    const { first, last } = headerExtent(rows, at, columns);
    if (current !== null) {
      const beginning = bannerBefore(rows, Math.max(first, start + 1), start, columns);
      const isRepeated = isSameHeader(current, row, columns);
      const isNewBanner = beginning < first && !isPrintedAgain(rows, beginning, start);
      if (!isRepeated || isNewBanner) {
        cuts.push(beginning);
        start = beginning;
      }
    }
    current = row;
    at = last;
  }
  return [0, ...cuts].map((from, index, all) => rows.slice(from, all[index + 1]));
}

/** Where the banner begins that stands right above a heading: lines alone in their rows that belong to nothing above. */
function bannerBefore(rows: readonly GridRow[], header: number, floor: number, columns: Columns): number {
  let at = header;
  while (at - 1 > floor && isBannerRow(rows[at - 1] as GridRow, rows[at - 2] as GridRow, columns)) at -= 1;
  return at;
}

/** A row with nothing but a title may be data: more than being alone in its row must speak for a banner. */
function isBannerRow(row: GridRow, above: GridRow, columns: Columns): boolean {
  const filled = filledWithin(row, columns);
  const text = row.texts[filled[0] ?? -1] ?? '';
  if (isNoteText(text) || isSubtotalText(text)) return false;
  if (isFormLine(text)) return true;
  if (filled.length !== 1 || withoutOrdinal(text).depth > 0) return false;
  return isBannerTitle(text) || isWide(row, columns) || (filled[0] === columns.left && row.number - above.number > 1);
}

/** Whether the banner is the one that the table began with, as at the top of its next page. */
function isPrintedAgain(rows: readonly GridRow[], at: number, start: number): boolean {
  const text = textOf(rows[at]);
  for (let each = start; each < at && each < start + 4; each += 1) if (textOf(rows[each]) === text) return true;
  return false;
}

function textOf(row: GridRow | undefined): string {
  return row?.texts[row.filled[0] ?? -1] ?? '';
}
