import type { ImportAddition, ImportCommit, ImportUpdate } from '#domain/import/import-commit';
import type { ImportChoices } from '#domain/import/import-plan';
import type { RejectedTable } from '#domain/import/rejected-tables';
import { refuse, succeed, type Result } from '#domain/result';
import type { LiveRecords } from '../../archive/live-records.ts';
import { startImportWorker, type ImportWorkerPort } from '../../jobs/start-import-worker.ts';
import type { WorkerProgress } from '../../jobs/worker-port.ts';
import type { BookView, DecidedCounts, ImportTask, KnownRecord, OpenProblem } from '../../workers/import-messages.ts';
import type { PlanList, PlanPage, PlanView } from '#domain/import/plan-lists';
import type { ImportFault, Incoming } from './import-state.ts';
import { tellEntries, tellNames } from './tell-archive.ts';

export type ReadingTask = Extract<ImportTask, { readonly type: 'take-as' | 'read-sheet' | 'change-table' | 'tell' }>;

/** One file in a worker of its own. Everything rejects when the worker breaks down, or was ended. */
export type Desk = {
  readonly name: string;
  /** Once; what cannot be read has its reason. */
  readonly open: () => Promise<Result<BookView, ImportFault>>;
  readonly changeReading: (task: ReadingTask) => Promise<BookView>;
  /** Tells of records that have changed; waits like `plan`. */
  readonly know: (records: readonly KnownRecord[]) => Promise<null>;
  /** Waits until the worker knows the archive. */
  readonly plan: (choices: ImportChoices) => Promise<PlanView>;
  readonly page: (list: PlanList, from: number, count: number) => Promise<PlanPage>;
  readonly rejected: () => Promise<readonly RejectedTable[]>;
  /** How many additions and updates the plan that was made last comes to. */
  readonly count: (choices: ImportChoices, onlySure: boolean) => Promise<DecidedCounts>;
  /** What is to be done of the plan that was made last. */
  readonly collect: (choices: ImportChoices, onlySure: boolean) => Promise<ImportCommit>;
  readonly end: () => void;
};

type DeskTools = {
  readonly records: LiveRecords;
  /** ISO 8601. */
  readonly today: string;
  readonly onProgress: (progress: WorkerProgress) => void;
};

/** So few that handing them over is not felt in the window. */
const PORTION = 400;

export function createDesk(incoming: Incoming, { records, today, onProgress }: DeskTools): Desk {
  const worker = startImportWorker();
  const { name } = incoming;
  /** Goes on while the file is read and looked at. */
  let known: Promise<void> = Promise.resolve();
  return {
    name,
    open: async () => {
      const bytes = 'file' in incoming ? await readBytes(incoming.file) : null;
      if (bytes instanceof Error) return refuse({ code: 'unreadable', name, detail: bytes.message });
      await tellNames(worker, records);
      const reading: Promise<Result<BookView, OpenProblem>> =
        'text' in incoming
          ? worker.ask({ type: 'paste', text: incoming.text, name, today })
          : openFile(worker, bytes ?? new Uint8Array(), { name, today, onProgress });
      known = tellEntries(worker, records, PORTION);
      // Whoever waits for it hears of its failure; nobody may.
      known.catch(() => undefined);
      const opened = await reading;
      return opened.ok ? succeed(opened.value) : refuse({ code: 'refused', name, problem: opened.error });
    },
    changeReading: (task) => worker.ask(task),
    know: async (changed) => {
      // What is still being handed over may hold these records as they were before.
      await known;
      return worker.ask({ type: 'know', records: changed });
    },
    plan: async (choices) => {
      await known;
      return worker.ask({ type: 'plan', choices });
    },
    page: (list, from, count) => worker.ask({ type: 'page', list, from, count }),
    rejected: () => worker.ask({ type: 'rejected' }),
    count: (choices, onlySure) => worker.ask({ type: 'count', choices, onlySure }),
    collect: (choices, onlySure) => collect(worker, choices, onlySure),
    end: worker.end,
  };
}

function openFile(
  worker: ImportWorkerPort,
  bytes: Uint8Array<ArrayBuffer>,
  { name, today, onProgress }: Pick<DeskTools, 'today' | 'onProgress'> & { readonly name: string },
) {
  return worker.ask({ type: 'open', bytes, name, today }, { transfer: [bytes.buffer], onProgress });
}

/** A file that was moved or is held by another program cannot be read. */
async function readBytes(file: File): Promise<Uint8Array<ArrayBuffer> | Error> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function collect(worker: ImportWorkerPort, choices: ImportChoices, onlySure: boolean): Promise<ImportCommit> {
  const { additions, updates, ...rest } = await worker.ask({ type: 'decide', choices, onlySure });
  const steps: (ImportAddition | ImportUpdate)[] = [];
  while (steps.length < additions + updates) {
    steps.push(...(await worker.ask({ type: 'fetch', from: steps.length, count: PORTION })));
  }
  return {
    ...rest,
    additions: steps.slice(0, additions) as readonly ImportAddition[],
    updates: steps.slice(additions) as readonly ImportUpdate[],
  };
}
