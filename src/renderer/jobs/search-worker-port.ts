import type { SearchReplies, SearchReply, SearchTask } from '../workers/search-messages.ts';

/** The search worker, asked like a function. */
export type SearchWorkerPort = {
  /** Rejects when the worker breaks down; nothing that was asked of it is answered after that. */
  readonly ask: <T extends SearchTask>(
    task: T,
    transfer?: readonly Transferable[],
  ) => Promise<SearchReplies[T['type']]>;
};

type Waiting = { readonly resolve: (reply: SearchReply['reply']) => void; readonly reject: (error: Error) => void };

/** @param onBroken called once when the worker cannot go on, as for want of memory */
export function startSearchWorker(onBroken: (error: Error) => void): SearchWorkerPort {
  const worker = new Worker(new URL('../workers/search-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    waiting.get(data.id)?.resolve(data.reply);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', ({ message }) => {
    worker.terminate();
    const error = new Error(`The search worker broke down: ${message}`);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    onBroken(error);
  });
  return {
    ask: (task, transfer = []) => {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
        worker.postMessage({ ...task, id }, [...transfer]);
      });
    },
  };
}
