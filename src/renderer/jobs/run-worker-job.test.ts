import { expect, it } from 'vitest';
import type { JobKind, JobReply } from '../workers/job-reply.ts';
import { runWorkerJob } from './run-worker-job.ts';

type Counting = JobKind & {
  readonly request: number;
  readonly stage: 'count';
  readonly done: { readonly sum: number };
};

/** A worker that adds up what it is sent, and is done when it is sent nothing. */
class AddingWorker extends EventTarget {
  sum = 0;
  isEnded = false;

  postMessage(number: number): void {
    this.sum += number;
    if (number < 0) return this.reply({ type: 'failed', message: 'negative' });
    if (number === 0) return this.reply({ type: 'done', sum: this.sum });
    this.reply({ type: 'progress', stage: 'count', done: this.sum, total: 10 });
  }

  terminate(): void {
    this.isEnded = true;
  }

  private reply(data: JobReply<Counting>): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

async function run(numbers: readonly number[], signal = new AbortController().signal) {
  const worker = new AddingWorker();
  const seen: number[] = [];
  const result = await runWorkerJob<Counting>(
    worker as unknown as Worker,
    (send) => Promise.resolve(numbers.forEach((number) => send(number))),
    { onProgress: ({ done }) => seen.push(done), signal },
  );
  return { result, seen, worker };
}

it('a job tells how far it is and gives what it has made; its worker is ended', async () => {
  const { result, seen, worker } = await run([3, 4, 0]);
  expect(result).toMatchObject({ ok: true, value: { sum: 7 } });
  expect(seen).toEqual([3, 7]);
  expect(worker.isEnded).toBe(true);
});

it('a job that fails says why', async () => {
  const { result, worker } = await run([1, -1]);
  expect(result).toEqual({ ok: false, error: { code: 'failed', detail: 'negative' } });
  expect(worker.isEnded).toBe(true);
});

it('a job that is cancelled ends its worker, before it began or after', async () => {
  expect((await run([1, 0], AbortSignal.abort())).result).toEqual({ ok: false, error: { code: 'cancelled' } });
  const controller = new AbortController();
  setTimeout(() => controller.abort());
  const { result, worker } = await run([1], controller.signal);
  expect(result).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(worker.isEnded).toBe(true);
});

it('what cannot be fed to a worker is thrown, and the worker ended', async () => {
  const worker = new AddingWorker();
  const feed = () => Promise.reject(new Error('no database'));
  const watch = { onProgress: () => undefined, signal: new AbortController().signal };
  await expect(runWorkerJob<Counting>(worker as unknown as Worker, feed, watch)).rejects.toThrow('no database');
  expect(worker.isEnded).toBe(true);
});
