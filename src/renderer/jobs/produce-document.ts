import type { ChosenRecord } from '#domain/document/composed-document';
import type { DocumentTree } from '#domain/document/document-tree';
import type { DocumentOrder } from '#domain/documents/compose-document';
import { SOURCE_KINDS } from '#domain/documents/source-kinds';
import type { Result } from '#domain/result';
import type { ArchiveDatabase } from '#storage/database';
import { listRecords } from '#storage/find-records';
import type {
  DocumentJobKind,
  DocumentRequest,
  DocumentStage,
  ProducedDocument,
} from '../workers/document-messages.ts';
import { runWorkerJob, UNWATCHED, type JobFailure, type JobProgress, type JobWatch } from './run-worker-job.ts';

export type DocumentProgress = JobProgress<DocumentStage>;

/** Makes a Word document from the archive as it is now. */
export async function produceDocument(
  database: ArchiveDatabase,
  order: DocumentOrder,
  watch: JobWatch<DocumentStage>,
): Promise<Result<ProducedDocument, JobFailure>> {
  const feed = async (send: (request: DocumentRequest) => void) => {
    const lists = await Promise.all(SOURCE_KINDS[order.kind].map((kind) => listRecords(database, kind)));
    if (!watch.signal.aborted) send({ type: 'compose', records: lists.flat(), order });
  };
  return runWorkerJob<DocumentJobKind>(startWorker(), feed, watch);
}

/** Makes a Word document of what is composed already, and is so short that nobody waits for it. */
export async function renderDocument(
  tree: DocumentTree,
  records: readonly ChosenRecord[],
): Promise<Result<ProducedDocument, JobFailure>> {
  const chosen = records.map(({ id, title }) => ({ id, title }));
  const feed = async (send: (request: DocumentRequest) => void) => send({ type: 'render', tree, chosen });
  return runWorkerJob<DocumentJobKind>(startWorker(), feed, UNWATCHED);
}

function startWorker(): Worker {
  return new Worker(new URL('../workers/document-worker.ts', import.meta.url), { type: 'module' });
}
