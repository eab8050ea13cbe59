import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Why a file could not be written, as far as the operating system says it. */
export type WriteFailureCode = 'no-space' | 'not-writable' | 'in-use' | 'failed';

export function writeFailureCode(error: unknown): WriteFailureCode {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'no-space';
    case 'EACCES':
    case 'EROFS':
    case 'ENOTDIR':
    case 'ENOENT':
    case 'EISDIR':
      return 'not-writable';
    case 'EBUSY':
    case 'EPERM':
      return 'in-use';
    default:
      return 'failed';
  }
}

/**
 * Replaces a file as a whole: written beside it, flushed to disk, then renamed over it, then the folder flushed. After
 * a crash or a power cut there is the old file or the new one, never half of either.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
  try {
    const file = await open(partial, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes a new or renamed entry of a folder durable. Windows has no such call and answers EPERM or EISDIR. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  }
}
