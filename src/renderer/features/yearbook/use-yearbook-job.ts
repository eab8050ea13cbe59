import { useEffect, useRef, useState } from 'react';
import type { YearbookOptions } from '#domain/yearbook/yearbook-options';
import { saveProducedFile, type FileOutcome } from '../../archive/save-produced-file.ts';
import { useSession } from '../../archive/session-context.tsx';
import { produceDocument, type DocumentProgress } from '../../jobs/produce-document.ts';
import type { ProducedDocument } from '../../workers/document-messages.ts';
import { messages } from './messages.ts';

export type YearbookJob =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly progress: DocumentProgress | null }
  | FileOutcome<ProducedDocument>;

/** Makes one yearbook at a time; leaving the screen cancels it. */
export function useYearbookJob() {
  const { archive } = useSession();
  const [job, setJob] = useState<YearbookJob>({ state: 'idle' });
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);

  const start = async (options: YearbookOptions) => {
    const controller = new AbortController();
    abort.current = controller;
    setJob({ state: 'running', progress: null });
    const onProgress = (progress: DocumentProgress) => setJob({ state: 'running', progress });
    const produce = () =>
      produceDocument(archive.database, { kind: 'yearbook', options }, { onProgress, signal: controller.signal });
    const suggestedName = messages.fileName(options.title, options.year);
    setJob(await saveProducedFile(produce, { suggestedName, type: 'docx' }));
  };
  return { job, start, cancel: () => abort.current?.abort() };
}
