import { constants, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder, whileHeld } from './write-atomically.ts';

/** The file could neither be written nor be brought back: it may end in half a line. */
export class HalfLineError extends Error {
  override readonly name = 'HalfLineError';
}

/**
 * Appends a line to a file that is `length` bytes long (0: or missing) and flushes it. The file is opened for each line,
 * so that one deleted or replaced meanwhile is noticed and no handle outlives a failure.
 *
 * @throws the operating system's error, after which the file is as it was; or a HalfLineError
 */
export async function appendLine(path: string, length: number, line: Uint8Array): Promise<void> {
  const { O_WRONLY, O_APPEND, O_CREAT } = constants;
  const handle = await whileHeld(() => open(path, O_WRONLY | O_APPEND | (length === 0 ? O_CREAT : 0)));
  try {
    const { size } = await handle.stat();
    if (size !== length) throw new Error(`${path} changed on disk: ${size} bytes instead of ${length}`);
    // Before the line is written: what cannot be found after a power cut must not be acknowledged.
    if (length === 0) await syncFolder(dirname(path));
    try {
      await handle.appendFile(line);
      await handle.sync();
    } catch (error) {
      await cutBack(path, length).catch((again: unknown) => {
        throw new HalfLineError(`${String(error)}; ${String(again)}`, { cause: error });
      });
      throw error;
    }
  } finally {
    await handle.close();
  }
}

/** Shortens a file, durably. The handle of an append could not: on Windows it may only append. */
export async function cutBack(path: string, length: number): Promise<void> {
  const handle = await whileHeld(() => open(path, 'r+'));
  try {
    await handle.truncate(length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
