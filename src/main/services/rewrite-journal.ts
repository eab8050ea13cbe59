import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from './scan-journal.ts';
import { readAt } from './sealing/byte-access.ts';
import type { LineCodec } from './sealing/line-codec.ts';
import { writeAtomically } from './write-atomically.ts';

/**
 * Writes the files of the journal that have lines of the other kind anew, each beside itself and then into its place. Killed
 * at any moment, each file is as it was or as it is to be.
 *
 * @param onFile told the places of all lines whenever a file has been put into its place
 * @throws the operating system's error, or an Error when a line is no longer what it was
 */
export async function rewriteLines(
  folder: string,
  places: readonly Place[],
  codec: LineCodec,
  onFile: (places: Place[]) => void,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const files = new Set(places.filter(({ isSealed }) => isSealed !== codec.isSealing).map(({ file }) => file));
  let present = [...places];
  let done = 0;
  const total = places.filter(({ file }) => files.has(file)).length;
  onProgress(0, total);
  for (const file of files) {
    const path = join(folder, file);
    const bytes = await readFile(path);
    const lines: Buffer[] = [];
    let start = 0;
    present = present.map((place) => {
      if (place.file !== file) return place;
      const line = rewritten(bytes.subarray(place.start, place.end), place, codec);
      lines.push(line);
      const moved = { ...place, start, end: start + line.length, isSealed: codec.isSealing };
      start = moved.end;
      return moved;
    });
    await writeAtomically(path, Buffer.concat(lines));
    onFile(present);
    done += lines.length;
    onProgress(done, total);
  }
}

function rewritten(bytes: Buffer, place: Place, codec: LineCodec): Buffer {
  return place.isSealed === codec.isSealing ? bytes : codec.seal(unsealed(bytes, place, codec), place.sequence);
}

/** @throws an Error when the line is no longer what it was */
function unsealed(bytes: Buffer, { file, sequence, plainBytes }: Place, codec: LineCodec): Buffer {
  const opened = codec.open(bytes.subarray(0, -1));
  if (opened?.length !== plainBytes - 1) throw new Error(`${file} changed on disk at line ${sequence}`);
  return Buffer.concat([opened, Buffer.of(0x0a)]);
}

const PORTION_BYTES = 1024 * 1024;

/**
 * What lines that follow each other in a file say, some at a time.
 * @throws the operating system's error, or an Error when a line is no longer what it was
 */
export async function* readUnsealed(
  path: string,
  lines: readonly Place[],
  codec: LineCodec,
): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    let portion: Buffer[] = [];
    let bytes = 0;
    for (const place of lines) {
      portion.push(unsealed(await readAt(handle, place.start, place.end - place.start), place, codec));
      bytes += place.plainBytes;
      if (bytes < PORTION_BYTES) continue;
      yield Buffer.concat(portion);
      portion = [];
      bytes = 0;
    }
    yield Buffer.concat(portion);
  } finally {
    await handle.close();
  }
}
