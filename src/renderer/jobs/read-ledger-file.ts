import type { ReadReply, ReadRequest, ReadResult } from '../workers/read-messages.ts';

/**
 * Reads a file of ledgers in a worker of its own.
 *
 * @param bytes the whole file; they are handed over and cannot be read here any more
 * @param name with its ending, without a folder
 * @throws when the worker breaks down, as when memory runs out
 */
export function readLedgerFile(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<ReadResult> {
  const worker = new Worker(new URL('../workers/read-worker.ts', import.meta.url), { type: 'module' });
  const request: ReadRequest = { bytes, name };
  return new Promise<ReadResult>((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(`The reading worker broke down: ${message}`)));
    worker.addEventListener('message', ({ data }: MessageEvent<ReadReply>) => {
      if (data.type === 'read') resolve(data.result);
      else reject(new Error(data.message));
    });
    worker.postMessage(request, [bytes.buffer]);
  }).finally(() => worker.terminate());
}
