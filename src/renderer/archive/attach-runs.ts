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
  let isOver = false;
  show({ progress: { done: 0, total, bytesDone: 0, bytesTotal: 0, name: '' }, isCancelling: false });
  // How far a file is may be told after the run has ended; a run that came back would never end again.
  const onProgress = (progress: RunProgress) => {
    if (!isOver) show({ progress, isCancelling: signal.aborted });
  };
  try {
    return await work(onProgress, signal);
  } finally {
    isOver = true;
    show(null);
  }
}
