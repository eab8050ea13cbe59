import type { BookReading, UnderstandContext } from '#domain/import/book-reading';
import type { ImportRow } from '#domain/import/import-row';
import { proposeFromDecision } from '#domain/import/propose-from-decision';
import { readTableRows } from '#domain/import/read-table-rows';
import { columnLetters } from '#domain/import/sheet-grid';
import type { SourceBook } from '#domain/import/source-book';
import { applyTemplate, type TableTemplate } from '#domain/import/table-template';
import { rereadTable, understandBook } from '#domain/import/understand-book';
import type { EntryKind } from '#domain/records/record-base';
import type { UnitDirectory } from '#domain/units/unit-directory';

export type ProposedSheet = {
  readonly name: string;
  /** Rows that are data. */
  readonly rows: number;
  readonly mapping: readonly {
    readonly column: string;
    readonly header: string;
    readonly field: string;
    readonly role: string;
    readonly confidence: number;
  }[];
};

export type ProposedBook = { readonly sheets: readonly ProposedSheet[]; readonly rows: readonly ImportRow[] };

export type ProposeContext = {
  readonly fileName: string;
  readonly today: string;
  readonly units: UnitDirectory;
  readonly templates: readonly TableTemplate[];
  /** The kind that every table is; null where each is told by itself. */
  readonly kind: EntryKind | null;
};

/** What a file proposes when nobody has corrected its reading: by what was learned, else by what is most likely. */
export function proposeRows(book: SourceBook, context: ProposeContext): ProposedBook {
  const isKnownUnit = (name: string) => context.units.find(name) !== null;
  const rowsContext = { today: context.today, isKnownUnit };
  if (book.format === 'docx' && (context.kind === null || context.kind === 'honor')) {
    const decision = proposeFromDecision(book, rowsContext);
    const hasTables = book.sheets.some(({ rows }) => rows.length > 0);
    if (!hasTables || (decision.rows.length > 0 && decision.facts.title !== '')) {
      return { sheets: [{ name: '', rows: decision.rows.length, mapping: [] }], rows: decision.rows };
    }
  }
  const understand: UnderstandContext = { fileName: context.fileName, sheets: null, isKnownUnit };
  const guessed = withKind(book, understandBook(book, understand), context.kind, understand);
  const reading = context.templates
    .filter(({ kind }) => context.kind === null || kind === context.kind)
    .reduce(applyTemplate, guessed);
  const read = reading.sheets.filter(({ isRead }) => isRead);
  return {
    sheets: read.map(({ name, tables }) => ({
      name,
      rows: tables.flatMap(({ rows }) => rows.filter(({ is }) => is === 'data')).length,
      mapping: tables.flatMap(({ columns }) =>
        columns.map(({ column, headerText, target, confidence }) => ({
          column: columnLetters(column),
          header: headerText,
          field: target.field,
          role: target.role,
          confidence,
        })),
      ),
    })),
    rows: read.flatMap(({ tables }) => tables.flatMap((table) => readTableRows(book, table, rowsContext))),
  };
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
