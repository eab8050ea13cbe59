import { refuse, succeed, type Result } from '#domain/result';
import type { JobKind, JobReply } from '../workers/job-reply.ts';

export type JobProgress<Stage extends string> = {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
};
export type JobFailure = { readonly code: 'cancelled' } | { readonly code: 'failed'; readonly detail: string };

/** What is seen of a job while it runs, and how it is ended. */
export type JobWatch<Stage extends string> = {
  readonly onProgress: (progress: JobProgress<Stage>) => void;
  readonly signal: AbortSignal;
};

/** Sends a request to the worker; what is transferred cannot be used here any more. */
type Send<K extends JobKind> = (request: K['request'], transfer?: Transferable[]) => void;

/** For a job of a command, which nobody watches. */
export const UNWATCHED: JobWatch<string> = { onProgress: () => undefined, signal: new AbortController().signal };

/**
 * Has a worker of its own make one thing. Aborting ends the worker.
 *
 * @param feed sends the worker what it needs; it may take its time, and is told by the signal when nobody waits any more
 */
export async function runWorkerJob<K extends JobKind>(
  worker: Worker,
  feed: (send: Send<K>) => Promise<void>,
  { onProgress, signal }: JobWatch<K['stage']>,
): Promise<Result<K['done'], JobFailure>> {
  return new Promise<Result<K['done'], JobFailure>>((resolve, reject) => {
    const cancel = () => resolve(refuse({ code: 'cancelled' }));
    if (signal.aborted) return cancel();
    signal.addEventListener('abort', cancel, { once: true });
    worker.addEventListener('error', (event) => resolve(refuse({ code: 'failed', detail: event.message })));
    worker.addEventListener('message', ({ data }: MessageEvent<JobReply<K>>) => {
      if (data.type === 'progress') onProgress(data);
      else if (data.type === 'failed') resolve(refuse({ code: 'failed', detail: data.message }));
      else resolve(succeed(data));
    });
    feed((request, transfer = []) => worker.postMessage(request, transfer)).catch(reject);
  }).finally(() => worker.terminate());
}
