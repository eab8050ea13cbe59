import { parseFuzzyDate } from '../dates/parse-fuzzy-date.ts';
import { containedMeanings, headerKey, headerMeanings, headerPart, LONGEST_HEADER_WORD } from './header-words.ts';
import { joinHan, looksLikePerson, looksLikeUnit } from './name-words.ts';
import { readLevel } from './read-level.ts';
import { filledWithin, type GridRow } from './sheet-grid.ts';

type Columns = { readonly left: number; readonly right: number };

const LONGEST_HEADING = 24;
export const DOCUMENT_NO = /[〔[(（【［]\s*(?:19|20)\d\d\s*[〕\])）】］]\s*第?\s*\d+\s*号/u;

/** Whether a row names the columns: two known headings or more, and at least half of what stands there. */
export function isHeaderRow(row: GridRow, columns: Columns): boolean {
  const filled = filledWithin(row, columns);
  if (filled.length === 0) return false;
  if (filled.length === 1) return columns.left === columns.right && isHeading(row.texts[filled[0] as number] ?? '');
  let known = 0;
  let unknown = 0;
  for (const column of filled) {
    const text = row.texts[column] ?? '';
    if (text.length > LONGEST_HEADING) return false;
    if (isHeading(text)) known += 1;
    else unknown += 1;
    if (unknown * 2 > filled.length) return false;
  }
  return known >= 2;
}

/** Whether a heading names what a record is called by: each of two tables side by side has such a column. */
export function namesTitle(row: GridRow, columns: Columns): boolean {
  return filledWithin(row, columns).some((column) =>
    headerMeanings(joinHan(row.texts[column] ?? '')).some(({ target }) => target.field === 'title'),
  );
}

function isHeading(text: string): boolean {
  return text.length <= LONGEST_HEADER_WORD * 2 && headerMeanings(text).length > 0;
}

/** Rows of a heading that begins or is at `at`: one, or two where cells are merged over a second row. */
export function headerExtent(
  rows: readonly GridRow[],
  at: number,
  columns: Columns,
): { readonly first: number; readonly last: number } {
  const row = rows[at] as GridRow;
  const below = rows[at + 1];
  const above = rows[at - 1];
  if (below && below.number === row.number + 1 && isSecondHeaderRow(row, below, columns))
    return { first: at, last: at + 1 };
  if (above && above.number === row.number - 1 && groupsColumns(above, columns)) return { first: at - 1, last: at };
  return { first: at, last: at };
}

function isSecondHeaderRow(row: GridRow, below: GridRow, columns: Columns): boolean {
  const filled = filledWithin(below, columns);
  if (filled.length === 0) return false;
  const grouped = groupedColumns(row, columns);
  const isNamed = (column: number) => {
    const text = below.texts[column] ?? '';
    return text.length <= LONGEST_HEADING && (headerPart(text) !== null || isHeading(text));
  };
  if (filled.every((column) => isNamed(column) && below.texts[column] !== row.texts[column])) return true;
  return (
    grouped.size > 0 &&
    filled.every(
      (column) =>
        grouped.has(column) && (below.texts[column] ?? '').length <= 10 && !isTyped(below.texts[column] ?? ''),
    )
  );
}

/** A row above the headings that gathers them in groups: 基本情况, 授奖情况. */
function groupsColumns(row: GridRow, columns: Columns): boolean {
  const filled = filledWithin(row, columns);
  const spansAll = filled.some(
    (column) => column === columns.left && (row.spans.get(column) ?? column) >= columns.right,
  );
  return (
    !spansAll &&
    filled.length >= 2 &&
    groupedColumns(row, columns).size > 0 &&
    filled.every((column) => !/[：:]/u.test(row.texts[column] ?? '') && (row.texts[column] ?? '').length <= 12)
  );
}

/** Whether the first cell of a row is merged over at least half of the columns. */
export function isWide(row: GridRow, columns: Columns): boolean {
  const [first = -1] = filledWithin(row, columns);
  const last = Math.min(row.spans.get(first) ?? first, columns.right);
  return last > first && (last - first + 1) * 2 >= columns.right - columns.left + 1;
}

function groupedColumns(row: GridRow, { left, right }: Columns): ReadonlySet<number> {
  const grouped = new Set<number>();
  for (const [first, last] of row.spans) {
    if (first < left || first > right || row.texts[first] === '') continue;
    for (let column = first; column <= Math.min(last, right); column += 1) grouped.add(column);
  }
  return grouped;
}

/** Whether two rows are the same heading, as one that is printed again on the next page. */
export function isSameHeader(a: GridRow, b: GridRow, columns: Columns): boolean {
  const [one, other] = [filledWithin(a, columns), filledWithin(b, columns)];
  return (
    one.length === other.length &&
    one.every(
      (column, index) =>
        column === other[index] && headerKey(a.texts[column] ?? '') === headerKey(b.texts[column] ?? ''),
    )
  );
}

/**
 * The first row of a table whose headings are none of the known words: it has no dates, levels or names where the rows
 * below it have. Answers null when the table seems to have no headings.
 */
export function findStrangeHeader(rows: readonly GridRow[], columns: Columns): number | null {
  const at = rows.findIndex((row) => filledWithin(row, columns).length >= 2);
  const row = rows[at];
  const below = rows.slice(at + 1, at + 21).filter((each) => filledWithin(each, columns).length >= 2);
  if (!row || below.length === 0) return null;
  const filled = filledWithin(row, columns);
  const texts = filled.map((column) => row.texts[column] ?? '');
  if (texts.some((text) => text.length > 12 || isTyped(text))) return null;
  if (texts.some((text) => isHeading(text) || containedMeanings(text).length > 0)) return at;
  const isTypedBelow = filled.some(
    (column) => below.filter((each) => isTyped(each.texts[column] ?? '')).length * 10 >= below.length * 6,
  );
  return isTypedBelow ? at : null;
}

/** Whether a text is of a form that headings never have: a number, a date, a level, a document number, a name. */
function isTyped(text: string): boolean {
  if (text === '' || isHeading(text)) return false;
  if (/^[\d.,]+$/u.test(text) || readLevel(text) !== null || DOCUMENT_NO.test(text)) return true;
  if (/\d|[〇一二三四五六七八九]/u.test(text) && parseFuzzyDate(text, { today: '' }).ok) return true;
  return looksLikePerson(text) || (text.length >= 4 && looksLikeUnit(text));
}
