import type { FileHandle } from 'node:fs/promises';

/** Bytes that may wait for the disk before it is asked to begin. */
const PORTION = 128 * 1024 * 1024;

/** Has a large file flushed while it is still being written, so that the disk works beside the hashing, not behind it. */
export type EarlyFlush = {
  readonly onBytes: (bytes: number) => void;
  /** Flushes the rest. @throws the operating system's error of any flush: it is told once only, to the first that asks */
  readonly end: () => Promise<void>;
};

export function createEarlyFlush(file: Pick<FileHandle, 'datasync' | 'sync'>): EarlyFlush {
  let waiting = 0;
  let underWay: Promise<void> | null = null;
  let failed: { readonly error: unknown } | null = null;
  return {
    onBytes: (bytes) => {
      waiting += bytes;
      if (waiting < PORTION || underWay) return;
      waiting = 0;
      underWay = file
        .datasync()
        .catch((error: unknown) => {
          failed ??= { error };
        })
        .finally(() => (underWay = null));
    },
    end: async () => {
      await underWay;
      if (failed) throw failed.error;
      await file.sync();
    },
  };
}
