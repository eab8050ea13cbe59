import type { CellToWrite, ColumnToWrite, SheetToWrite } from './workbook-model.ts';
import { cellText, looksLikeFormula } from './spreadsheet-text.ts';
import { STYLE } from './workbook-styles.ts';

export const LAST_ROW = 1_048_576;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DAY_MS = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
/** 1 March 1900; before it, the days of Excel and of the calendar differ. */
const FIRST_SAFE_SERIAL = 61;

/** Numbers the texts of a workbook, each once. */
export type TextTable = { readonly indexOf: (text: string) => number; readonly xml: () => string };

export function textTable(): TextTable {
  const numbers = new Map<string, number>();
  let count = 0;
  return {
    indexOf(text) {
      count += 1;
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    xml: () =>
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${MAIN}" count="${count}" uniqueCount="${numbers.size}">` +
      `${[...numbers.keys()].map((text) => `<si><t xml:space="preserve">${cellText(text)}</t></si>`).join('')}</sst>`,
  };
}

/**
 * The part of one sheet.
 *
 * @param choiceRanges of each column, where its choices stand (`choices!$A$1:$A$9`), or null
 */
export function worksheetXml(
  sheet: SheetToWrite,
  choiceRanges: readonly (string | null)[],
  texts: TextTable,
  isFirst: boolean,
): string {
  const notes = sheet.notes ?? [];
  const headerRow = notes.length + 1;
  const rows = [
    ...notes.map((note, index) => rowXml(index + 1, [textCell(note, 0, index + 1, STYLE.note, texts)])),
    rowXml(
      headerRow,
      sheet.columns.map(({ header }, column) => textCell(header, column, headerRow, STYLE.header, texts)),
    ),
  ];
  sheet.rows.forEach((cells, index) => {
    const row = headerRow + 1 + index;
    rows.push(
      rowXml(
        row,
        cells.map((cell, column) => cellXml(cell, sheet.columns[column], column, row, texts)),
      ),
    );
  });
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    viewXml(sheet.frozenRows === 0 ? 0 : notes.length + sheet.frozenRows, isFirst) +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    columnsXml(sheet.columns) +
    `<sheetData>${rows.join('')}</sheetData>` +
    mergesXml(notes.length, sheet.columns.length) +
    validationsXml(choiceRanges, headerRow + 1) +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  );
}

/** A sheet that only holds the lists of choices, one in each column. */
export function choicesXml(lists: readonly (readonly string[])[], texts: TextTable): string {
  const height = Math.max(0, ...lists.map((list) => list.length));
  const rows = Array.from({ length: height }, (_, index) =>
    rowXml(
      index + 1,
      lists.map((list, column) =>
        list[index] === undefined ? '' : textCell(list[index], column, index + 1, STYLE.text, texts),
      ),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function rowXml(row: number, cells: readonly string[]): string {
  return `<row r="${row}">${cells.join('')}</row>`;
}

function cellXml(
  cell: CellToWrite,
  column: ColumnToWrite | undefined,
  index: number,
  row: number,
  texts: TextTable,
): string {
  const name = columnName(index) + row;
  if (cell === null || cell === '') return `<c r="${name}" s="${columnStyle(column)}"/>`;
  if (typeof cell === 'number') {
    if (Number.isFinite(cell)) return `<c r="${name}" s="${STYLE.number}"><v>${cell}</v></c>`;
    return textCell(String(cell), index, row, STYLE.text, texts);
  }
  const serial = column?.type === 'date' ? serialOf(cell) : null;
  if (serial !== null) return `<c r="${name}" s="${STYLE.date}"><v>${serial}</v></c>`;
  return textCell(cell, index, row, looksLikeFormula(cell) ? STYLE.quoted : STYLE.text, texts);
}

function textCell(text: string, column: number, row: number, style: number, texts: TextTable): string {
  return `<c r="${columnName(column)}${row}" s="${style}" t="s"><v>${texts.indexOf(text)}</v></c>`;
}

/** The serial of an ISO day that both Excel and the calendar have; null for any other text. */
function serialOf(text: string): number | null {
  const match = ISO_DAY.exec(text);
  if (match === null) return null;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const serial = (time - Date.UTC(1899, 11, 30)) / DAY_MS;
  const isRealDay = new Date(time).toISOString().startsWith(text);
  return isRealDay && serial >= FIRST_SAFE_SERIAL ? serial : null;
}

function columnStyle(column: ColumnToWrite | undefined): number {
  return column?.type === 'number' ? STYLE.number : STYLE.text;
}

function viewXml(frozenRows: number, isFirst: boolean): string {
  const view = `workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}`;
  if (frozenRows === 0) return `<sheetViews><sheetView ${view}/></sheetViews>`;
  const topLeft = `A${frozenRows + 1}`;
  return (
    `<sheetViews><sheetView ${view}><pane ySplit="${frozenRows}" topLeftCell="${topLeft}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${topLeft}" sqref="${topLeft}"/></sheetView></sheetViews>`
  );
}

function columnsXml(columns: readonly ColumnToWrite[]): string {
  if (columns.length === 0) return '';
  const cols = columns.map(
    (column, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${Math.min(255, Math.max(1, column.width))}" style="${columnStyle(column)}" customWidth="1"/>`,
  );
  return `<cols>${cols.join('')}</cols>`;
}

function mergesXml(notes: number, columns: number): string {
  if (notes === 0 || columns < 2) return '';
  const last = columnName(columns - 1);
  const merges = Array.from({ length: notes }, (_, index) => `<mergeCell ref="A${index + 1}:${last}${index + 1}"/>`);
  return `<mergeCells count="${notes}">${merges.join('')}</mergeCells>`;
}

function validationsXml(ranges: readonly (string | null)[], firstRow: number): string {
  const validations = ranges.flatMap((range, column) => {
    if (range === null) return [];
    const cells = `${columnName(column)}${firstRow}:${columnName(column)}${LAST_ROW}`;
    return [
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${cells}">` +
        `<formula1>${range}</formula1></dataValidation>`,
    ];
  });
  if (validations.length === 0) return '';
  return `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`;
}

/** A, B … Z, AA … of a column counted from 0. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
