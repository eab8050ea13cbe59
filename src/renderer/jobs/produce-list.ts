import type { FindableRecord } from '#domain/records/archive-record';
import type { FindableKind } from '#domain/records/record-base';
import type { Result } from '#domain/result';
import type {
  ListFile,
  ListJobKind,
  ListOutline,
  ListRequest,
  ListStage,
  ProducedList,
} from '../workers/list-messages.ts';
import { nextTask } from './next-task.ts';
import { runWorkerJob, type JobFailure, type JobProgress, type JobWatch } from './run-worker-job.ts';

export type ListProgress = JobProgress<ListStage>;

/** A list with the records that it is to have, in their order. */
export type ListToProduce = { readonly outline: ListOutline; readonly records: readonly FindableRecord[] };

export type ListOrder = {
  readonly file: ListFile;
  readonly lists: readonly ListToProduce[];
  readonly kindNames: Readonly<Record<FindableKind, string>>;
};

/** So few that copying them to the worker is not felt in the window. */
const PORTION = 500;

/** Makes a file of one or more lists. */
export async function produceList(
  { file, lists, kindNames }: ListOrder,
  watch: JobWatch<ListStage>,
): Promise<Result<ProducedList, JobFailure>> {
  const worker = new Worker(new URL('../workers/list-worker.ts', import.meta.url), { type: 'module' });
  const feed = async (send: (request: ListRequest) => void) => {
    const total = lists.reduce((sum, { records }) => sum + records.length, 0);
    send({ type: 'start', file, outlines: lists.map(({ outline }) => outline), kindNames, total });
    for (const [outline, { records }] of lists.entries()) {
      for (let from = 0; from < records.length && !watch.signal.aborted; from += PORTION) {
        send({ type: 'records', outline, records: records.slice(from, from + PORTION) });
        await nextTask();
      }
    }
    if (!watch.signal.aborted) send({ type: 'end' });
  };
  return runWorkerJob<ListJobKind>(worker, feed, watch);
}
