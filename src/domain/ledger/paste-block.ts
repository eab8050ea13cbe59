import { csvPlain } from '../clipboard/csv-safe.ts';
import type { TabularRows } from '../clipboard/tabular-text.ts';
import type { LedgerRecord } from '../records/archive-record.ts';
import type { LedgerKind } from '../records/record-base.ts';
import { fieldValue } from '../records/record-fields.ts';
import { editableText } from './cell-text.ts';
import type { CellWish, RowWish } from './plan-cells.ts';
import { fieldMap } from './field-map.ts';

/** Where a block is pasted: the columns from the focused one on, and the records from the focused one on, as shown. */
export type PasteTarget = {
  /** Names and headings of the columns, the focused one first. */
  readonly columns: readonly { readonly name: string; readonly heading: string }[];
  readonly records: readonly LedgerRecord[];
  /** All columns that the ledger has, shown or not. */
  readonly known: readonly { readonly name: string; readonly heading: string }[];
};

export type PastedBlock = {
  readonly wishes: readonly RowWish[];
  /** How many rows of the block lie beyond the last record. */
  readonly beyond: number;
  /** How many columns of the block lie beyond the last column; their cells are left out. */
  readonly columnsBeyond: number;
  /** Whether the first row named the columns: then each goes where its heading says. */
  readonly hadHeadings: boolean;
};

/**
 * Lays a copied block over a ledger. Headings that were copied along say which column is meant, wherever the cursor is.
 * Rows that are wholly empty ask for nothing, so that blank lines below a table do not clear records; a single cell goes to every record.
 */
export function layBlock(block: TabularRows, place: PasteTarget, isForEach: boolean): PastedBlock {
  const named = namedColumns(block, place);
  const hadHeadings = named !== null;
  const target = named ? { ...place, columns: named } : place;
  const rows = hadHeadings ? block.slice(1) : block;
  const offset = hadHeadings ? 2 : 1;
  const [single] = rows;
  if (isForEach && rows.length === 1 && single?.length === 1) {
    const wishes = target.records.map((record) => ({ row: offset, record, cells: cellsOf(single, target) }));
    return { wishes, beyond: 0, columnsBeyond: 0, hadHeadings };
  }
  const wishes = rows
    .map((row, index) => ({
      row: index + offset,
      record: target.records[index] ?? null,
      cells: row.every((cell) => cell.trim() === '') ? [] : cellsOf(row, target),
    }))
    .filter(({ cells }) => cells.length > 0);
  return {
    wishes,
    beyond: wishes.filter(({ record }) => record === null).length,
    columnsBeyond: Math.max(0, ...rows.map((row) => row.length - target.columns.length)),
    hadHeadings,
  };
}

function cellsOf(row: readonly string[], { columns }: PasteTarget): readonly CellWish[] {
  return row.slice(0, columns.length).map((cell, index) => ({
    name: columns[index]?.name ?? '',
    text: csvPlain(cell),
  }));
}

/** The columns that the first row names; null unless each of its cells is the heading of a column of its own. */
function namedColumns([first = []]: TabularRows, { known }: PasteTarget): PasteTarget['columns'] | null {
  const named = first.flatMap((cell) => known.find(({ heading }) => heading === cell.trim()) ?? []);
  const isHeading = first.length > 1 && named.length === first.length && new Set(named).size === first.length;
  return isHeading ? named : null;
}

/** The cells that filling down asks for: the first record's value in each of the others. */
export function fillDownWishes(kind: LedgerKind, name: string, records: readonly LedgerRecord[]): readonly RowWish[] {
  const [source, ...others] = records;
  const field = fieldMap(kind).get(name);
  if (!source || !field) return [];
  const text = editableText(field, fieldValue(source, name));
  return others.map((record, index) => ({ row: index + 2, record, cells: [{ name, text }] }));
}
