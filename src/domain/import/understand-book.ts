import type { EntryKind } from '../records/record-base.ts';
import type {
  BookReading,
  ColumnReading,
  RowReading,
  SheetReading,
  TableContext,
  TableReading,
  Told,
  UnderstandContext,
} from './book-reading.ts';
import { classifyRows } from './classify-rows.ts';
import { profileColumn } from './column-profile.ts';
import type { ColumnTarget } from './column-target.ts';
import { unitIn, yearIn } from './context-words.ts';
import { findRegions } from './find-regions.ts';
import { guessKind } from './guess-kind.ts';
import { findStrangeHeader, headerExtent, isHeaderRow } from './header-rows.ts';
import { mapColumns, type RawColumn } from './map-columns.ts';
import { joinHan } from './name-words.ts';
import { leadingLevel } from './read-level.ts';
import { filledWithin, gridRows, type GridRow, type Region } from './sheet-grid.ts';
import type { SourceBook } from './source-book.ts';

/** What a person says of a table instead; what is left out stays to be guessed. */
export type TableChanges = {
  readonly kind?: EntryKind | undefined;
  /** Numbers of the rows that name the columns; none for a table without headings. */
  readonly headerRows?: readonly number[] | undefined;
  readonly targets?: ReadonlyMap<number, ColumnTarget> | undefined;
};

/**
 * Finds the tables of a book and proposes what their columns and rows mean. Nothing is refused and nothing is dropped:
 * every row of a sheet that is read is in the rows of a table, whatever it was taken for.
 */
export function understandBook(book: SourceBook, context: UnderstandContext): BookReading {
  return {
    sheets: book.sheets.map((sheet): SheetReading => {
      const isRead = context.sheets === null ? !sheet.isHidden : context.sheets.includes(sheet.name);
      const { name, isHidden } = sheet;
      if (!isRead) return { name, isHidden, isRead, tables: [] };
      const rows = gridRows(sheet);
      const regions = findRegions(rows);
      const heading = sheetHeading(rows, regions);
      const tables = regions.map((region) => readTable({ name, rows, region, heading, context }, {}));
      return { name, isHidden, isRead, tables };
    }),
  };
}

/** Reads one table again, as a person has said it is to be read. The book is the one that it was read from. */
export function rereadTable(
  book: SourceBook,
  table: TableReading,
  changes: TableChanges,
  context: UnderstandContext,
): TableReading {
  const sheet = book.sheets.find(({ name }) => name === table.sheet);
  if (!sheet) return table;
  const rows = gridRows(sheet);
  const heading = sheetHeading(rows, findRegions(rows));
  return readTable({ name: sheet.name, rows, region: table.region, heading, context }, changes);
}

type Place = {
  readonly name: string;
  readonly rows: readonly GridRow[];
  readonly region: Region;
  /** Banners of the first table, which may be meant for those beside and below it too. */
  readonly heading: readonly string[];
  readonly context: UnderstandContext;
};

function readTable({ name, rows: all, region, heading, context }: Place, changes: TableChanges): TableReading {
  const rows = all.filter(
    (row) =>
      row.number >= region.top &&
      row.number <= region.bottom &&
      (row.filled.length === 0 || filledWithin(row, region).length > 0),
  );
  const headerRows = changes.headerRows ?? findHeader(rows, region);
  const classes = classifyRows(rows, region, headerRows, context.isKnownUnit);
  const banners = bannerTexts(rows, classes, region);
  const data = rows.filter((_, index) => classes[index]?.is === 'data');
  const raw = rawColumns(rows, data, headerRows, region);
  const guess = guessKind(raw, {
    sheet: name,
    file: context.fileName,
    banners: banners.length > 0 ? banners : heading,
  });
  const kind = changes.kind ?? guess.kind;
  return {
    sheet: name,
    region,
    kind,
    kindConfidence: changes.kind ? 1 : guess.confidence,
    kindReasons: changes.kind ? [{ code: 'changed', kind, value: '' }] : guess.reasons,
    headerRows,
    columns: withTargets(mapColumns(raw, kind), changes.targets),
    context: tableContext(name, context, banners, heading),
    rows: classes,
  };
}

function withTargets(
  columns: readonly ColumnReading[],
  targets: ReadonlyMap<number, ColumnTarget> | undefined,
): readonly ColumnReading[] {
  if (!targets) return columns;
  return columns.map((each) => {
    const target = targets.get(each.column);
    return target ? { ...each, target, confidence: 1, reason: { code: 'changed', value: '' } } : each;
  });
}

