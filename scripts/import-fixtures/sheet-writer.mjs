/** Workbooks as offices make them, through a library that is not the project's own writer. */
import { utils, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * What is put into a cell: a text, or a number with the format by which it is shown. `rich` is written in two runs.
 *
 * @typedef {string | { v: string | number, z?: string, f?: string, rich?: true }} Cell
 */

/** Rows of one sheet from the first; blank cells are ''. */
export class SheetWriter {
  /** @param {string} name @param {boolean} [isHidden] */
  constructor(name, isHidden = false) {
    this.name = name;
    this.isHidden = isHidden;
    /** @type {(readonly Cell[])[]} */
    this.rows = [];
    /** @type {import('@e965/xlsx').Range[]} */
    this.merges = [];
    /** @type {Set<number>} */
    this.hiddenRows = new Set();
  }

  /** The number that the next row will have. */
  get next() {
    return this.rows.length + 1;
  }

  /** @param {readonly Cell[]} cells @returns {number} the row's number */
  add(cells) {
    return this.rows.push(cells);
  }

  /** A row of one text, merged over so many columns. @param {string} text @param {number} columns */
  addWide(text, columns) {
    const row = this.add([text]);
    this.merge(row, 0, row, columns - 1);
    return row;
  }

  /** Rows by number, columns from 0. @param {number} top @param {number} left @param {number} bottom @param {number} right */
  merge(top, left, bottom, right) {
    this.merges.push({ s: { r: top - 1, c: left }, e: { r: bottom - 1, c: right } });
  }

  /** @param {number} row */
  hide(row) {
    this.hiddenRows.add(row);
  }
}

/** @param {readonly SheetWriter[]} sheets @returns {Uint8Array} an .xlsx file */
export function writeSheets(sheets) {
  const book = utils.book_new();
  /** @type {Set<string>} */
  const rich = new Set();
  for (const sheet of sheets) utils.book_append_sheet(book, toWorksheet(sheet, rich), sheet.name);
  book.Workbook = { Sheets: sheets.map(({ isHidden }) => ({ Hidden: isHidden ? 1 : 0 })) };
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST: true }));
  return withRichText(bytes, rich);
}

/** @param {SheetWriter} sheet @param {Set<string>} rich texts to be written in runs */
function toWorksheet(sheet, rich) {
  const worksheet = utils.aoa_to_sheet([]);
  let width = 1;
  sheet.rows.forEach((cells, r) => {
    width = Math.max(width, cells.length);
    cells.forEach((cell, c) => {
      if (cell === '') return;
      const { v, z, f, rich: isRich } = typeof cell === 'string' ? { v: cell } : cell;
      if (isRich) rich.add(String(v));
      worksheet[utils.encode_cell({ r, c })] = {
        t: typeof v === 'number' ? 'n' : 's',
        v,
        ...(z === undefined ? {} : { z }),
        ...(f === undefined ? {} : { f }),
      };
    });
  });
  worksheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: sheet.rows.length - 1, c: width - 1 } });
  worksheet['!merges'] = sheet.merges;
  worksheet['!rows'] = sheet.rows.map((_, index) => ({ hidden: sheet.hiddenRows.has(index + 1) }));
  return worksheet;
}

/** The library writes no runs: texts that shall have some get them in the file. @param {Uint8Array} bytes @param {ReadonlySet<string>} texts */
function withRichText(bytes, texts) {
  const files = unzipSync(bytes);
  const path = 'xl/sharedStrings.xml';
  let xml = strFromU8(files[path] ?? new Uint8Array());
  for (const text of texts) {
    const middle = Math.ceil(text.length / 2);
    const runs = `<r><rPr><b/></rPr><t>${text.slice(0, middle)}</t></r><r><t>${text.slice(middle)}</t></r>`;
    const plain = `<si><t>${text}</t></si>`;
    if (!xml.includes(plain)) throw new Error(`no shared text ${text}`);
    xml = xml.replace(plain, `<si>${runs}</si>`);
  }
  return zipSync({ ...files, [path]: strToU8(xml) }, { mtime: new Date(1980, 0, 1, 12) });
}
