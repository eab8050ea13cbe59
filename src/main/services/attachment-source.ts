import { constants, open, stat, type FileHandle } from 'node:fs/promises';
import { errorCode } from './write-atomically.ts';

/** Why a file was not taken into the store. */
export type TakeFailureCode =
  /** It was not there, or went away while it was read. */
  | 'source-missing'
  | 'source-unreadable'
  /** Another program wrote to it meanwhile. */
  | 'source-changed'
  | 'disk-full'
  | 'too-large'
  | 'cancelled'
  | 'store-not-writable';

/** Carries a failure out of the streams; the store turns it into a value. */
export class TakeError extends Error {
  override readonly name = 'TakeError';
  readonly code: TakeFailureCode;

  constructor(code: TakeFailureCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** A file by its path, or bytes that come from elsewhere. */
export type AttachmentSource = string | AsyncIterable<Uint8Array>;

/** No larger file is taken: memory sticks' file systems end here, and no scan is that big. */
export const LARGEST_ATTACHMENT = 4 * 1024 ** 3;

const GONE: ReadonlySet<string | null> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ENODEV', 'ENXIO', 'ESTALE']);

/**
 * A file's pieces lie in the given buffers by turns: each is good until the one after the next is asked for. A file
 * that fits into one buffer is one piece.
 */
export type SourcePieces = {
  /** Known beforehand for a file, null for a stream. */
  readonly size: number | null;
  readonly pieces: AsyncIterable<Uint8Array>;
  readonly close: () => Promise<void>;
};

/** @throws TakeError */
export async function openSource(source: AttachmentSource, buffers: readonly Buffer[]): Promise<SourcePieces> {
  if (typeof source !== 'string') {
    return { size: null, pieces: readStream(source), close: () => Promise.resolve() };
  }
  // Without O_NONBLOCK the opening of a named pipe would wait for a writer that never comes. Windows has no such flag.
  const handle = await open(source, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(toSourceError);
  try {
    const { size, mtimeNs, isFile } = await describe(handle);
    if (!isFile) throw new TakeError('source-unreadable', `${source} is not a file`);
    if (size > LARGEST_ATTACHMENT) throw new TakeError('too-large', `${source} has ${size} bytes`);
    return {
      size,
      pieces: readFilePieces({ handle, path: source, size, mtimeNs }, buffers),
      close: () => handle.close().catch(() => undefined),
    };
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error;
  }
}

async function describe(handle: FileHandle) {
  const found = await handle.stat({ bigint: true }).catch(toSourceError);
  return { size: Number(found.size), mtimeNs: found.mtimeNs, isFile: found.isFile() };
}

type OpenFile = { readonly handle: FileHandle; readonly path: string; readonly size: number; readonly mtimeNs: bigint };

async function* readFilePieces({ handle, path, size, mtimeNs }: OpenFile, buffers: readonly Buffer[]) {
  let done = 0;
  for (let turn = 0; done < size; turn += 1) {
    const buffer = buffers[turn % buffers.length] ?? Buffer.alloc(1);
    const wanted = Math.min(buffer.length, size - done);
    const filled = await fill(handle, buffer, wanted, done);
    done += filled;
    if (filled > 0) yield buffer.subarray(0, filled);
    if (filled < wanted) break;
  }
  await assertUnchanged(path, size, mtimeNs);
  if (done < size) throw new TakeError('source-missing', `${path} ended at ${done} of ${size} bytes`);
}

/** A single read may answer with less than was asked for. */
async function fill(handle: FileHandle, buffer: Buffer, wanted: number, position: number): Promise<number> {
  let filled = 0;
  while (filled < wanted) {
    const { bytesRead } = await handle.read(buffer, filled, wanted - filled, position + filled).catch(toSourceError);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

/** What was read is one state of the file only if nobody has written to it, or put another one in its place. */
async function assertUnchanged(path: string, size: number, mtimeNs: bigint): Promise<void> {
  const after = await stat(path, { bigint: true }).catch(toSourceError);
  if (Number(after.size) === size && after.mtimeNs === mtimeNs) return;
  throw new TakeError('source-changed', `${path} had ${size} bytes and has ${after.size}, or was written to`);
}

async function* readStream(source: AsyncIterable<Uint8Array>) {
  try {
    yield* source;
  } catch (error) {
    throw error instanceof TakeError ? error : new TakeError('source-unreadable', String(error));
  }
}

function toSourceError(error: unknown): never {
  throw new TakeError(GONE.has(errorCode(error)) ? 'source-missing' : 'source-unreadable', String(error));
}
