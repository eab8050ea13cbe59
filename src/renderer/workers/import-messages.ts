import type { TabularProblem } from '#domain/clipboard/tabular-text';
import type { TableChange } from '#domain/import/change-table';
import type { DecisionReading, ToldFacts } from '#domain/import/propose-from-decision';
import type { ImportAddition, ImportCommit, ImportFile, ImportUpdate } from '#domain/import/import-commit';
import type { ImportChoices } from '#domain/import/import-plan';
import type { PlanList, PlanPage, PlanView } from '#domain/import/plan-lists';
import type { RejectedTable } from '#domain/import/rejected-tables';
import type { TableView } from '#domain/import/table-view';
import type { RecordOf } from '#domain/records/archive-record';
import type { EntryKind } from '#domain/records/record-base';
import type { Result } from '#domain/result';
import type { ReadNotice, ReadProblem } from '#formats/ledger-file/read-problem';
import type { WorkerAnswer } from './worker-answer.ts';

/** The kinds of record that an import has to know. */
export type KnownKind = EntryKind | 'unit' | 'importBatch' | 'notDuplicate' | 'importTemplate';
export type KnownRecord = RecordOf<KnownKind>;

/** A table by its sheet and its number there, from 0. */
export type TablePlace = { readonly sheet: string; readonly table: number };

/** What a file was read as, as the window shows it. */
export type BookView = {
  readonly file: ImportFile;
  readonly notices: readonly ReadNotice[];
  /** Whether the other reading of a Word file can be asked for. */
  readonly mayBe: readonly BookType[];
} & (
  | { readonly type: 'tables'; readonly sheets: readonly SheetView[] }
  | { readonly type: 'decision'; readonly decision: Omit<DecisionReading, 'rows'>; readonly rows: number }
);
export type BookType = 'tables' | 'decision';

export type SheetView = {
  readonly name: string;
  readonly isHidden: boolean;
  readonly isRead: boolean;
  readonly tables: readonly TableView[];
};

export type OpenProblem = ReadProblem | TabularProblem;

/** What the window asks of the worker in which a file is looked over; it is answered in the order of asking. */
export type ImportTask =
  /** Records as they are now, in portions. */
  | { readonly type: 'know'; readonly records: readonly KnownRecord[] }
  /** `bytes` are transferred. */
  | { readonly type: 'open'; readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string; readonly today: string }
  | { readonly type: 'paste'; readonly text: string; readonly name: string; readonly today: string }
  | { readonly type: 'take-as'; readonly as: BookType }
  | { readonly type: 'read-sheet'; readonly sheet: string; readonly isRead: boolean }
  | { readonly type: 'change-table'; readonly place: TablePlace; readonly change: TableChange }
  | { readonly type: 'tell'; readonly facts: ToldFacts }
  | { readonly type: 'plan'; readonly choices: ImportChoices }
  | { readonly type: 'page'; readonly list: PlanList; readonly from: number; readonly count: number }
  /** How much would be done; what was decided to be fetched stays. */
  | { readonly type: 'count'; readonly choices: ImportChoices; readonly onlySure: boolean }
  /** What to do, without its additions and updates, which are fetched in portions after it. */
  | { readonly type: 'decide'; readonly choices: ImportChoices; readonly onlySure: boolean }
  | { readonly type: 'fetch'; readonly from: number; readonly count: number }
  | { readonly type: 'rejected' };

export type DecidedCounts = { readonly additions: number; readonly updates: number };
export type DecidedImport = Pick<ImportCommit, 'file' | 'unitNames' | 'learned'> & DecidedCounts;

export type ImportReplies = {
  readonly know: null;
  readonly open: Result<BookView, OpenProblem>;
  readonly paste: Result<BookView, OpenProblem>;
  readonly 'take-as': BookView;
  readonly 'read-sheet': BookView;
  readonly 'change-table': BookView;
  readonly tell: BookView;
  readonly plan: PlanView;
  readonly page: PlanPage;
  readonly count: DecidedCounts;
  readonly decide: DecidedImport;
  /** Additions first, then updates. */
  readonly fetch: readonly (ImportAddition | ImportUpdate)[];
  readonly rejected: readonly RejectedTable[];
};

export type ImportRequest = ImportTask & { readonly id: number };
export type ImportReply = WorkerAnswer<ImportReplies[keyof ImportReplies]>;
