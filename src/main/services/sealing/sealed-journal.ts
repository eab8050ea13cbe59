import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { listMonthFiles } from '../scan-journal.ts';
import { readAt } from './byte-access.ts';
import { isSealedLine } from './line-codec.ts';

/** The journal is encrypted, and what gives back its key is gone: both files, or all that was copied here was the journal. */
export class SealedWithoutKeyError extends Error {
  override readonly name = 'SealedWithoutKeyError';
}

const BEGINNING_BYTES = 64;

/** Whether some file of the journal begins with a sealed line. @throws the operating system's error */
export async function isJournalSealed(folder: string): Promise<boolean> {
  for (const name of await listMonthFiles(folder)) {
    const handle = await open(join(folder, name), 'r');
    try {
      if (isSealedLine(await readAt(handle, 0, BEGINNING_BYTES))) return true;
    } finally {
      await handle.close();
    }
  }
  return false;
}
