import type { ExcelDateSystem } from '#domain/dates/excel-serial';
import type { SourceBook, SourceCell, SourceSheet } from '#domain/import/source-book';
import { attribute, scanMarkup, unescapeMarkup } from './markup.ts';
import type { OfficePackage } from './office-package.ts';
import { odsDateCell } from './ods-date-cell.ts';
import { MAX_CELLS, MAX_COLUMNS } from './read-limits.ts';
import { ReadStopped } from './read-problem.ts';
import type { Reading } from './reading.ts';
import { sheetBuilder, type SheetBuilder } from './sheet-builder.ts';

type OpenRow = { readonly isHidden: boolean; readonly repeated: number; readonly cells: [number, SourceCell][] };
type OpenCell = { readonly attributes: string; readonly repeated: number; readonly isCovered: boolean };

/**
 * A workbook in OpenDocument (.ods). What a cell shows stands in the file as text, so no format has to be understood.
 * Rows and cells that are written once for many are counted out only as far as they have content.
 */
export function readOds(file: OfficePackage, reading: Reading): SourceBook {
  if (/encryption-data/.test(file.text('META-INF/manifest.xml') ?? '')) {
    throw new ReadStopped({ code: 'password-protected' });
  }
  const content = new OdsContent(reading);
  const scanner = scanMarkup(content, 'xml');
  if (!file.stream('content.xml', scanner.push)) throw new ReadStopped({ code: 'damaged' });
  scanner.end();
  return { format: 'ods', sheets: content.sheets(), paragraphs: [] };
}

