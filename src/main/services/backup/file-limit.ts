import { lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { freeSpace } from '../free-space.ts';
import { errorCode } from '../write-atomically.ts';

/** Where files end on FAT32, less what a last write may have tried to add. */
const NEARLY_FAT32_LIMIT = 4 * 1024 ** 3 - 4 * 1024 ** 2;
/** A disk with so many bytes left is not full. */
const NOT_FULL = 64 * 1024 ** 2;

/**
 * The error of a write, with EFBIG where a file system takes no file so large: Windows says of FAT32 that the disk is
 * full.
 */
export async function tellFileLimit(failed: unknown, path: string): Promise<unknown> {
  if (errorCode(failed) !== 'ENOSPC') return failed;
  const written = await lstat(path).catch(() => null);
  const isLimit = isFileLimit(written?.size ?? 0, (await freeSpace(dirname(path))) ?? 0);
  return isLimit ? Object.assign(new Error(String(failed)), { code: 'EFBIG' }) : failed;
}

/** Whether a full disk was none. Bytes that the file had got to, and bytes that are free. */
export function isFileLimit(written: number, free: number): boolean {
  return written >= NEARLY_FAT32_LIMIT && free >= NOT_FULL;
}
