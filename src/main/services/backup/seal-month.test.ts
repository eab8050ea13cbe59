import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { formatJournalLine, genesisHash } from '../journal-line.ts';
import { isSealedLine, PLAIN_LINES, sealedLines } from '../sealing/line-codec.ts';
import { sealMonth } from './seal-month.ts';

const codec = sealedLines(randomBytes(32), 'archive-1');

function month(): Buffer {
  let previous = genesisHash('archive-1');
  const lines = ['{"title":"示例荣誉甲"}', '{"title":"示例荣誉乙"}'].map((text, index) => {
    const { line, hash } = formatJournalLine(previous, index + 41, text);
    previous = hash;
    return line;
  });
  return Buffer.concat(lines);
}

async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield await Promise.resolve(bytes.subarray(at, at + length));
}

async function all(pieces: AsyncGenerator<Uint8Array>): Promise<Buffer> {
  const found: Uint8Array[] = [];
  for await (const piece of pieces) found.push(Buffer.from(piece));
  return Buffer.concat(found);
}

test('each line of a month is sealed under its own number, however the bytes come', async () => {
  for (const length of [1, 7, 10_000]) {
    const sealed = await all(sealMonth(inPieces(month(), length), codec));
    const lines = sealed
      .toString('latin1')
      .trimEnd()
      .split('\n')
      .map((line) => Buffer.from(line, 'latin1'));
    expect(lines.map(isSealedLine)).toEqual([true, true]);
    expect(lines.map((line) => /"sequence":(\d+)/.exec(line.toString('latin1'))?.[1])).toEqual(['41', '42']);
    const opened = Buffer.concat(lines.flatMap((line) => [codec.open(line) ?? Buffer.alloc(0), Buffer.from('\n')]));
    expect(opened.equals(month())).toBe(true);
  }
});

test('without a key a month stays as it is', async () => {
  expect((await all(sealMonth(inPieces(month(), 100), PLAIN_LINES))).equals(month())).toBe(true);
});

test('what is no line of a journal is refused, not sealed', async () => {
  const changed = Buffer.from(month().toString('utf8').replace('甲', '丙'), 'utf8');
  await expect(all(sealMonth(inPieces(changed, 100), codec))).rejects.toMatchObject({ code: 'damaged' });
});
