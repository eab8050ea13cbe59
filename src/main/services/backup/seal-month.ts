import { readTrueLine } from '../journal-line.ts';
import type { LineCodec } from '../sealing/line-codec.ts';
import { PackageError } from './package-error.ts';
import { readLines } from './read-lines.ts';

const PORTION = 1024 * 1024;

/**
 * A file of the journal as it stands in a data folder whose records are encrypted; as it is when they are not.
 * @throws PackageError for what is no line of a journal, besides what reading throws
 */
export async function* sealMonth(pieces: AsyncGenerator<Uint8Array>, codec: LineCodec): AsyncGenerator<Uint8Array> {
  if (!codec.isSealing) {
    yield* pieces;
    return;
  }
  for await (const text of readLines(pieces, PORTION)) {
    const lines = text.split('\n').filter((line) => line !== '');
    yield Buffer.concat(lines.map((line) => sealLine(Buffer.from(line, 'utf8'), codec)));
  }
}

function sealLine(line: Buffer, codec: LineCodec): Buffer {
  const read = readTrueLine(line);
  if (!read) throw new PackageError('damaged', 'a line of the journal');
  return codec.seal(Buffer.concat([line, Buffer.of(0x0a)]), read.sequence);
}
