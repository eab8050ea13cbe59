import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mountMemoryDisk, unmountMemoryDisk } from '../../faults/memory-disk.mjs';
import { test as base } from './data-folder.ts';

/** A file system in memory of its own, which a test can fill up or make read-only. */
export type SmallDisk = {
  readonly data: string;
  /** Writes until nothing more fits; answers how to take that back. */
  readonly fill: () => () => void;
  readonly makeReadOnly: (isReadOnly: boolean) => void;
};

const SIZE = '64m';
const PIECE = 256 * 1024;

export const test = base.extend<{ readonly disk: SmallDisk }>({
  disk: async ({ dataFolder }, provide) => {
    const folder = join(dataFolder, 'disk');
    mkdirSync(folder);
    mountMemoryDisk(folder, `size=${SIZE}`);
    await provide({
      data: join(folder, 'data'),
      fill: () => fill(join(folder, 'filler')),
      makeReadOnly: (isReadOnly) => mountMemoryDisk(folder, `remount,${isReadOnly ? 'ro' : 'rw'}`),
    });
    unmountMemoryDisk(folder);
  },
});

function fill(filler: string): () => void {
  for (const size of [PIECE, 1]) {
    try {
      for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
  return () => rmSync(filler);
}
