import type { EntryKind } from '../records/record-base.ts';
import type { ACTIVITY_KINDS } from '../vocabulary/activity-terms.ts';
import type { Level } from '../vocabulary/levels.ts';
import type { PlanKind } from '../vocabulary/plan-terms.ts';
import type { WORKS } from '../vocabulary/works.ts';
import type { ColumnTarget } from './column-target.ts';
import type { Region } from './sheet-grid.ts';
import type { KnownName } from './split-names.ts';

/** What a book was understood as. A proposal: a person may change all of it (`rereadTable`, `applyTemplate`). */
export type BookReading = { readonly sheets: readonly SheetReading[] };

export type SheetReading = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Hidden sheets are not read unless they are asked for; they are named all the same. */
  readonly isRead: boolean;
  /** From left to right, then from top to bottom. Empty for a sheet that is not read, or is blank. */
  readonly tables: readonly TableReading[];
};

export type TableReading = {
  readonly sheet: string;
  /** Every row that shows anything in these columns is in `rows`; it belongs to no other table of these columns. */
  readonly region: Region;
  readonly kind: EntryKind;
  /** 0 to 1. */
  readonly kindConfidence: number;
  readonly kindReasons: readonly KindReason[];
  /** Numbers of the rows that name the columns: none, one or two. */
  readonly headerRows: readonly number[];
  readonly columns: readonly ColumnReading[];
  readonly context: TableContext;
  readonly rows: readonly RowReading[];
};

export type KindReason = {
  readonly code: 'header' | 'sheet-name' | 'banner' | 'file-name' | 'contents' | 'changed' | 'template';
  /** What it speaks for. */
  readonly kind: EntryKind;
  /** The heading, name or text; of contents the share of cells, as 0.85. */
  readonly value: string;
};

export type ColumnReading = {
  /** From 0 for column A. */
  readonly column: number;
  /** As printed, line breaks joined; of two rows a path: 获奖时间/年. Empty when nothing names the column. */
  readonly headerText: string;
  readonly target: ColumnTarget;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: ColumnReason;
};

/**
 * Why a column has its target. `header-word` and `header-contains` name the word, `contents` the type of what stands
 * there and its share (level 0.95), `taken` the better column for the same field, `unknown-header` and `no-content`
 * nothing. `kept-as-note` is a column that no field holds: its cells go to the note with their heading.
 */
export type ColumnReason = {
  readonly code:
    'header-word' | 'header-contains' | 'contents' | 'kept-as-note' | 'no-content' | 'changed' | 'template';
  readonly value: string;
};

/** A value that a table has for all its rows, and where it stands. */
export type Told<T> = {
  readonly value: T;
  readonly from: 'banner' | 'sheet-name' | 'file-name';
  readonly text: string;
};

export type TableContext = {
  readonly year: Told<number> | null;
  readonly level: Told<Level> | null;
  readonly unit: Told<string> | null;
};

export const ROW_CLASSES = ['banner', 'header', 'section', 'data', 'subtotal', 'note', 'blank'] as const;
/** What a row is. Hidden rows are what they would be if they were shown. */
export type RowClass = (typeof ROW_CLASSES)[number];

export type RowReading = {
  readonly number: number;
  readonly isHidden: boolean;
  readonly is: RowClass;
  /** What a section row says of the rows below it; null for all other rows. */
  readonly section: SectionValues | null;
};

/** What the rows below a section row have in common. `title` is its text, for a table whose rows name no title. */
export type SectionValues = {
  /** 一、 is 1, （一） is 2, 1. is 3, none is 0. */
  readonly depth: number;
  readonly text: string;
  readonly title: string;
  readonly level: Level | null;
  readonly year: number | null;
  readonly unit: string | null;
  readonly work: (typeof WORKS)[number] | null;
  readonly collective: boolean | null;
  readonly planKind: PlanKind | null;
  readonly activityKind: (typeof ACTIVITY_KINDS)[number] | null;
};

export type UnderstandContext = {
  /** Name of the file, for the year and the kind that it may tell; empty for a pasted block. */
  readonly fileName: string;
  /** Names of the sheets to read; null for all that are not hidden. */
  readonly sheets: readonly string[] | null;
  /** Whether the archive knows a unit of this name. */
  readonly isKnownUnit: KnownName;
};
