import { useEffect, useRef, useState } from 'react';
import type { ExportEntry } from '#contract/export-contract';
import { windowWords } from '#domain/dates/date-window';
import type { DocumentKind, DocumentOrder } from '#domain/documents/compose-document';
import type { Result } from '#domain/result';
import { logExport, sha256Of } from '../../archive/log-export.ts';
import { saveProducedFile, type FileOutcome } from '../../archive/save-produced-file.ts';
import { useSession } from '../../archive/session-context.tsx';
import {
  produceDocument,
  reproduceDocument,
  type DocumentProgress,
  type VersionedDocument,
} from '../../jobs/produce-document.ts';
import type { JobFailure } from '../../jobs/run-worker-job.ts';
import { messages } from './messages.ts';

/** A document that was made again: whether its bytes are those of then, and the program that made it then. */
export type MadeAgain = { readonly isSame: boolean; readonly before: ExportEntry };
export type DocumentJob = { readonly kind: DocumentKind } & (
  | { readonly state: 'running'; readonly progress: DocumentProgress | null }
  | (FileOutcome<VersionedDocument> & {
      /** Whether it stands in the history of exports. */
      readonly isLogged: boolean;
      /** Null for a document of the present data. */
      readonly again: MadeAgain | null;
    })
);

export type DocumentDesk = {
  /** The job that runs or ran last; null before the first. */
  readonly job: DocumentJob | null;
  readonly isRunning: boolean;
  readonly start: (order: DocumentOrder) => Promise<void>;
  /** Makes a document again from the data that it was made from. */
  readonly repeat: (order: DocumentOrder, entry: ExportEntry) => Promise<void>;
  /** Makes a document to be looked at, without writing it anywhere. */
  readonly preview: (order: DocumentOrder) => Promise<void>;
  /** The document that is looked at. */
  readonly previewed: Previewed | null;
  readonly show: (previewed: Previewed | null) => void;
  readonly cancel: () => void;
};
export type Previewed = { readonly title: string; readonly produced: VersionedDocument };

type Watch = Parameters<typeof produceDocument>[2];
type Produce = (watch: Watch) => Promise<Result<VersionedDocument, JobFailure>>;

/** Makes one document at a time; leaving the screen cancels it. */
export function useDocumentJob(): DocumentDesk {
  const session = useSession();
  const { archive } = session;
  const [job, setJob] = useState<DocumentJob | null>(null);
  const [previewed, show] = useState<Previewed | null>(null);
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);

  const begin = (kind: DocumentKind): Watch => {
    const controller = new AbortController();
    abort.current = controller;
    setJob({ kind, state: 'running', progress: null });
    const onProgress = (progress: DocumentProgress) => setJob({ kind, state: 'running', progress });
    return { onProgress, signal: controller.signal };
  };
  const run = async (order: DocumentOrder, before: ExportEntry | null, produce: Produce) => {
    const { kind } = order;
    const watch = begin(kind);
    const wanted = { suggestedName: fileName(order), type: 'docx' } as const;
    const outcome = await saveProducedFile(() => produce(watch), wanted, watch.signal);
    const isDone = outcome.state === 'done';
    const isLogged = isDone && (await logExport(session, order, outcome.produced, outcome.path));
    const again =
      isDone && before ? { isSame: (await sha256Of(outcome.produced.bytes)) === before.sha256, before } : null;
    setJob({ kind, ...outcome, isLogged, again });
  };
  const preview = async (order: DocumentOrder) => {
    const { kind } = order;
    const made = await produceDocument(archive.database, order, begin(kind));
    if (made.ok) {
      setJob(null);
      show({ title: order.options.title, produced: made.value });
    } else if (made.error.code === 'cancelled') setJob(null);
    else setJob({ kind, state: 'failed', reason: made.error.detail, isLogged: false, again: null });
  };
  return {
    job,
    isRunning: job?.state === 'running',
    start: (order) => run(order, null, (watch) => produceDocument(archive.database, order, watch)),
    repeat: (order, entry) =>
      run(order, entry, async (watch) => {
        const made = await reproduceDocument(archive.database, order, entry.version, watch);
        if (made.ok || made.error.code !== 'no-such-version') return made as Result<VersionedDocument, JobFailure>;
        return { ok: false, error: { code: 'failed', detail: messages.history.noSuchVersion } };
      }),
    preview,
    previewed,
    show,
    cancel: () => abort.current?.abort(),
  };
}

function fileName(order: DocumentOrder): string {
  return messages.fileName(order.options.title, volumeOf(order));
}

/** Which of the documents of its title it is. */
export function volumeOf({ kind, options }: DocumentOrder): string {
  switch (kind) {
    case 'yearbook':
      return String(options.year);
    case 'catalogue':
      return options.year === null ? '' : String(options.year);
    default:
      return windowWords(options.window);
  }
}
