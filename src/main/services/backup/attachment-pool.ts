import { createHash } from 'node:crypto';
import { constants, lstat, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSha256 } from '../attachment-place.ts';
import { readJson, writeJson } from '../data-folder.ts';
import { plainSource, type ByteSource } from '../sealing/byte-access.ts';
import { errorCode } from '../write-atomically.ts';
import { PackageError } from './package-error.ts';
import { readRange, type SpareBuffers } from './read-range.ts';

/** The folder beside packages that holds the attachments of all of them, each once. */
const POOL_NAME = '附件';

/** Why an attachment that a package names cannot be had from the pool beside it. */
export type LackingReason = 'missing' | 'changed' | 'unreadable';

export type PoolCheck = { readonly signal: AbortSignal; readonly onBytes: (bytes: number) => void };

/** The attachments beside a package. Whoever can write there is not trusted: only plain files by a hash are looked at. */
export type AttachmentPool = {
  readonly folder: string;
  readonly pathOf: (sha256: string) => string;
  /** Null for what is missing or is no plain file in plain folders. */
  readonly sizeOf: (sha256: string) => Promise<number | null>;
  /** Reads the file and compares it with its hash; null when it is what it should be. */
  readonly whyLacking: (sha256: string, bytes: number, check: PoolCheck) => Promise<LackingReason | null>;
  /** The bytes; each piece is good until the next is asked for. @throws PackageError */
  readonly read: (sha256: string, bytes: number) => AsyncGenerator<Uint8Array>;
};

export function poolBeside(packagePath: string): AttachmentPool {
  return openPool(dirname(packagePath));
}

/** @param place the folder that the packages are in */
export function openPool(place: string): AttachmentPool {
  const folder = join(place, POOL_NAME);
  const spare: SpareBuffers = [];
  const pathOf = (sha256: string) => {
    if (!isSha256(sha256)) throw new Error(`Not a SHA-256: ${sha256}`);
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    folder,
    pathOf,
    sizeOf: async (sha256) => {
      const found = (await hasPlainFolders(folder, pathOf(sha256))) ? await lstatOrNull(pathOf(sha256)) : null;
      return found?.isFile() === true ? found.size : null;
    },
    read: async function* (sha256, bytes) {
      const opened = await openPlain(folder, pathOf(sha256));
      if (!opened) throw new PackageError('damaged', `${sha256} is no longer beside the package`);
      try {
        if (opened.bytes !== bytes) throw new PackageError('damaged', `${sha256} has ${opened.bytes} bytes`);
        yield* readRange(opened, 0, bytes, spare);
      } finally {
        await opened.close();
      }
    },
    whyLacking: async (sha256, bytes, { signal, onBytes }) => {
      const hash = createHash('sha256');
      try {
        const opened = await openPlain(folder, pathOf(sha256));
        if (!opened) return 'missing';
        try {
          if (opened.bytes !== bytes) return 'changed';
          for await (const piece of readRange(opened, 0, bytes, spare)) {
            signal.throwIfAborted();
            hash.update(piece);
            onBytes(piece.byteLength);
          }
        } finally {
          await opened.close();
        }
      } catch (error) {
        if (errorCode(error) === null) throw error;
        return 'unreadable';
      }
      return hash.digest('hex') === sha256 ? null : 'changed';
    },
  };
}

async function hasPlainFolders(pool: string, path: string): Promise<boolean> {
  const found = await Promise.all([pool, dirname(path)].map(lstatOrNull));
  return found.every((each) => each?.isDirectory() === true);
}

/** A pipe must not be waited for, and a link not be followed, not even one that was laid just now. */
async function openPlain(pool: string, path: string): Promise<ByteSource | null> {
  if (!(await hasPlainFolders(pool, path)) || (await lstatOrNull(path))?.isFile() !== true) return null;
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  const found = await handle.stat();
  if (found.isFile()) return plainSource(handle, found.size);
  await handle.close();
  return null;
}

function lstatOrNull(path: string) {
  return lstat(path).catch((error: unknown) => {
    if (errorCode(error) === null) throw error;
    return null;
  });
}

/** A pool is read as a whole this often, in milliseconds; in between only what is missing or of another size is seen. */
const CHECK_AFTER_MS = 30 * 24 * 60 * 60_000;

const LARGEST_CHECK_FILE = 1000;

const checkFile = ({ folder }: AttachmentPool) => join(folder, 'checked.json');

/** Whether all of the pool was read and found whole within 30 days. A time in the future counts for nothing. */
export async function isCheckedLately(pool: AttachmentPool, now: Date): Promise<boolean> {
  const found = await lstatOrNull(checkFile(pool));
  const isOurs = found?.isFile() === true && found.size < LARGEST_CHECK_FILE;
  const { checkedAt } = ((isOurs ? await readJson(checkFile(pool)) : null) ?? {}) as Record<string, unknown>;
  const age = typeof checkedAt === 'string' ? now.getTime() - Date.parse(checkedAt) : Number.NaN;
  return age >= 0 && age < CHECK_AFTER_MS;
}

export function noteCheck(pool: AttachmentPool, now: Date): Promise<void> {
  return writeJson(checkFile(pool), { checkedAt: now.toISOString() });
}

/** Something in it has changed: the next backup reads all of it and writes anew what has rotted. */
export async function forgetCheck(pool: AttachmentPool): Promise<void> {
  const isOurs = (await lstatOrNull(pool.folder))?.isDirectory() === true;
  // A stick that cannot be written to is not backed up to either.
  if (isOurs) await rm(checkFile(pool), { force: true }).catch(() => undefined);
}
