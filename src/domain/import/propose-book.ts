import type { EntryKind } from '../records/record-base.ts';
import type { UnitDirectory } from '../units/unit-directory.ts';
import type { BookReading, UnderstandContext } from './book-reading.ts';
import type { ImportRow } from './import-row.ts';
import { proposeFromDecision, type DecisionReading } from './propose-from-decision.ts';
import { readTableRows } from './read-table-rows.ts';
import type { SourceBook } from './source-book.ts';
import type { RowsContext } from './table-plan.ts';
import { applyTemplate, type TableTemplate } from './table-template.ts';
import { rereadTable, understandBook } from './understand-book.ts';

/** What a file is taken for before anybody has said anything: a ledger of tables, or a decision with its recipients. */
export type BookProposal =
  | { readonly type: 'tables'; readonly reading: BookReading }
  | { readonly type: 'decision'; readonly decision: DecisionReading };

export type ProposeContext = {
  readonly fileName: string;
  /** The current day, ISO 8601. */
  readonly today: string;
  readonly units: UnitDirectory;
  readonly templates: readonly TableTemplate[];
  /** The kind that every table is; null where each is told by itself. */
  readonly kind: EntryKind | null;
};

/** What a file proposes when nobody has corrected its reading: by what was learned, else by what is most likely. */
export function proposeBook(book: SourceBook, context: ProposeContext): BookProposal {
  if (book.format === 'docx' && (context.kind === null || context.kind === 'honor')) {
    const decision = proposeFromDecision(book, rowsContext(context));
    const hasTables = book.sheets.some(({ rows }) => rows.length > 0);
    if (!hasTables || (decision.rows.length > 0 && decision.facts.title !== '')) return { type: 'decision', decision };
  }
  return { type: 'tables', reading: proposeTables(book, context) };
}

/**
 * The tables of a file, whatever else it may be.
 *
 * @param sheets the only ones that are read; left out, those that are not hidden
 */
export function proposeTables(
  book: SourceBook,
  context: ProposeContext,
  sheets: readonly string[] | null = null,
): BookReading {
  const understand = { ...understandContext(context), sheets };
  const guessed = withKind(book, understandBook(book, understand), context.kind, understand);
  return context.templates
    .filter(({ kind }) => context.kind === null || kind === context.kind)
    .reduce(applyTemplate, guessed);
}

/** All rows of the tables that are read, as records to propose, in the order of the file. */
export function readBookRows(book: SourceBook, reading: BookReading, context: RowsContext): readonly ImportRow[] {
  return reading.sheets
    .filter(({ isRead }) => isRead)
    .flatMap(({ tables }) => tables.flatMap((table) => readTableRows(book, table, context)));
}

export function understandContext({ fileName, units }: ProposeContext): UnderstandContext {
  return { fileName, sheets: null, isKnownUnit: (name) => units.find(name) !== null };
}

export function rowsContext({ today, units }: Pick<ProposeContext, 'today' | 'units'>): RowsContext {
  return { today, isKnownUnit: (name) => units.find(name) !== null };
}

function withKind(
  book: SourceBook,
  reading: BookReading,
  kind: EntryKind | null,
  context: UnderstandContext,
): BookReading {
  if (kind === null) return reading;
  const sheets = reading.sheets.map((sheet) => ({
    ...sheet,
    tables: sheet.tables.map((table) => rereadTable(book, table, { kind }, context)),
  }));
  return { sheets };
}
