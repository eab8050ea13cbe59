import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashFile } from '../attachment-hash.ts';
import { plainSource, writeAt } from '../sealing/byte-access.ts';
import { errorCode, syncFolder, whileHeld, writeAtomically } from '../write-atomically.ts';
import { isCheckedLately, noteCheck, openPool, type AttachmentPool } from './attachment-pool.ts';
import { PackageError } from './package-error.ts';
import { POOL_NOTE, POOL_NOTE_FILE } from './package-note.ts';
import { readRange, type SpareBuffers } from './read-range.ts';
import type { FileBeginning } from './write-zip.ts';
import { countBytes, countFiles, type Watch } from './watch-work.ts';

export type FilledPool = {
  /** What is there now, by hash: its bytes. */
  readonly pooled: ReadonlyMap<string, number>;
  /** Those whose stored bytes are not those of their hash any more, and that the pool does not have either. */
  readonly damaged: ReadonlyMap<string, FileBeginning>;
  /** Files that were copied now, and their bytes; those that were there already are not written again. */
  readonly copied: number;
  readonly copiedBytes: number;
};

/** While one copy is being flushed, others are read and hashed. */
const AT_ONCE = 4;

/**
 * Makes the pool in a folder hold all these attachments. What it has already is looked at by its size only, and every 30
 * days read as a whole; what it lacks, or has with other bytes, is copied: written beside, flushed, read again, renamed.
 * Whatever ends it, each file is whole or not there, so the next call goes on with what is still lacking.
 *
 * @throws the operating system's error, the signal's reason or a PackageError
 */
export async function fillPool(
  place: string,
  attachments: ReadonlyMap<string, FileBeginning>,
  now: Date,
  watch: Watch,
): Promise<FilledPool> {
  // Without any there is nothing to explain to whoever looks into the folder.
  if (attachments.size === 0) return { pooled: new Map(), damaged: new Map(), copied: 0, copiedBytes: 0 };
  const pool = openPool(place);
  await preparePool(pool, now);
  const isWhole = await isCheckedLately(pool, now);
  const filled = await copyLacking(pool, attachments, { isWhole, watch });
  if (!isWhole) await noteCheck(pool, now);
  return filled;
}

/** Answers whether it was made now. Never `recursive`: where the stick was, an empty folder must not become one. */
async function makeFolder(folder: string): Promise<boolean> {
  const isNew = await mkdir(folder).then(
    () => true,
    (error: unknown) => {
      if (errorCode(error) === 'EEXIST') return false;
      throw error;
    },
  );
  if (!(await lstat(folder)).isDirectory()) throw new PackageError('hostile', `${folder} is no folder`);
  return isNew;
}

const incomingOf = ({ folder }: AttachmentPool) => join(folder, 'incoming');

async function preparePool(pool: AttachmentPool, now: Date): Promise<void> {
  // Whatever comes into a new one is read again when it is added, so an interrupted first backup is not read twice.
  if (await makeFolder(pool.folder)) await noteCheck(pool, now);
  await makeFolder(incomingOf(pool));
  for (const name of await readdir(incomingOf(pool))) {
    // What a kill or a pulled stick has left of an earlier one.
    if (name.endsWith('.partial')) await rm(join(incomingOf(pool), name), { force: true });
  }
  const note = join(pool.folder, POOL_NOTE_FILE);
  if (!(await stat(note).catch(() => null))) await writeAtomically(note, POOL_NOTE);
  await syncFolder(dirname(pool.folder));
}

type Copying = { readonly isWhole: boolean; readonly watch: Watch };

async function copyLacking(
  pool: AttachmentPool,
  attachments: ReadonlyMap<string, FileBeginning>,
  { isWhole, watch }: Copying,
): Promise<FilledPool> {
  const pooled = new Map<string, number>();
  const damaged = new Map<string, FileBeginning>();
  let [copied, copiedBytes] = [0, 0];
  // Each is read twice, once where it comes from and once where it has got to; what is there counts at once.
  const total = [...attachments.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  const done = countBytes(watch, 2 * total);
  const onFile = countFiles(watch, attachments.size);
  const { signal } = watch;
  const spare: SpareBuffers = [];
  const changedFolders = new Set<string>();
  await inTurns([...attachments], async ([sha256, source]) => {
    signal.throwIfAborted();
    const known = await knownBytes(pool, sha256, source.bytes, { isWhole, signal });
    if (known !== null) {
      pooled.set(sha256, known);
      done(2 * source.bytes);
    } else {
      const bytes = await copyOne(pool, sha256, source.path, { signal, done, spare });
      if (bytes === null) damaged.set(sha256, source);
      else {
        pooled.set(sha256, bytes);
        changedFolders.add(dirname(pool.pathOf(sha256)));
        copied += 1;
        copiedBytes += bytes;
      }
    }
    onFile();
  });
  await rmdir(incomingOf(pool)).catch(() => undefined);
  // Not after each file: what a power cut takes away before a package names it is copied again.
  for (const folder of [...changedFolders, pool.folder]) await syncFolder(folder);
  return { pooled, damaged, copied, copiedBytes };
}

/** The bytes that the pool has of it; null when it is to be copied. The stored file may be the one that has changed. */
async function knownBytes(
  pool: AttachmentPool,
  sha256: string,
  storedBytes: number,
  { isWhole, signal }: { readonly isWhole: boolean; readonly signal: AbortSignal },
): Promise<number | null> {
  const bytes = await pool.sizeOf(sha256);
  if (bytes === null) return null;
  if (isWhole && bytes === storedBytes) return bytes;
  const lacking = await pool.whyLacking(sha256, bytes, { signal, onBytes: () => undefined });
  return lacking === null ? bytes : null;
}

type CopyOptions = {
  readonly signal: AbortSignal;
  readonly done: (bytes: number) => void;
  readonly spare: SpareBuffers;
};

/** Null when the stored bytes are others than those that the hash is of. */
async function copyOne(
  pool: AttachmentPool,
  sha256: string,
  source: string,
  { signal, done, spare }: CopyOptions,
): Promise<number | null> {
  const partial = join(incomingOf(pool), `${randomUUID()}.partial`);
  try {
    await writeCopy(source, partial, { signal, done, spare });
    // What has been read back is what counts; the source is only read again to tell whose fault it is.
    const readBack = await hashFile(partial, { signal, onBytes: done });
    if (readBack.sha256 !== sha256) {
      if ((await hashFile(source, { signal })).sha256 !== sha256) return null;
      throw new PackageError('damaged', `${sha256} was read back with other bytes`);
    }
    const target = pool.pathOf(sha256);
    await makeFolder(dirname(target));
    await whileHeld(() => rename(partial, target));
    return readBack.bytes;
  } finally {
    await rm(partial, { force: true }).catch(() => undefined);
  }
}

async function writeCopy(source: string, target: string, { signal, done, spare }: CopyOptions): Promise<void> {
  const from = await open(source, 'r');
  try {
    const to = await open(target, 'wx');
    try {
      const { size } = await from.stat();
      let bytes = 0;
      for await (const piece of readRange(plainSource(from, size), 0, size, spare)) {
        signal.throwIfAborted();
        await writeAt(to, piece, bytes);
        bytes += piece.byteLength;
        done(piece.byteLength);
      }
      await to.sync();
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** Some at once; when one fails, no more are begun, and the failure is told when those under way have ended. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items].toReversed();
  const run = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      try {
        await work(item);
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, run));
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}
