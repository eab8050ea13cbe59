import type { SourceBook, SourceFormat } from '#domain/import/source-book';

/** Why a file could not be read as a ledger. */
export type ReadProblem =
  | { readonly code: 'empty-file' }
  /** `limit` and `found` are bytes. */
  | { readonly code: 'file-too-large'; readonly limit: number; readonly found: number }
  /** A package that unpacks to more than `limit` bytes, or far more than is natural: a zip bomb or near to one. */
  | { readonly code: 'unpacks-too-large'; readonly limit: number }
  | { readonly code: 'too-many-parts'; readonly limit: number }
  | { readonly code: 'too-many-cells'; readonly limit: number }
  | { readonly code: 'too-many-characters'; readonly limit: number }
  | { readonly code: 'password-protected' }
  /** Truncated, bit-rotten, or not what its first bytes promise. */
  | { readonly code: 'damaged' }
  /** XML with a document type or entities: no office program writes it, attacks do. */
  | { readonly code: 'unsafe-markup' }
  /** A web page in which there is no table. */
  | { readonly code: 'web-page' }
  | { readonly code: 'unknown-encoding' }
  | { readonly code: 'not-a-ledger'; readonly kind: ForeignKind }
  /** It was read, and there is nothing in it. */
  | { readonly code: 'no-content' };

/** What a file is that is no ledger, as far as it can be told; each has its own advice. */
export type ForeignKind =
  | 'word-97'
  | 'excel-95'
  | 'excel-binary'
  | 'excel-xml-2003'
  | 'office-other'
  | 'pdf'
  | 'picture'
  | 'archive'
  | 'rich-text'
  | 'other';

/** What a person should know about a file that was read all the same. */
export type ReadNotice =
  /** The name ends in what the content is not. */
  | { readonly code: 'wrong-ending'; readonly ending: string; readonly format: SourceFormat }
  /** A web page that was saved as a workbook: its tables were read, numbers as they are shown. */
  | { readonly code: 'web-page-tables' }
  /** The text was read in an encoding that had to be found out. */
  | { readonly code: 'encoding-detected'; readonly encoding: 'gb18030' | 'utf-16le' | 'utf-16be' }
  /** Characters that must not be stored were taken out of so many cells. */
  | { readonly code: 'cells-cleaned'; readonly count: number }
  /** Formulas were so many or so long that only their results were read. */
  | { readonly code: 'formulas-left-out' };

export type LedgerFile = { readonly book: SourceBook; readonly notices: readonly ReadNotice[] };

/** Unwinds the readers to `readLedgerFile`, which answers with the problem. It never leaves this folder. */
export class ReadStopped extends Error {
  readonly problem: ReadProblem;

  constructor(problem: ReadProblem) {
    super(problem.code);
    this.problem = problem;
  }
}
