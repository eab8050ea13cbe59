import type { FileHandle } from 'node:fs/promises';

/** Bytes that can be read at any place, as they are or after they were decrypted. */
export type ByteSource = {
  readonly bytes: number;
  /**
   * Reads from a place on, as much as fits or less; answers how much, 0 at the end.
   * @throws the operating system's error, or a SealedFileError when a chunk is not what was written
   */
  readonly read: (buffer: Buffer, position: number) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** Where bytes are written, each place once, in any order, one write at a time. */
export type ByteSink = {
  /** @throws the operating system's error */
  readonly write: (bytes: Uint8Array, position: number) => Promise<void>;
  /** Writes what was held back. */
  readonly end: () => Promise<void>;
};

export function plainSource(file: FileHandle, bytes: number): ByteSource {
  return {
    bytes,
    read: async (buffer, position) => (await file.read(buffer, 0, buffer.length, position)).bytesRead,
    close: () => file.close(),
  };
}

export function plainSink(file: FileHandle): ByteSink {
  return { write: (bytes, position) => writeAt(file, bytes, position), end: () => Promise.resolve() };
}

/** A single write may take less than it is given. */
export async function writeAt(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.byteLength) {
    written += (await file.write(bytes, written, bytes.byteLength - written, position + written)).bytesWritten;
  }
}

/** Bytes from a place in a file; fewer where it ends before. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, await fill(plainSource(file, length), buffer, position));
}

/** A single read may give less than it is asked for. Answers how much there was. */
export async function fill(source: Pick<ByteSource, 'read'>, buffer: Buffer, position: number): Promise<number> {
  let filled = 0;
  while (filled < buffer.length) {
    const read = await source.read(buffer.subarray(filled), position + filled);
    if (read === 0) break;
    filled += read;
  }
  return filled;
}
