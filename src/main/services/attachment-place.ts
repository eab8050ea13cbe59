import { randomUUID } from 'node:crypto';
import { chmod, lstat, mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashFile } from './attachment-hash.ts';
import { TakeError } from './attachment-source.ts';
import { errorCode, syncFolder } from './write-atomically.ts';

const FAN_OUT = /^[0-9a-f]{2}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** Read-only for everybody: what is in the store is never written again. */
const STORED_MODE = 0o444;

/** Where a store keeps its files: by the hash of what is in them, and by nothing that a name could say. */
export type AttachmentPlaces = {
  readonly pathOf: (sha256: string) => string;
  /** How many bytes the store has under a hash; null when it has nothing there, or a link to somewhere else. */
  readonly sizeOf: (sha256: string) => Promise<number | null>;
  readonly list: () => Promise<readonly string[]>;
  readonly openPartial: () => Promise<PartialFile>;
  /** Makes a partial file the stored one, durably. */
  readonly putInPlace: (partial: PartialFile, sha256: string) => Promise<void>;
  readonly isIntact: (sha256: string, bytes: number) => Promise<boolean>;
  /** Makes sure that a file which is there will be found after a power cut too. */
  readonly assure: (sha256: string) => Promise<void>;
  readonly removePartials: () => Promise<void>;
};

/** A file that is being written and has no name in the store yet. */
export type PartialFile = {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly path: string;
  readonly handle: FileHandle;
  /** Closes it, and removes what has not been put in its place. */
  readonly end: () => Promise<void>;
};

export function isSha256(text: string): boolean {
  return SHA256.test(text);
}

export function createPlaces(folder: string): AttachmentPlaces {
  const incoming = join(folder, 'incoming');
  const folders = createFolders(folder);
  const pathOf = (sha256: string) => {
    if (!isSha256(sha256)) throw new Error(`Not a SHA-256: ${sha256}`);
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    pathOf,
    sizeOf: (sha256) => sizeOf(pathOf(sha256)),
    list: () => listStored(folder),
    openPartial: async () => {
      await folders.ensure(incoming);
      return openPartial(join(incoming, `${randomUUID()}.partial`));
    },
    putInPlace: async ({ handle, path }, sha256) => {
      const target = pathOf(sha256);
      await handle.sync();
      await handle.close();
      await folders.ensure(dirname(target));
      await rename(path, target).catch((error: unknown) => replaceReadOnly(error, path, target));
      await syncFolder(dirname(target));
    },
    isIntact: async (sha256, bytes) => {
      const path = pathOf(sha256);
      if ((await sizeOf(path)) !== bytes) return false;
      // The size alone would keep a copy whose disk has lost a bit, although a sound one is at hand.
      return hashFile(path).then(
        (hashed) => hashed.sha256 === sha256,
        () => false,
      );
    },
    assure: async (sha256) => {
      await folders.ensure(dirname(pathOf(sha256)));
      await syncFolder(dirname(pathOf(sha256)));
    },
    removePartials: () => rm(incoming, { recursive: true, force: true }),
  };
}

/** Links are not followed: whoever can lay one into the folder would choose what the window shows as an attachment. */
async function sizeOf(path: string): Promise<number | null> {
  const folder = await lstat(dirname(path)).catch(() => null);
  const file = folder?.isDirectory() ? await lstat(path).catch(() => null) : null;
  return file?.isFile() ? file.size : null;
}

/** Windows may refuse to rename over a read-only file: the damaged copy is made writable first. */
async function replaceReadOnly(error: unknown, path: string, target: string): Promise<void> {
  if (errorCode(error) !== 'EPERM' && errorCode(error) !== 'EACCES') throw error;
  await chmod(target, 0o644);
  await rename(path, target);
}

async function openPartial(path: string): Promise<PartialFile> {
  const handle = await open(path, 'wx', STORED_MODE);
  return {
    path,
    handle,
    write: async (bytes) => {
      let written = 0;
      while (written < bytes.byteLength) {
        written += (await handle.write(bytes, written, bytes.byteLength - written)).bytesWritten;
      }
    },
    end: async () => {
      await handle.close().catch(() => undefined);
      await rm(path, { force: true }).catch(() => undefined);
    },
  };
}

/** Makes folders so that they are still there after a power cut; those who need the same one wait for one making. */
function createFolders(root: string) {
  const underWay = new Map<string, Promise<void>>();
  const assured = new Set<string>();
  const syncRoot = createSharedSync(root);
  async function make(folder: string): Promise<void> {
    const made = await mkdir(folder, { recursive: true });
    if (made === undefined && assured.has(folder)) return;
    await syncRoot();
    // The store itself may be new too, or was made just before a crash.
    if (made === root || assured.size === 0) await syncFolder(dirname(root));
    assured.add(folder);
  }
  return {
    ensure: (folder: string): Promise<void> => {
      const known = underWay.get(folder);
      if (known) return known;
      const making = make(folder).finally(() => underWay.delete(folder));
      underWay.set(folder, making);
      return making;
    },
  };
}

/** Flushes a folder; those who ask while one flush is running share the next one, which comes after their change. */
function createSharedSync(folder: string): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  function begin(): Promise<void> {
    const sync = syncFolder(folder).finally(() => {
      if (running === sync) running = null;
    });
    running = sync;
    return sync;
  }
  return () => {
    if (!running) return begin();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return begin();
      });
    return next;
  };
}

async function listStored(folder: string): Promise<readonly string[]> {
  const below = await readdirOrNone(folder);
  const names = await Promise.all(
    below
      .filter((name) => FAN_OUT.test(name))
      .map(async (fan) => {
        const files = await readdirOrNone(join(folder, fan));
        return files.filter((name) => SHA256.test(name) && name.startsWith(fan));
      }),
  );
  return names.flat().toSorted();
}

async function readdirOrNone(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // Before the first attachment there is no store.
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}

/** What the operating system says when the store cannot be written, as a failure of the taking. */
export function toStoreError(error: unknown): never {
  if (error instanceof TakeError) throw error;
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') throw new TakeError('disk-full', String(error));
  if (code === 'EFBIG') throw new TakeError('too-large', String(error));
  // Only the operating system's word is an expected failure; anything else is a fault of the program.
  if (code === null) throw error;
  throw new TakeError('store-not-writable', String(error));
}
