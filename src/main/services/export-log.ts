import { open } from 'node:fs/promises';
import { appendLine } from './append-line.ts';
import { readTextIfThere } from './data-folder.ts';
import { takeTurns } from './take-turns.ts';
import { errorCode, writeFailure, type WriteFailure } from './write-atomically.ts';

export type ExportLog = {
  /** Adds a line and flushes it. */
  readonly append: (entry: object) => Promise<{ readonly ok: true } | WriteFailure>;
  /** What stands in the file, the latest first; undefined for a line that is no JSON. */
  readonly read: () => Promise<readonly unknown[]>;
};

const LINE_END = 0x0a;

/**
 * Which documents were handed out, one line of JSON each. Apart from the journal: an export changes no record, and must
 * not make the data of the next one another version.
 *
 * @param path of the file, which need not be there yet
 */
export function createExportLog(path: string): ExportLog {
  const { take: inTurn } = takeTurns();
  return {
    append: (entry) =>
      inTurn(async () => {
        try {
          const { length, isWhole } = await look(path);
          // Half a line that a crash has left must not take this one with it.
          const line = `${isWhole ? '' : '\n'}${JSON.stringify(entry)}\n`;
          await appendLine(path, length, Buffer.from(line, 'utf8'));
          return { ok: true } as const;
        } catch (error) {
          return writeFailure(error);
        }
      }),
    read: () =>
      inTurn(async () => {
        const lines = (await readTextIfThere(path)).split('\n').filter((line) => line.trim() !== '');
        return lines.map(parseOrNothing).toReversed();
      }),
  };
}

/** How long the file is, and whether it ends with its last line. */
async function look(path: string): Promise<{ readonly length: number; readonly isWhole: boolean }> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (handle === null) return { length: 0, isWhole: true };
  try {
    const { size } = await handle.stat();
    if (size === 0) return { length: 0, isWhole: true };
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    return { length: size, isWhole: buffer[0] === LINE_END };
  } finally {
    await handle.close();
  }
}

function parseOrNothing(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
