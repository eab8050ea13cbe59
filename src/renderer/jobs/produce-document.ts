import type { DocumentOrder } from '#domain/documents/compose-document';
import type { Result } from '#domain/result';
import type { ArchiveDatabase } from '#storage/database';
import { listEntries, listRecords } from '#storage/find-records';
import type {
  DocumentJobKind,
  DocumentRequest,
  DocumentStage,
  ProducedDocument,
} from '../workers/document-messages.ts';
import { runWorkerJob, type JobFailure, type JobProgress, type JobWatch } from './run-worker-job.ts';

export type DocumentProgress = JobProgress<DocumentStage>;

/** Makes a Word document from the archive as it is now. */
export async function produceDocument(
  database: ArchiveDatabase,
  order: DocumentOrder,
  watch: JobWatch<DocumentStage>,
): Promise<Result<ProducedDocument, JobFailure>> {
  const worker = new Worker(new URL('../workers/document-worker.ts', import.meta.url), { type: 'module' });
  const feed = async (send: (request: DocumentRequest) => void) => {
    const [entries, units] = await Promise.all([listEntries(database), listRecords(database, 'unit')]);
    if (!watch.signal.aborted) send({ type: 'start', entries, units, order });
  };
  return runWorkerJob<DocumentJobKind>(worker, feed, watch);
}
