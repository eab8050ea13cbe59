import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { writeAt, type ByteSink } from './byte-access.ts';
import { createChunkCipher } from './chunk-cipher.ts';
import { makeSealedHeader, SALT_BYTES } from './sealed-header.ts';
import { TAG_BYTES, type Seal } from './wrapped-key.ts';

/** A zip file's directory is read by small reads all over it, each of which costs a whole chunk. */
export const CHUNK_BYTES = 64 * 1024;
const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;
/** Sealed chunks that are written together. */
const RUN = 16;

type OpenChunk = { readonly content: Buffer; filled: number };

/**
 * Writes into an empty file, sealed. A chunk is held until each of its bytes is known and it is certain not to be the
 * last, so that places may be left out and written later, such as the header of a zip entry, whose checksum is known behind
 * its data; each chunk is sealed once. Memory: the chunks with such places, and one run.
 *
 * @throws the operating system's error; an error of the program when a place is written twice or never
 */
export async function createSealedSink(file: FileHandle, { key, wrapped }: Seal): Promise<ByteSink> {
  const { header, text } = makeSealedHeader(wrapped, randomBytes(SALT_BYTES), CHUNK_BYTES);
  const cipher = createChunkCipher(key, header);
  const open = new Map<number, OpenChunk>();
  const spare: Buffer[] = [];
  const run = Buffer.allocUnsafeSlow(RUN * SEALED_BYTES);
  let end = 0;
  await writeAt(file, text, 0);

  /** Seals chunks that follow each other, and writes them. */
  const writeRun = async (from: number, count: number, last: number | null) => {
    let bytes = 0;
    for (let index = from; index < from + count; index += 1) {
      const chunk = open.get(index);
      const size = index === last ? end - index * CHUNK_BYTES : CHUNK_BYTES;
      if (chunk?.filled !== size && size > 0) throw new Error(`Chunk ${index} has ${chunk?.filled} bytes of ${size}.`);
      const content = chunk?.content.subarray(0, size) ?? Buffer.alloc(0);
      cipher.seal(content, { index, isLast: index === last }, run.subarray(bytes));
      bytes += size + TAG_BYTES;
      open.delete(index);
      if (chunk) spare.push(chunk.content);
    }
    await writeAt(file, run.subarray(0, bytes), header.bytes + from * SEALED_BYTES);
  };
  const writeReady = async () => {
    const isReady = (index: number) => open.get(index)?.filled === CHUNK_BYTES && end > (index + 1) * CHUNK_BYTES;
    const ready = [...open.keys()].filter(isReady).toSorted((a, b) => a - b);
    for (const { from, count } of runsOf(ready)) await writeRun(from, count, null);
  };
  return {
    write: async (bytes, position) => {
      for (let done = 0; done < bytes.byteLength;) {
        const at = position + done;
        const index = Math.floor(at / CHUNK_BYTES);
        const chunk = open.get(index) ?? { content: spare.pop() ?? Buffer.allocUnsafeSlow(CHUNK_BYTES), filled: 0 };
        open.set(index, chunk);
        const offset = at - index * CHUNK_BYTES;
        const part = bytes.subarray(done, done + CHUNK_BYTES - offset);
        chunk.content.set(part, offset);
        chunk.filled += part.byteLength;
        done += part.byteLength;
      }
      end = Math.max(end, position + bytes.byteLength);
      await writeReady();
    },
    end: async () => {
      const last = Math.max(0, Math.ceil(end / CHUNK_BYTES) - 1);
      const rest = [...new Set([...open.keys(), last])].toSorted((a, b) => a - b);
      for (const { from, count } of runsOf(rest)) await writeRun(from, count, last);
    },
  };
}

type Run = { readonly from: number; count: number };

/** Numbers in order as runs of neighbours, each no longer than is written together. */
function runsOf(numbers: readonly number[]): readonly Run[] {
  const runs: Run[] = [];
  for (const number of numbers) {
    const current = runs.at(-1);
    if (current && current.from + current.count === number && current.count < RUN) current.count += 1;
    else runs.push({ from: number, count: 1 });
  }
  return runs;
}
