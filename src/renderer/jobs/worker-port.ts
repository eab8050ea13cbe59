import type { WorkerAnswer } from '../workers/worker-answer.ts';

/** A worker that is asked like a function: a task of a type is answered by the reply that belongs to the type. */
export type WorkerPort<Task extends { readonly type: keyof Replies }, Replies> = {
  /** Rejects when the worker breaks down, as when memory runs out, or has ended. */
  readonly ask: <T extends Task>(task: T, options?: AskOptions) => Promise<Replies[T['type']]>;
  /** Ends it, and with it all that it holds; whatever is still asked is rejected with a `WorkerEnded`. */
  readonly end: () => void;
};

export type WorkerProgress = { readonly done: number; readonly total: number };

type AskOptions = {
  readonly transfer?: readonly Transferable[];
  readonly onProgress?: (progress: WorkerProgress) => void;
};

/** What was asked of a worker that was ended on purpose. */
export class WorkerEnded extends Error {}

type Waiting<Reply> = {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: AskOptions['onProgress'];
};

/** @param onBroken called once when the worker cannot go on */
export function openWorkerPort<Task extends { readonly type: keyof Replies }, Replies>(
  worker: Worker,
  onBroken: (error: Error) => void = () => {},
): WorkerPort<Task, Replies> {
  type Reply = Replies[keyof Replies];
  const waiting = new Map<number, Waiting<Reply>>();
  let lastId = 0;
  let over: Error | null = null;
  const end = (error: Error) => {
    over = error;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer<Reply>>) => {
    const asked = waiting.get(data.id);
    if ('progress' in data) return asked?.onProgress?.(data.progress);
    waiting.delete(data.id);
    asked?.resolve(data.reply);
  });
  worker.addEventListener('error', ({ message }) => {
    const error = new Error(`A worker broke down: ${message}`);
    end(error);
    onBroken(error);
  });
  return {
    ask: (task, { transfer = [], onProgress } = {}) => {
      if (over !== null) return Promise.reject(over);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        // Which reply belongs to which task is agreed in the table of replies; the number ties them together.
        waiting.set(id, { resolve, reject, onProgress });
        worker.postMessage({ ...task, id }, [...transfer]);
      });
    },
    end: () => end(new WorkerEnded('the worker was ended')),
  };
}
