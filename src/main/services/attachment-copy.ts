import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from './write-atomically.ts';

const CHUNK_BYTES = 1024 * 1024;

/** What was copied: its size, and the hash of the bytes that were really read. */
export type Copied = { readonly bytes: number; readonly sha256: string };

/**
 * Copies a stored file to where a person wants it, as a whole or not at all: written beside, flushed, renamed. The copy
 * may be written to, unlike the stored file.
 * @throws the operating system's error
 */
export async function copyAtomically(source: string, target: string): Promise<Copied> {
  const partial = join(dirname(target), `.${randomUUID()}.partial`);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const file = await open(partial, 'wx');
    try {
      for await (const piece of createReadStream(source, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
        hash.update(piece);
        bytes += piece.byteLength;
        await file.appendFile(piece);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, target);
  } finally {
    await rm(partial, { force: true }).catch(() => undefined);
  }
  await syncFolder(dirname(target));
  return { bytes, sha256: hash.digest('hex') };
}
