import { read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { ExcelDateSystem } from '#domain/dates/excel-serial';
import type { SourceBook, SourceCell, SourceSheet } from '#domain/import/source-book';
import { prepareBiff } from './biff-stream.ts';
import { compoundFiles } from './compound-file.ts';
import { numberCells } from './number-cell.ts';
import { ReadStopped } from './read-problem.ts';
import type { Reading } from './reading.ts';
import { sheetBuilder } from './sheet-builder.ts';

/** A compound file (OLE) by its streams: a workbook of Excel 97 to 2003 or of WPS (.xls, .et), or something else. */
export function readXls(bytes: Uint8Array, reading: Reading): SourceBook {
  const file = compoundFiles.read(bytes, { type: 'array' });
  const has = (path: string): boolean => compoundFiles.find(file, path) !== null;
  if (has('/EncryptedPackage') || has('/encryption')) throw new ReadStopped({ code: 'password-protected' });
  const stream = compoundFiles.find(file, '/Workbook');
  if (stream === null) {
    if (has('/WordDocument')) throw new ReadStopped({ code: 'not-a-ledger', kind: 'word-97' });
    if (has('/Book')) throw new ReadStopped({ code: 'not-a-ledger', kind: 'excel-95' });
    throw new ReadStopped({ code: 'not-a-ledger', kind: 'office-other' });
  }
  return readBiff(Uint8Array.from(stream.content), reading);
}

function readBiff(stream: Uint8Array, reading: Reading): SourceBook {
  const { keepsFormulas } = prepareBiff(stream);
  if (!keepsFormulas) reading.notice({ code: 'formulas-left-out' });
  const book: WorkBook = read(stream, {
    type: 'array',
    dense: true,
    cellFormula: keepsFormulas,
    cellHTML: false,
    cellNF: true,
    // The library's texts follow American settings; they are made here, from the number and its format.
    cellText: false,
    UTC: true,
  });
  const dateSystem: ExcelDateSystem = book.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  const sheets = book.SheetNames.flatMap((name, index): SourceSheet[] => {
    const sheet = book.Sheets[name];
    if (sheet?.['!data'] === undefined) return [];
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const content = readSheet(sheet, dateSystem, reading);
    reading.progress(index + 1, book.SheetNames.length);
    return [{ name: reading.clean(name), isHidden, dateSystem, ...content }];
  });
  return { format: 'xls', sheets, paragraphs: [] };
}

function readSheet(sheet: WorkSheet, dateSystem: ExcelDateSystem, reading: Reading) {
  const builder = sheetBuilder(reading);
  const asNumber = numberCells(dateSystem);
  const valueOf = (cell: CellObject): SourceCell => {
    const formula = cell.f === undefined ? null : reading.clean(cell.f);
    if (cell.t === 's') return typeof cell.v === 'string' ? reading.clean(cell.v) : '';
    if (cell.t === 'b') return { text: cell.v === true ? 'TRUE' : 'FALSE', number: null, type: 'boolean', formula };
    if (cell.t === 'e')
      return { text: ERRORS.get(cell.v as number) ?? '#ERROR!', number: null, type: 'error', formula };
    if (cell.t !== 'n' || typeof cell.v !== 'number' || Number.isNaN(cell.v)) return '';
    return asNumber(cell.v, typeof cell.z === 'string' ? cell.z : 'General', formula);
  };
  // The library's arrays have holes where rows and cells are blank; forEach passes over them.
  sheet['!data']?.forEach((row, index) => {
    builder.startRow(index + 1, sheet['!rows']?.[index]?.hidden === true);
    row.forEach((cell, column) => {
      builder.cell(column, valueOf(cell));
    });
  });
  for (const { s, e } of sheet['!merges'] ?? []) {
    builder.merge({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c });
  }
  return builder.finish();
}

/** [MS-XLS] 2.5.10, BErr. */
const ERRORS = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);
