import type { RequestOf } from '#contract/archive-contract';
import type { Result } from '#domain/result';
import type { JobFailure } from '../jobs/run-worker-job.ts';
import { callMain } from './bridge.ts';
import { fileMessages } from './file-messages.ts';

/** How a job ended that makes a file: where it is, or why there is none. */
export type FileOutcome<Done> =
  | { readonly state: 'done'; readonly path: string; readonly size: number; readonly produced: Done }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly reason: string };

/** Waits for a file to be made and has main write it where the person says. Nothing is thrown: each end is an outcome. */
export async function saveProducedFile<Done extends { readonly bytes: Uint8Array<ArrayBuffer> }>(
  produce: () => Promise<Result<Done, JobFailure>>,
  wanted: Pick<RequestOf<'file:save'>, 'suggestedName' | 'type'>,
): Promise<FileOutcome<Done>> {
  try {
    const produced = await produce();
    if (!produced.ok) {
      const { error } = produced;
      return error.code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', reason: error.detail };
    }
    const saved = await callMain('file:save', { ...wanted, bytes: produced.value.bytes });
    if (saved.ok) return { state: 'done', path: saved.path, size: saved.bytes, produced: produced.value };
    if (saved.code === 'cancelled') return { state: 'cancelled' };
    return { state: 'failed', reason: fileMessages.saveFailed[saved.code] };
  } catch (error) {
    return { state: 'failed', reason: fileMessages.failedUnexpectedly(String(error)) };
  }
}
