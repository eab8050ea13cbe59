import type { Result } from '#domain/result';
import type { JobFailure } from '../jobs/run-worker-job.ts';
import { fileMessages } from './file-messages.ts';
import { saveFile, type WantedFile } from './save-file.ts';

/** How a job ended that makes a file: where it is, or why there is none. */
export type FileOutcome<Done> =
  | { readonly state: 'done'; readonly path: string; readonly size: number; readonly produced: Done }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly reason: string };

/**
 * Waits for a file to be made and has main write it where the person says. Nothing is thrown: each end is an outcome.
 *
 * @param signal cancels the writing as well; null for what nobody can cancel
 */
export async function saveProducedFile<Done extends { readonly bytes: Uint8Array<ArrayBuffer> }>(
  produce: () => Promise<Result<Done, JobFailure>>,
  wanted: WantedFile,
  signal: AbortSignal | null = null,
): Promise<FileOutcome<Done>> {
  try {
    const produced = await produce();
    if (!produced.ok) {
      const { error } = produced;
      return error.code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', reason: error.detail };
    }
    const saved = await saveFile(wanted, produced.value.bytes, signal);
    if (saved.ok) return { state: 'done', path: saved.path, size: saved.bytes, produced: produced.value };
    if (saved.code === 'cancelled') return { state: 'cancelled' };
    return { state: 'failed', reason: fileMessages.saveFailed[saved.code] };
  } catch (error) {
    return { state: 'failed', reason: fileMessages.failedUnexpectedly(String(error)) };
  }
}
