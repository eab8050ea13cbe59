import { useEffect, useRef, useState } from 'react';
import { windowWords } from '#domain/dates/date-window';
import type { DocumentKind, DocumentOrder } from '#domain/documents/compose-document';
import { saveProducedFile, type FileOutcome } from '../../archive/save-produced-file.ts';
import { useSession } from '../../archive/session-context.tsx';
import { produceDocument, type DocumentProgress } from '../../jobs/produce-document.ts';
import type { ProducedDocument } from '../../workers/document-messages.ts';
import { messages } from './messages.ts';

export type DocumentJob = { readonly kind: DocumentKind } & (
  { readonly state: 'running'; readonly progress: DocumentProgress | null } | FileOutcome<ProducedDocument>
);

export type DocumentDesk = {
  /** The job that runs or ran last; null before the first. */
  readonly job: DocumentJob | null;
  readonly isRunning: boolean;
  readonly start: (order: DocumentOrder) => Promise<void>;
  readonly cancel: () => void;
};

/** Makes one document at a time; leaving the screen cancels it. */
export function useDocumentJob(): DocumentDesk {
  const { archive } = useSession();
  const [job, setJob] = useState<DocumentJob | null>(null);
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);

  const start = async (order: DocumentOrder) => {
    const { kind } = order;
    const controller = new AbortController();
    abort.current = controller;
    setJob({ kind, state: 'running', progress: null });
    const onProgress = (progress: DocumentProgress) => setJob({ kind, state: 'running', progress });
    const produce = () => produceDocument(archive.database, order, { onProgress, signal: controller.signal });
    const outcome = await saveProducedFile(produce, { suggestedName: fileName(order), type: 'docx' });
    setJob({ kind, ...outcome });
  };
  return { job, isRunning: job?.state === 'running', start, cancel: () => abort.current?.abort() };
}

function fileName(order: DocumentOrder): string {
  return messages.fileName(order.options.title, volumeOf(order));
}

/** Which of the documents of its title it is. */
function volumeOf({ kind, options }: DocumentOrder): string {
  switch (kind) {
    case 'yearbook':
      return String(options.year);
    case 'catalogue':
      return options.year === null ? '' : String(options.year);
    default:
      return windowWords(options.window);
  }
}
