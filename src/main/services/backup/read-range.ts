import { fill, type ByteSource } from '../sealing/byte-access.ts';
import { PackageError } from './package-error.ts';

const PIECE_BYTES = 1024 * 1024;

/** Buffers that are used again by the next file. */
export type SpareBuffers = Buffer[];

/**
 * The bytes of a file from one place on, while the next piece is being read; each is good until the next is asked for.
 * @throws PackageError when the file ends before
 */
export async function* readRange(
  source: Pick<ByteSource, 'read'>,
  start: number,
  length: number,
  spare: SpareBuffers,
): AsyncGenerator<Uint8Array> {
  const buffers = [
    spare.pop() ?? Buffer.allocUnsafeSlow(PIECE_BYTES),
    spare.pop() ?? Buffer.allocUnsafeSlow(PIECE_BYTES),
  ];
  let turn = 0;
  const readAt = (done: number) => {
    const buffer = buffers[turn % 2] ?? Buffer.alloc(0);
    turn += 1;
    return fillWhole(source, buffer.subarray(0, Math.min(PIECE_BYTES, length - done)), start + done);
  };
  let done = 0;
  let reading: Promise<Uint8Array> | null = length > 0 ? readAt(0) : null;
  try {
    while (reading) {
      const piece: Uint8Array = await reading;
      done += piece.byteLength;
      reading = done < length ? readAt(done) : null;
      // It may fail while nobody waits for it; whoever waits then is told.
      reading?.catch(() => undefined);
      yield piece;
    }
  } finally {
    await reading?.catch(() => undefined);
    spare.push(...buffers);
  }
}

async function fillWhole(source: Pick<ByteSource, 'read'>, buffer: Buffer, position: number): Promise<Buffer> {
  const filled = await fill(source, buffer, position);
  if (filled < buffer.length) throw new PackageError('damaged', `the file ends at ${position + filled}`);
  return buffer;
}