/** Follows `content.xml` from tag to tag. */
class OdsContent {
  readonly #reading: Reading;
  readonly #sheets: SourceSheet[] = [];
  readonly #hiddenStyles = new Set<string>();
  #dateSystem: ExcelDateSystem = 1900;
  #style = '';
  #sheet: { readonly name: string; readonly isHidden: boolean; readonly builder: SheetBuilder } | null = null;
  /** Rows before the one that is told, and cells before the one in it. */
  #rowsBefore = 0;
  #cellsBefore = 0;
  #row: OpenRow | null = null;
  #cell: OpenCell | null = null;
  #text = '';
  #paragraphs = 0;
  #isInParagraph = false;
  /** Comments hold paragraphs too, and are no content. */
  #commentDepth = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  sheets(): readonly SourceSheet[] {
    return this.#sheets.map((sheet) => ({ ...sheet, dateSystem: this.#dateSystem }));
  }

  readonly open = (name: string, attributes: string, isEmpty: boolean): void => {
    switch (name) {
      case 'style':
        this.#style = attribute(attributes, 'name') ?? '';
        break;
      case 'table-properties':
        if (attribute(attributes, 'display') === 'false') this.#hiddenStyles.add(this.#style);
        break;
      case 'null-date':
        if (attribute(attributes, 'date-value') === '1904-01-01') this.#dateSystem = 1904;
        break;
      case 'table':
        if (!isEmpty) this.#openTable(attributes);
        break;
      case 'table-row':
        this.#openRow(attributes, isEmpty);
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.#cell = { attributes, repeated: repeats(attributes, 'columns'), isCovered: name !== 'table-cell' };
        this.#text = '';
        this.#paragraphs = 0;
        if (isEmpty) this.#closeCell();
        break;
      default:
        this.#openText(name, attributes, isEmpty);
    }
  };

  readonly text = (raw: string): void => {
    if (this.#isInParagraph && this.#commentDepth === 0) this.#text += unescapeMarkup(raw).replace(/[ \t\r\n]+/g, ' ');
  };

  readonly close = (name: string): void => {
    if (name === 'p') this.#isInParagraph = false;
    else if (name === 'annotation') this.#commentDepth -= 1;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell();
    else if (name === 'table-row') this.#closeRow();
    else if (name === 'table') this.#closeTable();
  };

  #openTable(attributes: string): void {
    this.#rowsBefore = 0;
    this.#sheet = {
      name: this.#reading.clean(attribute(attributes, 'name') ?? ''),
      isHidden: this.#hiddenStyles.has(attribute(attributes, 'style-name') ?? ''),
      builder: sheetBuilder(this.#reading),
    };
  }

  #openRow(attributes: string, isEmpty: boolean): void {
    const visibility = attribute(attributes, 'visibility');
    this.#row = {
      isHidden: visibility === 'collapse' || visibility === 'filter',
      repeated: repeats(attributes, 'rows'),
      cells: [],
    };
    this.#cellsBefore = 0;
    if (isEmpty) this.#closeRow();
  }

  #openText(name: string, attributes: string, isEmpty: boolean): void {
    if (name === 'annotation' && !isEmpty) this.#commentDepth += 1;
    if (this.#commentDepth > 0 || this.#cell === null) return;
    if (name === 'p') {
      if (this.#paragraphs > 0) this.#text += '\n';
      this.#paragraphs += 1;
      this.#isInParagraph = !isEmpty;
    } else if (this.#isInParagraph) {
      if (name === 's') this.#text += ' '.repeat(Math.min(1000, Number(attribute(attributes, 'c') ?? 1) || 1));
      else if (name === 'tab') this.#text += '\t';
      else if (name === 'line-break') this.#text += '\n';
    }
  }

  #closeCell(): void {
    const cell = this.#cell;
    if (cell === null || this.#row === null) return;
    const column = this.#cellsBefore;
    this.#cellsBefore += cell.repeated;
    this.#cell = null;
    this.#isInParagraph = false;
    this.#merge(cell.attributes, column);
    // A covered cell keeps what it held before it was merged, and nobody sees it.
    const value = cell.isCovered ? '' : this.#valueOf(cell.attributes);
    if (value === '') return;
    if (column + cell.repeated > MAX_COLUMNS) throw new ReadStopped({ code: 'too-many-cells', limit: MAX_CELLS });
    for (let repeat = 0; repeat < cell.repeated; repeat += 1) this.#row.cells.push([column + repeat, value]);
  }

  #merge(attributes: string, left: number): void {
    const rows = Number(attribute(attributes, 'number-rows-spanned') ?? 1);
    const columns = Number(attribute(attributes, 'number-columns-spanned') ?? 1);
    if (!(rows > 1 || columns > 1)) return;
    const top = this.#rowsBefore + 1;
    this.#sheet?.builder.merge({ top, left, bottom: top + rows - 1, right: left + columns - 1 });
  }

  #valueOf(attributes: string): SourceCell {
    const text = this.#reading.clean(this.#text);
    const formula = attribute(attributes, 'formula');
    switch (attribute(attributes, 'value-type')) {
      case 'float':
      case 'percentage':
      case 'currency': {
        const isError = /^#|^Err:/.test(text);
        const number = Number(attribute(attributes, 'value'));
        if (isError) return { text, number: null, type: 'error', formula };
        return { text, number: Number.isFinite(number) ? number : null, type: 'number', formula };
      }
      case 'date':
        return odsDateCell(attribute(attributes, 'date-value') ?? '', text, formula, this.#dateSystem);
      case 'boolean':
        return { text, number: null, type: 'boolean', formula };
      case 'time':
        return text;
      default:
        return formula !== null && /^(?:#[\w/]+[!?]|#N\/A|Err:\d+)$/.test(text)
          ? { text, number: null, type: 'error', formula }
          : text;
    }
  }

  #closeRow(): void {
    const row = this.#row;
    if (row === null || this.#sheet === null) return;
    if (row.cells.length > 0) {
      for (let repeat = 0; repeat < row.repeated; repeat += 1) {
        this.#sheet.builder.startRow(this.#rowsBefore + repeat + 1, row.isHidden);
        for (const [column, cell] of row.cells) this.#sheet.builder.cell(column, cell);
      }
    }
    this.#rowsBefore += row.repeated;
    this.#row = null;
  }

  #closeTable(): void {
    if (this.#sheet === null) return;
    const { name, isHidden, builder } = this.#sheet;
    this.#sheets.push({ name, isHidden, dateSystem: this.#dateSystem, ...builder.finish() });
    this.#sheet = null;
    this.#reading.progress(this.#sheets.length, this.#sheets.length);
  }
}

function repeats(attributes: string, what: 'rows' | 'columns'): number {
  const count = Number(attribute(attributes, `number-${what}-repeated`) ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}
