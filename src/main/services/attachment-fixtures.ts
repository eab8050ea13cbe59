import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAttachmentStore, type AttachmentStore } from './attachment-store.ts';

export const MEGABYTE = 1024 * 1024;

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A file of random bytes; answers its path, its content and its hash. */
export async function makeFile(folder: string, name: string, bytes: number) {
  const content = randomBytes(bytes);
  const path = join(folder, name);
  await writeFile(path, content);
  return { path, name, content, sha256: sha256Of(content) };
}

export async function makeStore(root: string) {
  const folder = join(root, 'attachments');
  return { folder, store: await openAttachmentStore(folder) };
}

/** Every file below the store's folder, by its path there: what is not in here was not left behind. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

export async function takeAll(store: AttachmentStore, paths: readonly string[]): Promise<readonly string[]> {
  const taken = await Promise.all(paths.map((source) => store.take({ source, name: source })));
  return taken.map((result) => {
    if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
    return result.sha256;
  });
}

/** Tries what tests on a small disk need, so that they are left out only where the system really refuses it. */
export function whyNoSmallDisk(): string | null {
  const probe = mkdtempSync(join(tmpdir(), 'rongdang-mount-probe-'));
  try {
    mountSmallDisk(probe, '64k');
    unmount(probe);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

export function mountSmallDisk(folder: string, size: string): void {
  run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder);
}

export function makeReadOnly(folder: string): void {
  run('mount', '-o', 'remount,ro', folder);
}

/** Lazily: a test that failed must not leave a disk behind that is in use. */
export function unmount(folder: string): void {
  run('umount', '-l', folder);
}

function run(program: string, ...words: readonly string[]): void {
  execFileSync(program, words, { stdio: 'pipe' });
}