function findHeader(rows: readonly GridRow[], region: Region): readonly number[] {
  const known = rows.findIndex((row) => isHeaderRow(row, region));
  if (known >= 0) {
    const { first, last } = headerExtent(rows, known, region);
    return rows.slice(first, last + 1).map(({ number }) => number);
  }
  const strange = findStrangeHeader(rows, region);
  return strange === null ? [] : [(rows[strange] as GridRow).number];
}

function rawColumns(
  rows: readonly GridRow[],
  data: readonly GridRow[],
  headerRows: readonly number[],
  { left, right }: Region,
): readonly RawColumn[] {
  const header = rows.filter(({ number }) => headerRows.includes(number));
  const columns: RawColumn[] = [];
  for (let column = left; column <= right; column += 1) {
    const headings = headingsOver(header, column, left);
    columns.push({ column, headerText: headings.join('/'), headings, profile: profileColumn(data, column) });
  }
  return columns;
}

/** The headings over a column from top to bottom, each once: 获奖时间/年. */
function headingsOver(header: readonly GridRow[], column: number, left: number): readonly string[] {
  const [upper, lower] = header;
  if (!upper) return [];
  const below = headingOf(lower, column);
  const above =
    headingOf(upper, column) ||
    (lower && below !== '' ? groupOver(upper, lower, column, left) : spanOver(upper, column));
  return [...new Set([above, below].filter((text) => text !== ''))];
}

/** The merged heading that reaches over a column, or in a file without merges the next one on the left. */
function groupOver(upper: GridRow, lower: GridRow, column: number, left: number): string {
  for (let at = column - 1; at >= left; at -= 1) {
    const text = headingOf(upper, at);
    if (text === '') continue;
    const last = upper.spans.get(at);
    const reaches = last === undefined ? headingOf(lower, at) !== '' : last >= column;
    return reaches ? text : '';
  }
  return '';
}

/** A heading merged over two columns whose cells are not: the second one has the same. */
function spanOver(upper: GridRow, column: number): string {
  for (const [first, last] of upper.spans) if (first < column && column <= last) return headingOf(upper, first);
  return '';
}

function headingOf(row: GridRow | undefined, column: number): string {
  return joinHan(row?.texts[column] ?? '');
}

function bannerTexts(rows: readonly GridRow[], classes: readonly RowReading[], region: Region): readonly string[] {
  return rows
    .filter((_, index) => classes[index]?.is === 'banner')
    .map((row) =>
      filledWithin(row, region)
        .map((column) => row.texts[column] ?? '')
        .join(' '),
    );
}

/** The lines above the first heading of a sheet. */
function sheetHeading(rows: readonly GridRow[], regions: readonly Region[]): readonly string[] {
  const [first] = regions;
  if (!first) return [];
  const header = rows.findIndex((row) => isHeaderRow(row, first));
  return rows
    .slice(0, Math.max(0, header))
    .filter(({ filled }) => filled.length === 1)
    .map((row) => row.texts[row.filled[0] as number] ?? '');
}

function tableContext(
  sheetName: string,
  { fileName, isKnownUnit }: UnderstandContext,
  banners: readonly string[],
  heading: readonly string[],
): TableContext {
  const tell = <T>(read: (text: string) => T | null, withFile: boolean): Told<T> | null => {
    const places: readonly (readonly [Told<T>['from'], string])[] = [
      ...banners.map((text) => ['banner', text] as const),
      ['sheet-name', sheetName],
      ...heading.map((text) => ['banner', text] as const),
      ...(withFile ? [['file-name', fileName] as const] : []),
    ];
    for (const [from, text] of places) {
      const value = read(text);
      if (value !== null) return { value, from, text };
    }
    return null;
  };
  return {
    year: tell(yearIn, true),
    level: tell(leadingLevelOfName, false),
    unit: tell((text) => unitIn(text, isKnownUnit), false),
  };
}

/** 2023年国家级荣誉台账 is about 国家级荣誉. */
function leadingLevelOfName(text: string) {
  return leadingLevel(
    joinHan(text)
      .replace(/^(?:.*?(?:19|20)\d\d年?度?)/u, '')
      .replace(/(?:台账|一览表|统计表|登记表|汇总表|明细表|情况表|明细|目录|清单|名册|汇总|统计)$/u, ''),
  );
}
