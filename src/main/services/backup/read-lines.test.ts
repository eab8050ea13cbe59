import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readLines } from './read-lines.ts';

async function portions(text: string, pieceBytes: number, portion: number): Promise<readonly string[]> {
  const bytes = Buffer.from(text, 'utf8');
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
    bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes),
  );
  const found: string[] = [];
  for await (const each of readLines(Readable.from(pieces), portion)) found.push(each);
  return found;
}

test('whatever the pieces, portions are whole lines and say the same together', async () => {
  const text = Array.from({ length: 40 }, (_, index) => `{"n":${index},"t":"示例𠮷"}\n`).join('');
  for (const pieceBytes of [1, 7, 64, 10_000]) {
    const found = await portions(text, pieceBytes, 100);
    expect(found.join('')).toBe(text);
    expect(found.every((each) => each.endsWith('\n'))).toBe(true);
    expect(found.length).toBeGreaterThan(pieceBytes < 100 ? 5 : 0);
  }
});

test('nothing is no portion, and what is no UTF-8 is damage', async () => {
  expect(await portions('', 10, 10)).toEqual([]);
  const broken = readLines(Readable.from([Buffer.from([0x7b, 0xff, 0x0a])]), 10);
  await expect(broken.next()).rejects.toMatchObject({ code: 'damaged' });
});
