import { commitOf } from '#domain/import/commit-of';
import type { ImportAddition, ImportUpdate } from '#domain/import/import-commit';
import { layOutPlan, type LaidOutPlan } from '#domain/import/plan-lists';
import { rejectedTables } from '#domain/import/rejected-tables';
import { succeed, type Result } from '#domain/result';
import { openBlockOnDesk, openFileOnDesk, type DeskTools, type ImportDesk } from './import-desk.ts';
import type {
  BookView,
  ImportReplies,
  ImportReply,
  ImportRequest,
  ImportTask,
  OpenProblem,
} from './import-messages.ts';
import { createKnownArchive } from './known-archive.ts';

const archive = createKnownArchive();
let desk: ImportDesk | null = null;
let plan: LaidOutPlan | null = null;
let decided: readonly (ImportAddition | ImportUpdate)[] = [];

/** What is asked is answered in the order in which it is asked, however long a file takes to be read. */
let answered = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  answered = answered.then(() => replyTo(data)).catch(breakDown);
});

async function replyTo(request: ImportRequest): Promise<void> {
  const { id } = request;
  const onProgress = (done: number, total: number) => post({ id, progress: { done, total } });
  post({ id, reply: await answer(request, onProgress) });
}

function post(message: ImportReply): void {
  self.postMessage(message);
}

function breakDown(error: unknown): void {
  // Whoever started the worker hears of what is thrown, but not of a promise that is rejected.
  setTimeout(() => {
    throw error;
  });
}

async function answer(
  task: ImportTask,
  onProgress: (done: number, total: number) => void,
): Promise<ImportReplies[ImportTask['type']]> {
  switch (task.type) {
    case 'know':
      archive.put(task.records);
      return null;
    case 'open':
      return take(await openFileOnDesk(task.bytes, task.name, tools(task.today), onProgress));
    case 'paste':
      return take(await openBlockOnDesk(task.text, task.name, tools(task.today)));
    case 'plan':
      plan = layOutPlan(open().rows(), open().context(), task.choices);
      return plan.view;
    case 'page':
      return planned().page(task.list, task.from, task.count);
    case 'count': {
      const { additions, updates } = commitOf(planned().plan, task.choices, { onlySure: task.onlySure });
      return { additions: additions.length, updates: updates.length };
    }
    case 'decide': {
      const options = { onlySure: task.onlySure, learned: open().learned() };
      const { additions, updates, ...rest } = commitOf(planned().plan, task.choices, options);
      decided = [...additions, ...updates];
      return { ...rest, additions: additions.length, updates: updates.length };
    }
    case 'fetch':
      return decided.slice(task.from, task.from + task.count);
    case 'rejected':
      return rejectedTables(planned().plan.rejected, open().reading());
    default:
      return changeReading(task);
  }
}

type ReadingTask = Extract<ImportTask, { readonly type: 'take-as' | 'read-sheet' | 'change-table' | 'tell' }>;

function changeReading(task: ReadingTask): BookView {
  plan = null;
  switch (task.type) {
    case 'take-as':
      open().takeAs(task.as);
      break;
    case 'read-sheet':
      open().readSheet(task.sheet, task.isRead);
      break;
    case 'change-table':
      open().change(task.place, task.change);
      break;
    case 'tell':
      open().tell(task.facts);
  }
  return open().view();
}

function tools(today: string): DeskTools {
  return { archive, today };
}

function take(opened: Result<ImportDesk, OpenProblem>): Result<BookView, OpenProblem> {
  plan = null;
  decided = [];
  if (!opened.ok) return opened;
  desk = opened.value;
  return succeed(desk.view());
}

function open(): ImportDesk {
  if (desk === null) throw new Error('no file is open');
  return desk;
}

function planned(): LaidOutPlan {
  if (plan === null) throw new Error('nothing is planned');
  return plan;
}
