import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { plainSource, type ByteSink } from '../sealing/byte-access.ts';
import { PackageError } from './package-error.ts';
import { readRange, type SpareBuffers } from './read-range.ts';
import { centralHeader, endOfZip, LIMIT_32, localHeader, type PackedEntry } from './zip-headers.ts';

/** So many bytes from the beginning of a file on the disk. */
export type FileBeginning = { readonly path: string; readonly bytes: number };

/** What a file says when it is not sealed. */
export type ReadableFile = { readonly bytes: number; readonly read: () => AsyncIterable<Uint8Array> };

/** A file to be packed: the beginning of one on the disk, what is read in another way, or bytes that are made when its turn has come. */
export type ZipPart = {
  readonly name: string;
  readonly content: FileBeginning | ReadableFile | (() => readonly Uint8Array[]);
  /** Told when the part has been packed. */
  readonly onPacked?: (sha256: string, bytes: number) => void;
};

export type ZipOptions = {
  readonly modified: Date;
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
  /** From which size or place on numbers are written in 64 bits; only tests set it. */
  readonly zip64From?: number;
};

/** A file was shorter than when it was listed. */
export class ChangedWhilePackedError extends Error {
  override readonly name = 'ChangedWhilePackedError';
}

/**
 * Packs files in order, without compressing them, into an empty sink (APPNOTE 6.3.10), which is not ended; zip64 where it
 * needs to be. Our own, and able to do no more than this, since the library counts CRC-32 in JavaScript: that alone took longer
 * than `cp` and `sha256sum` together (docs/decisions/0026-backups-are-bags.md).
 *
 * @throws the operating system's error, the signal's reason, or a ChangedWhilePackedError
 */
export async function writeZip(target: ByteSink, parts: readonly ZipPart[], options: ZipOptions): Promise<void> {
  const { modified, zip64From = LIMIT_32 } = options;
  const directory: Buffer[] = [];
  const spare: SpareBuffers = [];
  let offset = 0;
  for (const part of parts) {
    const pieces = typeof part.content === 'function' ? part.content() : part.content;
    const size = 'bytes' in pieces ? pieces.bytes : pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
    const empty: PackedEntry = { name: part.name, size, crc: 0, offset, modified };
    const dataStart = offset + localHeader(empty, zip64From).length;
    const { crc, sha256, bytes } = await writeData(target, contentOf(pieces, spare), dataStart, options);
    if (bytes !== size) throw new ChangedWhilePackedError(`${part.name}: ${bytes} bytes instead of ${size}`);
    const entry = { ...empty, crc };
    // Behind the data, as the checksum is only known then.
    await target.write(localHeader(entry, zip64From), offset);
    directory.push(centralHeader(entry, zip64From));
    offset = dataStart + size;
    part.onPacked?.(sha256, size);
  }
  const central = Buffer.concat(directory);
  await target.write(central, offset);
  const end = endOfZip({ count: directory.length, size: central.length, offset }, zip64From);
  await target.write(end, offset + central.length);
}

async function writeData(
  target: ByteSink,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  start: number,
  { signal, onBytes }: ZipOptions,
): Promise<{ readonly crc: number; readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256');
  let crc = 0;
  let position = start;
  for await (const piece of content) {
    signal.throwIfAborted();
    const writing = target.write(piece, position);
    // It may fail while the piece is counted; whoever waits then is told.
    writing.catch(() => undefined);
    hash.update(piece);
    crc = crc32(piece, crc);
    await writing;
    position += piece.byteLength;
    onBytes(piece.byteLength);
  }
  return { crc, sha256: hash.digest('hex'), bytes: position - start };
}

type Pieces = FileBeginning | ReadableFile | readonly Uint8Array[];

function contentOf(pieces: Pieces, spare: SpareBuffers): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if ('path' in pieces) return beginningOf(pieces, spare);
  return 'read' in pieces ? pieces.read() : pieces;
}

async function* beginningOf({ path, bytes }: FileBeginning, spare: SpareBuffers): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    yield* readRange(plainSource(handle, bytes), 0, bytes, spare);
  } catch (error) {
    throw error instanceof PackageError ? new ChangedWhilePackedError(`${path}: ${error.message}`) : error;
  } finally {
    await handle.close();
  }
}
