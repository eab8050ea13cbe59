import { zipSync, type Zippable } from 'fflate';
import mammoth from 'mammoth';
import type { SourceBook, SourceParagraph, SourceSheet } from '#domain/import/source-book';
import type { OfficePackage } from './office-package.ts';
import { MAX_CELLS, MAX_COLUMNS, MAX_WORD_BYTES } from './read-limits.ts';
import { ReadStopped } from './read-problem.ts';
import type { Reading } from './reading.ts';
import { sheetBuilder } from './sheet-builder.ts';
import { scan } from './xlsx-parts.ts';

/** The library's tree of a document, as far as it is used (mammoth, lib/documents.js); its own types say `any`. */
type WordElement = {
  readonly type: string;
  readonly children?: readonly WordElement[];
  readonly value?: string;
  readonly breakType?: string;
  readonly styleName?: string | null;
  readonly styleId?: string | null;
  readonly colSpan?: number;
  readonly rowSpan?: number;
};

/** Parts that say something of the text. Pictures and whatever else is embedded never reach the library. */
const TEXT_PARTS = /^(?:\[content_types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/i;
const HEADING = /^(?:heading|标题)\s*([1-9])$/i;

/**
 * Tables and paragraphs of a Word file (.docx). Each table that is not in another one is a sheet; where it stands, the
 * paragraphs have its name. Numbers that Word counts itself are not part of the text.
 */
export async function readWord(file: OfficePackage, reading: Reading): Promise<SourceBook> {
  const bytes = textPackage(file);
  let document: WordElement | null = null;
  await mammoth.convertToHtml(
    // The library reads `buffer` in Node, where its tests run, and `arrayBuffer` in a browser.
    { arrayBuffer: bytes.buffer, buffer: bytes as never },
    {
      transformDocument: (tree: WordElement): WordElement => {
        document = tree;
        return { ...tree, children: [] };
      },
    },
  );
  if (document === null) throw new ReadStopped({ code: 'damaged' });
  return bookOf(document, reading);
}

function textPackage(file: OfficePackage): Uint8Array<ArrayBuffer> {
  const parts: Zippable = {};
  let length = 0;
  for (const name of file.names) {
    if (!TEXT_PARTS.test(name)) continue;
    scan(file, name, {}, MAX_WORD_BYTES);
    const bytes = file.bytes(name) ?? new Uint8Array();
    length += bytes.length;
    if (length > MAX_WORD_BYTES) throw new ReadStopped({ code: 'unpacks-too-large', limit: MAX_WORD_BYTES });
    parts[name] = [bytes, { level: 0 }];
  }
  return zipSync(parts);
}

function bookOf(document: WordElement, reading: Reading): SourceBook {
  const sheets: SourceSheet[] = [];
  const paragraphs: SourceParagraph[] = [];
  for (const element of document.children ?? []) {
    if (element.type === 'table') {
      const name = `表${sheets.length + 1}`;
      sheets.push({ name, isHidden: false, dateSystem: 1900, ...tableRows(element, reading) });
      paragraphs.push({ text: name, level: null });
      reading.progress(sheets.length, sheets.length);
    } else {
      const text = reading.clean(textOf(element)).trim();
      if (text !== '') paragraphs.push({ text, level: headingLevel(element) });
    }
  }
  return { format: 'docx', sheets, paragraphs };
}

function headingLevel({ styleName, styleId }: WordElement): number | null {
  const match = HEADING.exec(styleName ?? '') ?? HEADING.exec(styleId ?? '');
  return match === null ? null : Number(match[1]);
}

function tableRows(table: WordElement, reading: Reading) {
  const builder = sheetBuilder(reading);
  /** Until which row a column is covered by a cell further up. */
  const covered: number[] = [];
  const rows = (table.children ?? []).filter(({ type }) => type === 'tableRow');
  rows.forEach((row, index) => {
    const top = index + 1;
    builder.startRow(top, false);
    let left = 0;
    for (const cell of row.children ?? []) {
      if (cell.type !== 'tableCell') continue;
      while ((covered[left] ?? 0) >= top) left += 1;
      const right = left + Math.max(1, cell.colSpan ?? 1) - 1;
      const bottom = top + Math.max(1, cell.rowSpan ?? 1) - 1;
      if (!(right < MAX_COLUMNS)) throw new ReadStopped({ code: 'too-many-cells', limit: MAX_CELLS });
      reading.takeCells(right - left);
      builder.cell(left, reading.clean(textOf(cell)).trim());
      if (right > left || bottom > top) builder.merge({ top, left, bottom, right });
      for (let column = left; column <= right; column += 1) covered[column] = bottom;
      left = right + 1;
    }
  });
  return builder.finish();
}

/** All text in an element: paragraphs and rows apart by line breaks, cells of a table in it by tabs. */
function textOf(element: WordElement): string {
  if (element.type === 'text') return element.value ?? '';
  if (element.type === 'tab') return '\t';
  if (element.type === 'break') return element.breakType === 'line' ? '\n' : '';
  const children = element.children ?? [];
  return children.map(textOf).join(separatorIn(element.type));
}

function separatorIn(type: string): string {
  if (type === 'tableCell' || type === 'table') return '\n';
  return type === 'tableRow' ? '\t' : '';
}
