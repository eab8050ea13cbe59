import type { ImportReplies, ImportReply, ImportTask } from '../workers/import-messages.ts';

export type ImportProgress = { readonly done: number; readonly total: number };

/** The worker in which one file is looked over, asked like a function. */
export type ImportWorkerPort = {
  /** Rejects when the worker breaks down, as when memory runs out, or is ended. */
  readonly ask: <T extends ImportTask>(
    task: T,
    options?: {
      readonly transfer?: readonly Transferable[];
      readonly onProgress?: (progress: ImportProgress) => void;
    },
  ) => Promise<ImportReplies[T['type']]>;
  /** Ends it, and with it all that it read; whatever is still asked is rejected with `ImportEnded`. */
  readonly end: () => void;
};

/** What was asked of a worker that was ended on purpose. */
export class ImportEnded extends Error {}

type Waiting = {
  readonly resolve: (reply: ImportReplies[ImportTask['type']]) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: ImportProgress) => void) | undefined;
};

export function startImportWorker(): ImportWorkerPort {
  const worker = new Worker(new URL('../workers/import-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let over: Error | null = null;
  const end = (error: Error) => {
    over = error;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<ImportReply>) => {
    const asked = waiting.get(data.id);
    if ('progress' in data) return asked?.onProgress?.(data.progress);
    waiting.delete(data.id);
    asked?.resolve(data.reply);
  });
  worker.addEventListener('error', ({ message }) => end(new Error(`The import worker broke down: ${message}`)));
  return {
    ask: (task, { transfer = [], onProgress } = {}) => {
      if (over !== null) return Promise.reject(over);
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
        worker.postMessage({ ...task, id }, [...transfer]);
      });
    },
    end: () => end(new ImportEnded('the import was ended')),
  };
}
