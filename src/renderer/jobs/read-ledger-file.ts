import type { ReadJobKind } from '../workers/read-messages.ts';
import { runWorkerJob, UNWATCHED } from './run-worker-job.ts';

/**
 * Reads a file of ledgers in a worker of its own, and tells its hash.
 *
 * @param bytes the whole file; they are handed over and cannot be read here any more
 * @param name with its ending, without a folder
 * @throws when the worker breaks down, as when memory runs out
 */
export async function readLedgerFile(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<ReadJobKind['done']> {
  const worker = new Worker(new URL('../workers/read-worker.ts', import.meta.url), { type: 'module' });
  const read = await runWorkerJob<ReadJobKind>(
    worker,
    async (send) => send({ bytes, name }, [bytes.buffer]),
    UNWATCHED,
  );
  if (read.ok) return read.value;
  throw new Error(`The reading worker broke down: ${read.error.code === 'failed' ? read.error.detail : ''}`);
}
