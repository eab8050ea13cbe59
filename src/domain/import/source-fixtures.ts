import type { SourceBook, SourceCell, SourceMerge, SourceRow, SourceSheet, SourceValue } from './source-book.ts';
import type { UnderstandContext } from './book-reading.ts';

/** A number as Excel shows and stores it. */
export function shown(text: string, number: number): SourceValue {
  return { text, number, type: 'number', formula: null };
}

/** A date cell: what is shown, and the days since the epoch. */
export function day(text: string, number: number): SourceValue {
  return { text, number, type: 'date', formula: null };
}

type SheetOptions = {
  /** Ranges as Excel names them: A1:C1. */
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly isHidden?: boolean;
};

/** A sheet of the given rows; rows without content keep their number and are left out, as readers do. */
export function sheetOf(
  name: string,
  rows: readonly (readonly SourceCell[])[],
  options: SheetOptions = {},
): SourceSheet {
  const numbered = rows.map((cells, index): SourceRow => {
    const number = index + 1;
    return { number, isHidden: options.hiddenRows?.includes(number) ?? false, cells };
  });
  return {
    name,
    isHidden: options.isHidden ?? false,
    dateSystem: 1900,
    rows: numbered.filter(({ cells }) => cells.some((cell) => cell !== '')),
    merges: (options.merges ?? []).map(readRange),
  };
}

export function bookOf(...sheets: readonly SourceSheet[]): SourceBook {
  return { format: 'xlsx', sheets, paragraphs: [] };
}

/** Knows no units, reads what is not hidden. */
export const PLAIN: UnderstandContext = { fileName: '', sheets: null, isKnownUnit: () => false };

function readRange(range: string): SourceMerge {
  const [first = '', last = first] = range.split(':');
  return { top: rowOf(first), left: columnOf(first), bottom: rowOf(last), right: columnOf(last) };
}

function rowOf(address: string): number {
  return Number(address.replace(/\D/g, ''));
}

function columnOf(address: string): number {
  return address.charCodeAt(0) - 65;
}
