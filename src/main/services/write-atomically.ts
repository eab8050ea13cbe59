import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { link, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Why a file could not be written, as far as the operating system says it. */
export type WriteFailureCode = 'no-space' | 'not-writable' | 'in-use' | 'failed';

export function writeFailureCode(error: unknown): WriteFailureCode {
  switch (errorCode(error)) {
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

export type WriteFailure = { readonly ok: false; readonly code: WriteFailureCode; readonly detail: string };

/** What the operating system said, as a value. @throws what is no error of the operating system: a fault of the program */
export function writeFailure(error: unknown): WriteFailure {
  if (errorCode(error) === null) throw error;
  return { ok: false, code: writeFailureCode(error), detail: String(error) };
}

/** The operating system's name for what went wrong, such as ENOENT. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/**
 * Replaces a file as a whole: written beside it, flushed to disk, then renamed over it, then the folder flushed. After
 * a crash or a power cut there is the old file or the new one, never half of either.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  await writeBeside(path, content, (partial) => whileHeld(() => rename(partial, path)));
}

/** Replaces a file as a whole without flushing it: after a power cut it may be empty or the old one, never half. */
export async function replaceFast(path: string, content: string): Promise<void> {
  const partial = join(dirname(path), `.${randomUUID()}.partial`);
  try {
    await writeFile(partial, content);
    await whileHeld(() => rename(partial, path));
  } finally {
    await rm(partial, { force: true }).catch(() => undefined);
  }
}

const HELD_BY_ANOTHER: ReadonlySet<string | null> = new Set(['EPERM', 'EBUSY', 'EACCES']);
const RETRY_AFTER_MS = [10, 20, 50, 100, 200, 400];

/**
 * Does something to a file that a virus scanner or an indexer may hold for a moment. Only Windows lets them be in the
 * way; elsewhere the same errors mean what they say.
 *
 * @throws the operating system's error when the file is still held after about 0.8 s
 */
export async function whileHeld<T>(work: () => Promise<T>, isWindows = process.platform === 'win32'): Promise<T> {
  for (const delay of isWindows ? RETRY_AFTER_MS : []) {
    try {
      return await work();
    } catch (error) {
      if (!HELD_BY_ANOTHER.has(errorCode(error))) throw error;
      await wait(delay);
    }
  }
  return work();
}

/** Makes a file as a whole, unless there is one already; of two programs that do so at once, one alone succeeds. */
export async function createAtomically(path: string, content: string | Uint8Array): Promise<void> {
  await writeBeside(path, content, async (partial) => {
    try {
      await link(partial, path);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return;
      // The file systems of memory sticks have no hard links.
      await whileHeld(() => rename(partial, path));
    }
  });
}

async function writeBeside(
  path: string,
  content: string | Uint8Array,
  putInPlace: (partial: string) => Promise<void>,
): Promise<void> {
  const partial = await openPartial(path, putInPlace);
  try {
    await partial.append(content);
    await partial.keep();
  } finally {
    await partial.discard();
  }
}

/** A file that is written beside another, in parts, and takes its place as a whole. */
export type PartialFile = {
  /** Parts end up in the order of the calls, whether or not these wait for each other. */
  readonly append: (content: string | Uint8Array) => Promise<void>;
  /** Flushes it to disk and puts it in place. @throws the error of any part, or that of the operating system */
  readonly keep: () => Promise<void>;
  /** Takes it away; does nothing to one that is in place. */
  readonly discard: () => Promise<void>;
  /** Takes it away at once, for when the program may end before anything awaited comes back. */
  readonly abandon: () => void;
};

/** @throws the operating system's error when no file can be made beside `path` */
export async function openPartial(
  path: string,
  putInPlace: (partial: string) => Promise<void> = (partial) => whileHeld(() => rename(partial, path)),
): Promise<PartialFile> {
  // A name of its own for each write, and a short one: the target's may be as long as the file system allows.
  const partial = join(dirname(path), `.${randomUUID()}.partial`);
  const file = await open(partial, 'wx');
  let written = Promise.resolve();
  return {
    append: (content) => (written = written.then(() => file.writeFile(content))),
    keep: async () => {
      await written;
      await file.sync();
      await file.close();
      await putInPlace(partial);
      await syncFolder(dirname(path));
    },
    // What could not be written is the error to tell, not that its remains could not be removed.
    discard: async () => {
      await written.catch(() => undefined);
      await file.close().catch(() => undefined);
      await rm(partial, { force: true }).catch(() => undefined);
    },
    abandon: () => rmSync(partial, { force: true }),
  };
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
