import type { BookReading } from '#domain/import/book-reading';
import type { ImportRow } from '#domain/import/import-row';
import { proposeBook, readBookRows, rowsContext, type ProposeContext } from '#domain/import/propose-book';
import { columnLetters } from '#domain/import/sheet-grid';
import type { SourceBook } from '#domain/import/source-book';

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

/** What a file proposes when nobody has corrected its reading, as the command tells it. */
export function proposeRows(book: SourceBook, context: ProposeContext): ProposedBook {
  const proposal = proposeBook(book, context);
  if (proposal.type === 'decision') {
    const { rows } = proposal.decision;
    return { sheets: [{ name: '', rows: rows.length, mapping: [] }], rows };
  }
  const { reading } = proposal;
  return { sheets: sheetsOf(reading), rows: readBookRows(book, reading, rowsContext(context)) };
}

function sheetsOf({ sheets }: BookReading): readonly ProposedSheet[] {
  return sheets
    .filter(({ isRead }) => isRead)
    .map(({ name, tables }) => ({
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
    }));
}
