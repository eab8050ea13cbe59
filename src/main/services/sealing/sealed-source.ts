import { fill, type ByteSource } from './byte-access.ts';
import { createChunkCipher, SealedFileError } from './chunk-cipher.ts';
import type { SealedHeader } from './sealed-header.ts';
import { TAG_BYTES } from './wrapped-key.ts';

/** Sealed bytes that are read together. */
const RUN_BYTES = 1024 * 1024;

/**
 * The content of a sealed file, at any place. The last chunk is opened first, so that a file that was cut off, even
 * between two chunks, is refused before anything is read; `file` is closed with it.
 *
 * @throws SealedFileError, also when the key is another one
 */
export async function openSealedSource(file: ByteSource, header: SealedHeader, key: Buffer): Promise<ByteSource> {
  const { chunkBytes } = header;
  const unit = chunkBytes + TAG_BYTES;
  const count = Math.max(1, Math.ceil((file.bytes - header.bytes) / unit));
  const rest = file.bytes - header.bytes - (count - 1) * unit - TAG_BYTES;
  // An empty last chunk behind others is never written.
  if (rest < 0 || (rest === 0 && count > 1)) throw new SealedFileError('the file is cut off');
  const bytes = (count - 1) * chunkBytes + rest;
  const cipher = createChunkCipher(key, header);
  const spare: Buffer[] = [];
  /** The chunk that was opened last. */
  const known = { index: -1, content: Buffer.allocUnsafeSlow(chunkBytes) };

  /** Opens some chunks from one on, in order; each is good while it is taken. */
  const openRun = async (from: number, to: number, take: (index: number, content: Buffer) => void) => {
    const buffer = spare.pop() ?? Buffer.allocUnsafeSlow(Math.max(1, Math.floor(RUN_BYTES / unit)) * unit);
    const sealed = buffer.subarray(0, (to - from) * unit + (to === count - 1 ? rest + TAG_BYTES : unit));
    try {
      const read = await fill(file, sealed, header.bytes + from * unit);
      if (read < sealed.length) throw new SealedFileError('the file is cut off');
      for (let index = from; index <= to; index += 1) {
        const place = { index, isLast: index === count - 1 };
        const chunk = sealed.subarray((index - from) * unit, (index - from + 1) * unit);
        known.index = -1;
        cipher.open(chunk, place, known.content);
        known.index = index;
        take(index, known.content.subarray(0, chunk.length - TAG_BYTES));
      }
    } finally {
      spare.push(buffer);
    }
  };
  await openRun(count - 1, count - 1, () => undefined);
  return {
    bytes,
    read: async (buffer, position) => {
      const end = Math.min(bytes, position + buffer.length);
      if (end <= position) return 0;
      let done = position;
      const copy = (index: number, content: Buffer) => {
        done += content.copy(buffer, done - position, done - index * chunkBytes, end - index * chunkBytes);
      };
      const first = Math.floor(position / chunkBytes);
      // The end of one piece and the beginning of the next are in one chunk as a rule.
      if (known.index === first) copy(first, known.content);
      if (done === end) return done - position;
      const from = Math.floor(done / chunkBytes);
      const most = from + Math.max(1, Math.floor(RUN_BYTES / unit)) - 1;
      await openRun(from, Math.min(most, Math.floor((end - 1) / chunkBytes)), copy);
      return done - position;
    },
    close: file.close,
  };
}
