import type { ImportReplies, ImportTask } from '../workers/import-messages.ts';
import { openWorkerPort, type WorkerPort } from './worker-port.ts';

/** The worker in which one file is looked over. */
export type ImportWorkerPort = WorkerPort<ImportTask, ImportReplies>;

export function startImportWorker(): ImportWorkerPort {
  return openWorkerPort(new Worker(new URL('../workers/import-worker.ts', import.meta.url), { type: 'module' }));
}
