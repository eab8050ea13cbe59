import process from 'node:process';
import type { Watch } from '#services/backup/watch-work';

type Busy = { readonly ok: false; readonly code: 'busy'; readonly detail: string };

type Count = { readonly done: number; readonly total: number };
/** Bytes, and files where files are written. */
type Progress = Count & { readonly files: Count | null };

/** One piece of long work at a time, that can be watched and ended. */
export type WorkDesk = {
  readonly progress: () => Progress | null;
  /** False when there is nothing to end. */
  readonly cancel: () => boolean;
  readonly work: <T>(task: (watch: Watch) => Promise<T>) => Promise<T | Busy>;
};

export function createWorkDesk(announce: (done: number, total: number) => void): WorkDesk {
  let running: AbortController | null = null;
  let progress: Progress | null = null;
  const cancel = () => {
    running?.abort();
    return running !== null;
  };
  return {
    progress: () => progress,
    cancel,
    work: async (task) => {
      if (running) return { ok: false, code: 'busy', detail: '' };
      const controller = new AbortController();
      running = controller;
      // Ctrl+C in a terminal ends the work first, so that it leaves nothing behind.
      process.once('SIGINT', cancel);
      try {
        return await task({
          signal: controller.signal,
          onProgress: (done, total) => {
            progress = { done, total, files: progress?.files ?? null };
            announce(done, total);
          },
          onFiles: (done, total) => {
            progress = { done: progress?.done ?? 0, total: progress?.total ?? 0, files: { done, total } };
          },
        });
      } finally {
        process.off('SIGINT', cancel);
        running = null;
        progress = null;
      }
    },
  };
}
