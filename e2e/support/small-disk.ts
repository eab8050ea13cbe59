import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Why no such disk can be had here, as for whoever is not root; null when it can. */
export function whyNoSmallDisk(): string | null {
  const probe = mkdtempSync(join(tmpdir(), 'rongdang-mount-probe-'));
  try {
    mount(probe, `size=${SIZE}`);
    execFileSync('umount', ['-l', probe]);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

export const test = base.extend<{ readonly disk: SmallDisk }>({
  disk: async ({ dataFolder }, provide) => {
    const folder = join(dataFolder, 'disk');
    mkdirSync(folder);
    mount(folder, `size=${SIZE}`);
    await provide({
      data: join(folder, 'data'),
      fill: () => fill(join(folder, 'filler')),
      makeReadOnly: (isReadOnly) => mount(folder, `remount,${isReadOnly ? 'ro' : 'rw'}`),
    });
    // Lazily: a program that has not ended must not leave a disk behind.
    execFileSync('umount', ['-l', folder]);
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

function mount(folder: string, options: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' });
}
