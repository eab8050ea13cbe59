import type { YearbookOptions } from '#domain/yearbook/yearbook-options';
import { refuse, succeed, type Result } from '#domain/result';
import { listEntries, listRecords } from '#storage/find-records';
import type { ArchiveDatabase } from '#storage/database';
import type { YearbookReply, YearbookRequest, YearbookStage } from '../workers/yearbook-messages.ts';

export type YearbookProgress = { readonly stage: YearbookStage; readonly done: number; readonly total: number };
export type ProducedYearbook = Extract<YearbookReply, { type: 'done' }>;
export type YearbookFailure = { readonly code: 'cancelled' } | { readonly code: 'failed'; readonly detail: string };

/** Makes a yearbook from the archive as it is now, in a worker of its own; aborting the signal ends the worker. */
export async function produceYearbook(
  database: ArchiveDatabase,
  options: YearbookOptions,
  onProgress: (progress: YearbookProgress) => void,
  signal: AbortSignal,
): Promise<Result<ProducedYearbook, YearbookFailure>> {
  const [entries, units] = await Promise.all([listEntries(database), listRecords(database, 'unit')]);
  if (signal.aborted) return refuse({ code: 'cancelled' });
  return runWorker({ type: 'start', entries, units, options }, onProgress, signal);
}

function runWorker(
  request: YearbookRequest,
  onProgress: (progress: YearbookProgress) => void,
  signal: AbortSignal,
): Promise<Result<ProducedYearbook, YearbookFailure>> {
  const worker = new Worker(new URL('../workers/yearbook-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Result<ProducedYearbook, YearbookFailure>>((resolve) => {
    signal.addEventListener('abort', () => resolve(refuse({ code: 'cancelled' })), { once: true });
    worker.addEventListener('error', (event) => resolve(refuse({ code: 'failed', detail: event.message })));
    worker.addEventListener('message', (event: MessageEvent<YearbookReply>) => {
      const reply = event.data;
      if (reply.type === 'progress') onProgress(reply);
      else if (reply.type === 'done') resolve(succeed(reply));
      else resolve(refuse({ code: 'failed', detail: reply.message }));
    });
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
