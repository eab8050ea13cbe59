import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSha256 } from './attachment-place.ts';
import { writeAtomically } from './write-atomically.ts';

/**
 * Small pictures of attachments, made by the page. Derived data: whoever deletes the folder loses nothing, and one that
 * is damaged or not WebP counts as missing.
 */
export type Thumbnails = {
  readonly keep: (sha256: string, bytes: Uint8Array) => Promise<void>;
  readonly read: (sha256: string) => Promise<Uint8Array<ArrayBuffer> | null>;
};

export function createThumbnails(folder: string): Thumbnails {
  const pathOf = (sha256: string) => {
    if (!isSha256(sha256)) throw new Error(`Not a SHA-256: ${sha256}`);
    return join(folder, `${sha256}.webp`);
  };
  return {
    keep: async (sha256, bytes) => {
      if (!isWebp(bytes)) throw new TypeError('A thumbnail is a WebP picture');
      await mkdir(folder, { recursive: true });
      await writeAtomically(pathOf(sha256), bytes);
    },
    read: async (sha256) => {
      const bytes = await readFile(pathOf(sha256)).catch(() => null);
      return bytes && isWebp(bytes) ? new Uint8Array(bytes) : null;
    },
  };
}

export function isWebp(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 12)).toString('latin1');
  return text.startsWith('RIFF') && text.startsWith('WEBP', 8);
}
