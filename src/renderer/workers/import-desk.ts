import { parseTabularText } from '#domain/clipboard/tabular-text';
import type { BookReading, SheetReading } from '#domain/import/book-reading';
import { changeTable, type TableChange } from '#domain/import/change-table';
import type { ImportFile } from '#domain/import/import-commit';
import {
  proposeBook,
  proposeTables,
  readBookRows,
  rowsContext,
  understandContext,
  type BookProposal,
  type ProposeContext,
} from '#domain/import/propose-book';
import type { ImportRow } from '#domain/import/import-row';
import { pastedBook } from '#domain/import/pasted-book';
import { planContext, readTemplates } from '#domain/import/plan-context';
import type { PlanContext } from '#domain/import/plan-import';
import { proposeFromDecision, type ToldFacts } from '#domain/import/propose-from-decision';
import type { SourceBook } from '#domain/import/source-book';
import { templateOf, type LearnedTable } from '#domain/import/table-template';
import { viewTable } from '#domain/import/table-view';
import { refuse, succeed, type Result } from '#domain/result';
import type { UnitDirectory } from '#domain/units/unit-directory';
import { readLedgerFile } from '#formats/ledger-file/read-ledger-file';
import type { ReadNotice } from '#formats/ledger-file/read-problem';
import { hashBytes } from './hash-bytes.ts';
import type { BookType, BookView, OpenProblem, SheetView, TablePlace } from './import-messages.ts';
import type { KnownArchive } from './known-archive.ts';

/** One file that is being looked over: as it is, and as it is understood by now. */
export type ImportDesk = {
  readonly view: () => BookView;
  /** Reads the file, or its paragraphs as a decision, in the other way. */
  readonly takeAs: (as: BookType) => void;
  readonly readSheet: (sheet: string, isRead: boolean) => void;
  readonly change: (place: TablePlace, change: TableChange) => void;
  /** What a person says of a decision instead of what was read. */
  readonly tell: (facts: ToldFacts) => void;
  /** The rows of all that is read, the same list until the reading or the known units change. */
  readonly rows: () => readonly ImportRow[];
  readonly context: () => PlanContext;
  readonly reading: () => BookReading;
  /** How the tables that a person has corrected are to be read from now on. */
  readonly learned: () => readonly LearnedTable[];
};

export type DeskTools = {
  readonly archive: KnownArchive;
  /** The current day, ISO 8601. */
  readonly today: string;
};

/** @param bytes the whole file */
export async function openFileOnDesk(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  tools: DeskTools,
  onProgress: (done: number, total: number) => void,
): Promise<Result<ImportDesk, OpenProblem>> {
  const sha256 = await hashBytes(bytes);
  const read = await readLedgerFile(bytes, name, { onProgress });
  if (!read.ok) return read;
  const { book, notices } = read.value;
  return succeed(createDesk({ book, notices, file: { name, sha256, format: book.format } }, tools));
}

export async function openBlockOnDesk(
  text: string,
  name: string,
  tools: DeskTools,
): Promise<Result<ImportDesk, OpenProblem>> {
  const rows = parseTabularText(text);
  if (!rows.ok) return rows;
  const book = pastedBook(rows.value, name);
  if (book.sheets.every((sheet) => sheet.rows.length === 0)) return refuse({ code: 'no-content' });
  const sha256 = await hashBytes(new TextEncoder().encode(text));
  return succeed(createDesk({ book, notices: [], file: { name, sha256, format: 'pasted' } }, tools));
}

type OpenedFile = {
  readonly book: SourceBook;
  readonly notices: readonly ReadNotice[];
  readonly file: ImportFile;
};

function createDesk({ book, notices, file }: OpenedFile, { archive, today }: DeskTools): ImportDesk {
  const context = (): ProposeContext => ({
    fileName: book.format === 'pasted' ? '' : file.name,
    today,
    units: archive.units(),
    templates: readTemplates(archive.templates()),
    kind: null,
  });
  let proposal: BookProposal = proposeBook(book, context());
  const corrected = new Set<string>();
  let read: { readonly units: UnitDirectory; readonly rows: readonly ImportRow[] } | null = null;
  const take = (next: BookProposal) => {
    proposal = next;
    read = null;
  };
  const changeSheet = (sheet: string, next: (reading: SheetReading) => SheetReading) => {
    if (proposal.type !== 'tables') return;
    const sheets = proposal.reading.sheets.map((each) => (each.name === sheet ? next(each) : each));
    take({ type: 'tables', reading: { sheets } });
  };
  const decide = (told: ToldFacts) =>
    take({ type: 'decision', decision: proposeFromDecision(book, rowsContext(context()), told) });
  return {
    view: () => viewOf({ book, notices, file }, proposal),
    takeAs: (as) => {
      corrected.clear();
      if (as === 'decision') decide({});
      else take({ type: 'tables', reading: proposeTables(book, context()) });
    },
    readSheet: (sheet, isRead) =>
      changeSheet(sheet, (each) => {
        // What was corrected about a sheet is there when it is read after all.
        if (!isRead || each.tables.length > 0) return { ...each, isRead };
        const { sheets } = proposeTables(book, context(), [sheet]);
        return sheets.find(({ name }) => name === sheet) ?? each;
      }),
    change: ({ sheet, table }, wanted) => {
      corrected.add(tableKey(sheet, table));
      changeSheet(sheet, (each) => ({
        ...each,
        tables: each.tables.map((known, index) =>
          index === table ? changeTable(book, known, wanted, understandContext(context())) : known,
        ),
      }));
    },
    tell: decide,
    rows: () => {
      if (proposal.type === 'decision') return proposal.decision.rows;
      const units = archive.units();
      // Where the names of several units are told apart depends on the units that are known.
      if (read?.units !== units) {
        read = { units, rows: readBookRows(book, proposal.reading, rowsContext({ today, units })) };
      }
      return read.rows;
    },
    context: () => planContext(file, today, archive.forPlanning()),
    reading: () => (proposal.type === 'tables' ? proposal.reading : { sheets: [] }),
    learned: () => (proposal.type === 'tables' ? learnedFrom(proposal.reading, corrected) : []),
  };
}

function learnedFrom({ sheets }: BookReading, corrected: ReadonlySet<string>) {
  const learned = new Map<string, LearnedTable>();
  for (const { name, tables, isRead } of sheets) {
    if (!isRead) continue;
    for (const [index, table] of tables.entries()) {
      const template = corrected.has(tableKey(name, index)) ? templateOf(table) : null;
      if (template) learned.set(template.shape, { title: name, template });
    }
  }
  return [...learned.values()];
}

function tableKey(sheet: string, table: number): string {
  return `${table} ${sheet}`;
}

function viewOf({ book, notices, file }: OpenedFile, proposal: BookProposal): BookView {
  const mayBe: readonly BookType[] = [
    ...(book.sheets.some(({ rows }) => rows.length > 0) ? (['tables'] as const) : []),
    ...(book.format === 'docx' ? (['decision'] as const) : []),
  ];
  if (proposal.type === 'decision') {
    const { rows, ...decision } = proposal.decision;
    return { file, notices, mayBe, type: 'decision', decision, rows: rows.length };
  }
  const sheets = proposal.reading.sheets.map((sheet): SheetView => ({
    ...sheet,
    tables: sheet.isRead ? sheet.tables.map((table) => viewTable(book, table)) : [],
  }));
  return { file, notices, mayBe, type: 'tables', sheets };
}
