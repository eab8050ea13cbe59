import type { SourceBook, SourceRow } from '#domain/import/source-book';
import type { Reading } from './reading.ts';

const SEPARATORS = [',', '\t', ';', '|'] as const;
type Separator = (typeof SEPARATORS)[number];

/** Characters of the beginning that tell which separator it is. */
const SAMPLE = 64 * 1024;
/** Quotes that are never closed: after so many, quotes are taken for text, or each would be sought to the end. */
const MAX_UNCLOSED_QUOTES = 100;
/** Excel's own line that says which separator follows. */
const SEPARATOR_LINE = /^\uFEFF?sep=([,;\t|])\r?\n/;

/** Rows of .csv, .tsv and .txt, all cells text. `name` is the sheet's name. */
export function readDelimited(text: string, name: string, reading: Reading): SourceBook {
  const told = SEPARATOR_LINE.exec(text);
  const start = told?.[0].length ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const separator = (told?.[1] as Separator | undefined) ?? likelySeparator(text.slice(start, start + SAMPLE));
  const rows: SourceRow[] = [];
  const firstLine = told === null ? 1 : 2;
  for (const { line, cells } of delimitedRows(text, start, separator)) {
    while (cells.length > 0 && cells.at(-1) === '') cells.pop();
    if (cells.length === 0) continue;
    reading.takeCells(cells.length);
    rows.push({ number: line + firstLine, isHidden: false, cells: cells.map(reading.clean) });
  }
  reading.progress(1, 1);
  const sheet = { name: reading.clean(name), isHidden: false, dateSystem: 1900 as const, rows, merges: [] };
  return { format: 'csv', sheets: [sheet], paragraphs: [] };
}

/** The separator that gives most rows the same number of cells, and more than one. */
function likelySeparator(sample: string): Separator {
  let best: Separator = ',';
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const widths = new Map<number, number>();
    let count = 0;
    for (const { cells } of delimitedRows(sample, 0, separator)) {
      if (cells.length === 1 && cells[0] === '') continue;
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
      count += 1;
    }
    widths.delete(1);
    // Of two that divide equally many rows alike, the one that divides them further.
    const score = Math.max(0, ...[...widths].map(([width, rows]) => rows / count + width / 100_000));
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

/** RFC 4180, forgiving: any line break, quotes only at a cell's beginning, a quote that is never closed is text. */
function* delimitedRows(text: string, start: number, separator: string) {
  let place = start;
  let line = 0;
  let unclosed = 0;
  let cells: string[] = [];
  let rowLine = 0;
  while (place < text.length) {
    let cell: string;
    const closing =
      text[place] === '"' && unclosed < MAX_UNCLOSED_QUOTES ? closingQuote(text, place + 1, separator) : -1;
    if (closing !== -1) {
      const inner = text.slice(place + 1, closing);
      line += lineBreaks(inner);
      cell = inner.replaceAll('""', '"');
      place = closing + 1;
    } else {
      if (text[place] === '"') unclosed += 1;
      const end = cellEnd(text, place, separator);
      cell = text.slice(place, end);
      place = end;
    }
    cells.push(cell);
    if (text[place] === separator) {
      place += 1;
      if (place < text.length) continue;
      cells.push('');
    }
    yield { line: rowLine, cells };
    cells = [];
    if (text[place] === '\r' && text[place + 1] === '\n') place += 1;
    place += 1;
    line += 1;
    rowLine = line;
  }
}

function cellEnd(text: string, from: number, separator: string): number {
  const code = separator.charCodeAt(0);
  for (let place = from; place < text.length; place += 1) {
    const at = text.charCodeAt(place);
    if (at === code || at === 10 || at === 13) return place;
  }
  return text.length;
}

/** The quote that ends a quoted cell: the first that is not doubled and stands before a separator, a line end or the end. */
function closingQuote(text: string, from: number, separator: string): number {
  let place = text.indexOf('"', from);
  while (place !== -1) {
    const next = text[place + 1];
    if (next === undefined || next === separator || next === '\n' || next === '\r') return place;
    if (next !== '"') return -1;
    place = text.indexOf('"', place + 2);
  }
  return -1;
}

function lineBreaks(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}
