import type { SearchReplies, SearchTask } from '../workers/search-messages.ts';
import { openWorkerPort, type WorkerPort } from './worker-port.ts';

/** The worker that holds the search. */
export type SearchWorkerPort = WorkerPort<SearchTask, SearchReplies>;

/** @param onBroken called once when the worker cannot go on, as for want of memory */
export function startSearchWorker(onBroken: (error: Error) => void): SearchWorkerPort {
  const worker = new Worker(new URL('../workers/search-worker.ts', import.meta.url), { type: 'module' });
  return openWorkerPort(worker, onBroken);
}
