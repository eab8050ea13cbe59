import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { withBuffers } from './attachment-buffers.ts';

/**
 * The SHA-256 of bytes in memory. On the main thread: a megabyte takes less than a millisecond, while Node's own
 * threads (`subtle.digest`) first copy everything and were measured to be five times slower.
 */
export function hashWhole(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export type HashedFile = { readonly sha256: string; readonly bytes: number };

export type HashOptions = {
  readonly signal?: AbortSignal | undefined;
  readonly onBytes?: (bytes: number) => void;
  /** Called between pieces; a slow check rests in it. */
  readonly pause?: () => Promise<void>;
};

/**
 * Reads a file again and counts its SHA-256.
 * @throws the operating system's error, or the signal's reason
 */
export function hashFile(path: string, options: HashOptions = {}): Promise<HashedFile> {
  return withBuffers(1, ([buffer = Buffer.alloc(1)]) => hashInto(buffer, path, options));
}

async function hashInto(buffer: Buffer, path: string, { signal, onBytes, pause }: HashOptions): Promise<HashedFile> {
  const handle = await open(path, 'r');
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, bytes);
      if (bytesRead === 0) break;
      hash.update(buffer.subarray(0, bytesRead));
      bytes += bytesRead;
      onBytes?.(bytesRead);
      await pause?.();
    }
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    await handle.close();
  }
}
