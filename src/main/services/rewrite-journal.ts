import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from './scan-journal.ts';
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

function rewritten(bytes: Buffer, { file, sequence, isSealed, plainBytes }: Place, codec: LineCodec): Buffer {
  if (isSealed === codec.isSealing) return bytes;
  const opened = codec.open(bytes.subarray(0, -1));
  if (opened?.length !== plainBytes - 1) throw new Error(`${file} changed on disk at line ${sequence}`);
  return codec.seal(Buffer.concat([opened, Buffer.of(0x0a)]), sequence);
}
