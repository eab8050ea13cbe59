/** How long work is watched and ended from outside. */
export type Watch = {
  readonly signal: AbortSignal;
  /** Bytes done of bytes in all. */
  readonly onProgress: (done: number, total: number) => void;
  /** Files done of files in all, where files are written. */
  readonly onFiles?: (done: number, total: number) => void;
};

export const UNWATCHED: Watch = { signal: new AbortController().signal, onProgress: () => undefined };

/** Counts the files of one piece of work. */
export function countFiles({ onFiles }: Watch, total: number): () => void {
  let done = 0;
  onFiles?.(0, total);
  return () => {
    done += 1;
    onFiles?.(done, total);
  };
}

/** Counts the bytes of many steps together. */
export function countBytes({ onProgress }: Watch, total: number): (bytes: number) => void {
  let done = 0;
  onProgress(0, total);
  return (bytes) => {
    done += bytes;
    onProgress(Math.min(done, total), total);
  };
}
