import { PackageError } from './package-error.ts';

const LINE_BREAK = 0x0a;
const LONGEST_LINE = 64 * 1024 * 1024;

/**
 * Text in portions of whole lines, each about as long as a portion or one line long.
 * @throws PackageError when a line does not end or is no UTF-8
 */
export async function* readLines(pieces: AsyncIterable<Uint8Array>, portion: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (held: readonly Buffer[]) => {
    try {
      return decoder.decode(Buffer.concat(held));
    } catch (error) {
      throw new PackageError('damaged', 'a line is no UTF-8', { cause: error });
    }
  };
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(LINE_BREAK) + 1;
    if (end > 0 && bytes + end >= portion) {
      yield decode([...held, Buffer.from(piece.subarray(0, end))]);
      held = [Buffer.from(piece.subarray(end))];
    } else held.push(Buffer.from(piece));
    bytes = held.reduce((sum, { byteLength }) => sum + byteLength, 0);
    if (bytes > LONGEST_LINE + portion) throw new PackageError('hostile', 'a line does not end');
  }
  if (bytes > 0) yield decode(held);
}
