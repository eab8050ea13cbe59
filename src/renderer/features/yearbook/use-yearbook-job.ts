import { useEffect, useRef, useState } from 'react';
import type { YearbookOptions } from '#domain/yearbook/yearbook-options';
import type { ArchiveDatabase } from '#storage/database';
import { callMain } from '../../archive/bridge.ts';
import { useSession } from '../../archive/session-context.tsx';
import { produceYearbook, type YearbookProgress } from '../../jobs/produce-yearbook.ts';
import { messages } from './messages.ts';

export type YearbookJob =
  | { readonly state: 'idle' | 'cancelled' }
  | { readonly state: 'running'; readonly progress: YearbookProgress | null }
  | {
      readonly state: 'done';
      readonly path: string;
      readonly bytes: number;
      readonly entries: number;
      readonly omittedUndated: number;
    }
  | { readonly state: 'failed'; readonly reason: string };

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
    const onProgress = (progress: YearbookProgress) => setJob({ state: 'running', progress });
    try {
      setJob(await produceAndSave(archive.database, options, onProgress, controller.signal));
    } catch (error) {
      setJob({ state: 'failed', reason: messages.failedUnexpectedly(String(error)) });
    }
  };
  return { job, start, cancel: () => abort.current?.abort() };
}

async function produceAndSave(
  database: ArchiveDatabase,
  options: YearbookOptions,
  onProgress: (progress: YearbookProgress) => void,
  signal: AbortSignal,
): Promise<YearbookJob> {
  const produced = await produceYearbook(database, options, { onProgress, signal });
  if (!produced.ok) {
    const { error } = produced;
    return error.code === 'cancelled' ? { state: 'cancelled' } : { state: 'failed', reason: error.detail };
  }
  const { bytes, entries, omittedUndated } = produced.value;
  const suggestedName = messages.fileName(options.title, options.year);
  const saved = await callMain('file:save', { suggestedName, type: 'docx', bytes });
  if (saved.ok) return { state: 'done', path: saved.path, bytes: saved.bytes, entries, omittedUndated };
  return saved.code === 'cancelled'
    ? { state: 'cancelled' }
    : { state: 'failed', reason: messages.saveFailed[saved.code] };
}
