/** A small file system in memory, which can be filled up: for those who may mount one, which takes root on Linux. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @param {string} folder @param {string} options of tmpfs, such as size=64m */
export function mountMemoryDisk(folder, options) {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' });
}

/** Lazily: a program that has not ended must not leave a disk behind. @param {string} folder */
export function unmountMemoryDisk(folder) {
  execFileSync('umount', ['-l', folder]);
}

/** Tries it, so that a test is left out only where the system really refuses. @returns {string | null} why, or null */
export function whyNoMemoryDisk() {
  const probe = mkdtempSync(join(tmpdir(), 'rongdang-mount-probe-'));
  try {
    mountMemoryDisk(probe, 'size=1m');
    unmountMemoryDisk(probe);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}
