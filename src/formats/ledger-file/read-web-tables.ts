import type { SourceBook, SourceSheet } from '#domain/import/source-book';
import { attribute, scanMarkup, unescapeMarkup } from './markup.ts';
import { MAX_CELLS, MAX_COLUMNS } from './read-limits.ts';
import { ReadStopped } from './read-problem.ts';
import type { Reading } from './reading.ts';
import { sheetBuilder, type SheetBuilder } from './sheet-builder.ts';

/** Elements whose text is no content; what is in them looks like markup and is none. */
const SILENT = /<(script|style|xml)\b[\s\S]*?<\/\1\s*>/gi;
const BREAKING = new Set(['p', 'div', 'br', 'li']);

/**
 * The tables of a web page that was saved as .xls, as many systems of the administration export them. Nothing runs and
 * nothing is fetched: only the text of cells is taken, each as it is shown. A table in a cell is part of its text.
 */
export function readWebTables(page: string, reading: Reading): SourceBook {
  const tables = new WebTables(reading);
  const scanner = scanMarkup(tables, 'html');
  scanner.push(page.replace(SILENT, ''));
  scanner.end();
  tables.finish();
  if (tables.sheets.length === 0) throw new ReadStopped({ code: 'web-page' });
  return { format: 'xls', sheets: tables.sheets, paragraphs: [] };
}

class WebTables {
  readonly sheets: SourceSheet[] = [];
  readonly #reading: Reading;
  #builder: SheetBuilder | null = null;
  #depth = 0;
  #row = 0;
  #column = 0;
  #isHidden = false;
  #cell: { readonly attributes: string; text: string } | null = null;
  /** Until which row a column is covered by a cell further up. */
  #covered: number[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  readonly open = (name: string, attributes: string): void => {
    const tag = name.toLowerCase();
    if (tag === 'table') {
      this.#depth += 1;
      if (this.#depth > 1) return;
      this.#builder = sheetBuilder(this.#reading);
      this.#row = 0;
      this.#covered = [];
    } else if (this.#depth === 1 && tag === 'tr') this.#openRow(attributes);
    else if (this.#depth === 1 && (tag === 'td' || tag === 'th')) {
      this.#closeCell();
      if (this.#row === 0) this.#openRow('');
      this.#cell = { attributes, text: '' };
    } else if (this.#cell !== null && BREAKING.has(tag) && this.#cell.text.trim() !== '') this.#cell.text += '\n';
  };

  readonly text = (raw: string): void => {
    if (this.#cell !== null) this.#cell.text += unescapeMarkup(raw.replace(/[ \t\r\n]+/g, ' '));
  };

  readonly close = (name: string): void => {
    const tag = name.toLowerCase();
    if (tag === 'table' && this.#depth > 0) {
      if (this.#depth === 1) this.finish();
      else this.#depth -= 1;
    } else if (this.#depth === 1 && (tag === 'td' || tag === 'th' || tag === 'tr')) this.#closeCell();
  };

  finish(): void {
    if (this.#builder === null) return;
    this.#closeCell();
    this.#depth = 0;
    const { rows, merges } = this.#builder.finish();
    this.#builder = null;
    if (rows.length === 0) return;
    this.sheets.push({ name: `表${this.sheets.length + 1}`, isHidden: false, dateSystem: 1900, rows, merges });
  }

  #openRow(attributes: string): void {
    this.#closeCell();
    this.#row += 1;
    this.#column = 0;
    this.#isHidden = /display\s*:\s*none/i.test(attribute(attributes, 'style') ?? '');
    this.#builder?.startRow(this.#row, this.#isHidden);
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null || this.#builder === null) return;
    while ((this.#covered[this.#column] ?? 0) >= this.#row) this.#column += 1;
    const left = this.#column;
    const right = left + span(cell.attributes, 'colspan') - 1;
    const bottom = this.#row + span(cell.attributes, 'rowspan') - 1;
    if (right >= MAX_COLUMNS) throw new ReadStopped({ code: 'too-many-cells', limit: MAX_CELLS });
    const text = this.#reading.clean(
      cell.text
        .replaceAll('\u00A0', ' ')
        .replace(/ *\n */g, '\n')
        .trim(),
    );
    this.#builder.cell(left, text);
    if (right > left || bottom > this.#row) this.#builder.merge({ top: this.#row, left, bottom, right });
    this.#reading.takeCells(right - left);
    for (let column = left; column <= right; column += 1) this.#covered[column] = bottom;
    this.#column = right + 1;
  }
}

function span(attributes: string, name: 'colspan' | 'rowspan'): number {
  const count = Number(attribute(attributes, name) ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}
