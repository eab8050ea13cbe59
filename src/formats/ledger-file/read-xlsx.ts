import type { SourceBook, SourceCell, SourceMerge, SourceSheet } from '#domain/import/source-book';
import { attribute, unescapeMarkup } from './markup.ts';
import { numberCells, type NumberCells } from './number-cell.ts';
import type { OfficePackage } from './office-package.ts';
import { ReadStopped } from './read-problem.ts';
import type { Reading } from './reading.ts';
import { sheetBuilder } from './sheet-builder.ts';
import {
  isTrue,
  officeText,
  readWorkbookParts,
  richText,
  scan,
  type SheetPart,
  type WorkbookParts,
} from './xlsx-parts.ts';

/**
 * A workbook in Office Open XML (.xlsx, .xlsm, .et of later WPS). The cells are told from the stream as they unpack: a
 * million blank formatted rows pass by without being held.
 */
export function readXlsx(file: OfficePackage, workbook: string, reading: Reading): SourceBook {
  const parts = readWorkbookParts(file, workbook, reading);
  const sheets = parts.sheets.map((sheet, index) => {
    const read = readSheet(file, sheet, parts, reading);
    reading.progress(index + 1, parts.sheets.length);
    return read;
  });
  return { format: 'xlsx', sheets, paragraphs: [] };
}

function readSheet(file: OfficePackage, sheet: SheetPart, parts: WorkbookParts, reading: Reading): SourceSheet {
  const builder = sheetBuilder(reading);
  const valueOf = cellReader(parts, reading);
  let row = 0;
  let column = -1;
  let cell: OpenCell | null = null;
  const rich = richText();
  let part: 'v' | 'f' | null = null;
  const isThere = scan(
    file,
    sheet.path,
    {
      open(name, attributes, isEmpty) {
        if (name === 'c') {
          column = columnOf(attribute(attributes, 'r') ?? '') ?? column + 1;
          cell = isEmpty ? null : openCell(attributes);
        } else if (name === 'row') {
          row = Number(attribute(attributes, 'r') ?? row + 1);
          column = -1;
          builder.startRow(row, isTrue(attribute(attributes, 'hidden')));
        } else if (cell !== null) {
          if (name === 'f') cell.shared = attribute(attributes, 't') === 'shared' ? attribute(attributes, 'si') : null;
          if (name === 'f') cell.hasFormula = true;
          if (!isEmpty && (name === 'v' || name === 'f')) part = name;
          else rich.open(name, isEmpty);
        } else if (name === 'mergeCell') {
          const merge = mergeOf(attribute(attributes, 'ref') ?? '');
          if (merge !== null) builder.merge(merge);
        }
      },
      text(raw) {
        if (cell === null) return;
        if (part !== null) cell[part] += raw;
        else rich.text(raw);
      },
      close(name) {
        if (cell === null) return;
        if (name === 'c') {
          builder.cell(column, valueOf(cell, rich.take()));
          cell = null;
        } else if (name === 'v' || name === 'f') part = null;
        else rich.close(name);
      },
    },
    Number.POSITIVE_INFINITY,
  );
  if (!isThere) throw new ReadStopped({ code: 'damaged' });
  return { name: sheet.name, isHidden: sheet.isHidden, dateSystem: parts.dateSystem, ...builder.finish() };
}

type OpenCell = {
  readonly type: string;
  readonly style: number;
  v: string;
  f: string;
  hasFormula: boolean;
  shared: string | null;
};

function openCell(attributes: string): OpenCell {
  return {
    type: attribute(attributes, 't') ?? 'n',
    style: Number(attribute(attributes, 's') ?? 0),
    v: '',
    f: '',
    hasFormula: false,
    shared: null,
  };
}

/** Says what a cell holds once all of it was told. Formulas are kept as text and never run. */
function cellReader({ sharedStrings, formats, dateSystem }: WorkbookParts, reading: Reading) {
  const asNumber = numberCells(dateSystem);
  /** A formula that is shared is written once; the cells that share it show it as it stands in the first. */
  const masters = new Map<string, string>();
  const formulaOf = (cell: OpenCell): string | null => {
    if (!cell.hasFormula) return null;
    const own = cell.f === '' ? null : reading.clean(officeText(cell.f));
    if (cell.shared === null) return own ?? '';
    if (own !== null) masters.set(cell.shared, own);
    return own ?? masters.get(cell.shared) ?? '';
  };
  return (cell: OpenCell, inline: string): SourceCell => {
    const formula = formulaOf(cell);
    switch (cell.type) {
      case 's': {
        if (cell.v === '') return '';
        const text = sharedStrings[Number(cell.v)] ?? '';
        reading.takeCharacters(text.length);
        return text;
      }
      case 'str':
        return reading.clean(officeText(cell.v));
      case 'inlineStr':
        return reading.clean(inline);
      case 'b':
        if (cell.v === '') return '';
        return { text: isTrue(cell.v.trim()) ? 'TRUE' : 'FALSE', number: null, type: 'boolean', formula };
      case 'e':
        return { text: reading.clean(unescapeMarkup(cell.v)), number: null, type: 'error', formula };
      case 'd':
        return isoDateCell(cell.v.trim(), formats[cell.style] ?? 'General', asNumber, formula, dateSystem === 1904);
      default:
        return numericCell(cell.v, formats[cell.style] ?? 'General', asNumber, formula);
    }
  };
}

function numericCell(raw: string, format: string, asNumber: NumberCells, formula: string | null): SourceCell {
  const value = Number(raw);
  return raw.trim() === '' || Number.isNaN(value) ? '' : asNumber(value, format, formula);
}

const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T|$)/;
const DAY_MS = 86_400_000;

/** Strict Office Open XML writes dates in words; they become the serial that any other workbook would store. */
function isoDateCell(
  iso: string,
  format: string,
  asNumber: NumberCells,
  formula: string | null,
  is1904: boolean,
): SourceCell {
  const match = ISO_DATE.exec(iso);
  if (match === null) return iso;
  const [, year, month, day] = match;
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const serial = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - epoch) / DAY_MS;
  return asNumber(serial, format === 'General' ? 'yyyy/m/d' : format, formula);
}

const CELL_NAME = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const LOWER_CASE = 0x20;

function placeOf(name: string): { readonly row: number; readonly column: number } | null {
  const match = CELL_NAME.exec(name);
  if (match === null) return null;
  return { row: Number(match[2]), column: columnOf(match[1] ?? '') ?? 0 };
}

/** The column of A1, from 0; null when there are no letters. */
function columnOf(name: string): number | null {
  let column = 0;
  for (let place = 0; place < name.length; place += 1) {
    const letter = (name.charCodeAt(place) | LOWER_CASE) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? null : column - 1;
}

function mergeOf(range: string): SourceMerge | null {
  const [from, to] = range.split(':').map(placeOf);
  if (from === undefined || to === undefined || from === null || to === null) return null;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
