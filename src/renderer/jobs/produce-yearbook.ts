import type { YearbookOptions } from '#domain/yearbook/yearbook-options';
import type { Result } from '#domain/result';
import { listEntries, listRecords } from '#storage/find-records';
import type { ArchiveDatabase } from '#storage/database';
import type {
  ProducedYearbook,
  YearbookJobKind,
  YearbookRequest,
  YearbookStage,
} from '../workers/yearbook-messages.ts';
import { runWorkerJob, type JobFailure, type JobProgress, type JobWatch } from './run-worker-job.ts';

export type YearbookProgress = JobProgress<YearbookStage>;

/** Makes a yearbook from the archive as it is now. */
export async function produceYearbook(
  database: ArchiveDatabase,
  options: YearbookOptions,
  watch: JobWatch<YearbookStage>,
): Promise<Result<ProducedYearbook, JobFailure>> {
  const worker = new Worker(new URL('../workers/yearbook-worker.ts', import.meta.url), { type: 'module' });
  const feed = async (send: (request: YearbookRequest) => void) => {
    const [entries, units] = await Promise.all([listEntries(database), listRecords(database, 'unit')]);
    if (!watch.signal.aborted) send({ type: 'start', entries, units, options });
  };
  return runWorkerJob<YearbookJobKind>(worker, feed, watch);
}
