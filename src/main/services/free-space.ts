import { statfs } from 'node:fs/promises';

/** Bytes that may still be written where a folder is; null where the file system does not say. */
export async function freeSpace(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
