import type { RunProgress } from './attach-run.ts';

/** A run that is under way. One at a time in a window: it goes on when the screen that began it is left. */
export type AttachRun = { readonly progress: RunProgress; readonly isCancelling: boolean };

let run: AttachRun | null = null;
let stop = new AbortController();
const listeners = new Set<() => void>();

function show(next: AttachRun | null): void {
  run = next;
  for (const listener of listeners) listener();
}

export function presentRun(): AttachRun | null {
  return run;
}

export function watchRuns(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function cancelRun(): void {
  if (!run) return;
  stop.abort();
  show({ ...run, isCancelling: true });
}

/** Does what a run does, and shows how far it is. */
export async function showRun<T>(
  total: number,
  work: (onProgress: (progress: RunProgress) => void, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  stop = new AbortController();
  const { signal } = stop;
  show({ progress: { done: 0, total, bytesDone: 0, bytesTotal: 0, name: '' }, isCancelling: false });
  try {
    return await work((progress) => show({ progress, isCancelling: signal.aborted }), signal);
  } finally {
    show(null);
  }
}
