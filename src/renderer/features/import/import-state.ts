import type { ImportChoices } from '#domain/import/import-plan';
import type { WorkerProgress } from '../../jobs/worker-port.ts';
import type { BookView, OpenProblem } from '../../workers/import-messages.ts';
import type { PlanView } from '#domain/import/plan-lists';
import type { Desk } from './desk.ts';

/** What waits to be imported: a file, or a block from the clipboard. */
export type Incoming = { readonly name: string } & ({ readonly file: File } | { readonly text: string });

/** Why a file is not on the desk. */
export type ImportFault =
  | { readonly code: 'refused'; readonly name: string; readonly problem: OpenProblem }
  /** It could not be read from the disk. */
  | { readonly code: 'unreadable'; readonly name: string; readonly detail: string }
  /** The worker broke down. */
  | { readonly code: 'broken'; readonly name: string; readonly detail: string };

export type ImportStage =
  | { readonly at: 'start'; readonly fault: ImportFault | null }
  | { readonly at: 'reading'; readonly name: string; readonly progress: WorkerProgress | null }
  | {
      readonly at: 'tables';
      readonly book: BookView;
      readonly isBusy: boolean;
      /** Whether something was decided or mended that another reading would take back. */
      readonly isDecided: boolean;
    }
  | {
      readonly at: 'records';
      readonly book: BookView;
      readonly plan: PlanView;
      /** Of this plan alone: what was answered about an earlier one is out of date. */
      readonly questions: PlanQuestions;
      readonly choices: ImportChoices;
      readonly isBusy: boolean;
      /** It is being written: nothing else can be decided, and it cannot be given up. */
      readonly isSaving: boolean;
    }
  | { readonly at: 'done'; readonly name: string; readonly result: ImportResult };

export type PlanQuestions = Pick<Desk, 'page' | 'count' | 'rejected'>;

export type ImportResult = {
  readonly added: number;
  readonly changed: number;
  /** Units that were founded. */
  readonly founded: number;
  /** Rows that stayed out because they could not be imported as they are. */
  readonly rejected: number;
  /** Entries that stayed out because nobody has decided whether they are duplicates. */
  readonly undecided: number;
};

/** Everything of an import that outlives its screen. */
export type ImportState = {
  readonly stage: ImportStage;
  /** What comes after the present file. */
  readonly waiting: readonly Incoming[];
};

export const AT_START: ImportState = { stage: { at: 'start', fault: null }, waiting: [] };
