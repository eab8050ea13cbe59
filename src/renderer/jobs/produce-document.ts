import type { ChosenRecord } from '#domain/document/composed-document';
import type { DocumentTree } from '#domain/document/document-tree';
import type { DocumentOrder } from '#domain/documents/compose-document';
import { SOURCE_KINDS } from '#domain/documents/source-kinds';
import type { ArchiveRecord } from '#domain/records/archive-record';
import { refuse, type Result } from '#domain/result';
import type { ArchiveDatabase } from '#storage/database';
import { readRecordsAsOf, readRecordsNow, type DataVersion } from '#storage/read-for-document';
import type {
  DocumentJobKind,
  DocumentRequest,
  DocumentStage,
  ProducedDocument,
} from '../workers/document-messages.ts';
import { nextTask } from './next-task.ts';
import { runWorkerJob, UNWATCHED, type JobFailure, type JobProgress, type JobWatch } from './run-worker-job.ts';

export type DocumentProgress = JobProgress<DocumentStage>;

/** A document, and the state of the archive that it was made from. */
export type VersionedDocument = ProducedDocument & { readonly version: DataVersion };
type Production = Promise<Result<VersionedDocument, JobFailure | { readonly code: 'no-such-version' }>>;

type Send = (request: DocumentRequest) => void;

/** So few that copying them to the worker is not felt in the window. */
const PORTION = 500;

/** Makes a Word document from the archive as it is now. */
export async function produceDocument(
  database: ArchiveDatabase,
  order: DocumentOrder,
  watch: JobWatch<DocumentStage>,
): Promise<Result<VersionedDocument, JobFailure>> {
  let version: DataVersion = { sequence: 0, hash: '' };
  const feed = async (send: Send) => {
    const now = await readRecordsNow(database, SOURCE_KINDS[order.kind]);
    ({ version } = now);
    await sendOrder(send, now.records, order, watch.signal);
  };
  const produced = await runWorkerJob<DocumentJobKind>(startWorker(), feed, watch);
  return produced.ok ? { ok: true, value: { ...produced.value, version } } : produced;
}

/** Makes a Word document from the archive as it was at an earlier version: with the same order, the same file. */
export async function reproduceDocument(
  database: ArchiveDatabase,
  order: DocumentOrder,
  version: DataVersion,
  watch: JobWatch<DocumentStage>,
): Production {
  const records = await readRecordsAsOf(database, SOURCE_KINDS[order.kind], version);
  if (records === null) return refuse({ code: 'no-such-version' });
  const feed = (send: Send) => sendOrder(send, records, order, watch.signal);
  const produced = await runWorkerJob<DocumentJobKind>(startWorker(), feed, watch);
  return produced.ok ? { ok: true, value: { ...produced.value, version } } : produced;
}

async function sendOrder(
  send: Send,
  records: readonly ArchiveRecord[],
  order: DocumentOrder,
  signal: AbortSignal,
): Promise<void> {
  for (let from = 0; from < records.length && !signal.aborted; from += PORTION) {
    send({ type: 'records', records: records.slice(from, from + PORTION) });
    await nextTask();
  }
  if (!signal.aborted) send({ type: 'compose', order });
}

/** Makes a Word document of what is composed already, and is so short that nobody waits for it. */
export async function renderDocument(
  tree: DocumentTree,
  records: readonly ChosenRecord[],
): Promise<Result<ProducedDocument, JobFailure>> {
  const chosen = records.map(({ id, title }) => ({ id, title }));
  const feed = async (send: Send) => send({ type: 'render', tree, chosen });
  return runWorkerJob<DocumentJobKind>(startWorker(), feed, UNWATCHED);
}

function startWorker(): Worker {
  return new Worker(new URL('../workers/document-worker.ts', import.meta.url), { type: 'module' });
}
