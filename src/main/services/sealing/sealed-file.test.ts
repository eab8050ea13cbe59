import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fill, plainSource } from './byte-access.ts';
import { readSealedHeader, type SealedHeader } from './sealed-header.ts';
import { CHUNK_BYTES, createSealedSink } from './sealed-sink.ts';
import { openSealedSource } from './sealed-source.ts';
import { createSeal, TAG_BYTES, type Seal } from './wrapped-key.ts';

const folder = await mkdtemp(join(tmpdir(), 'rongdang-sealed-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const seal = await createSeal('示例口令一二三四');
const UNIT = CHUNK_BYTES + TAG_BYTES;

/** Bytes of which no two chunks are alike. */
function sample(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at + 4 <= length; at += 4) bytes.writeUInt32LE(Math.imul(at, 2654435761) >>> 0, at);
  return bytes;
}

type Piece = readonly [from: number, to: number];

/** Writes content in pieces, in the order given; all at once without any. */
async function sealed(content: Buffer, pieces?: readonly Piece[], by: Seal = seal): Promise<Buffer> {
  const path = join(folder, 'written');
  const file = await open(path, 'w');
  try {
    const sink = await createSealedSink(file, by);
    for (const [from, to] of pieces ?? [[0, content.length]]) await sink.write(content.subarray(from, to), from);
    await sink.end();
  } finally {
    await file.close();
  }
  return readFile(path);
}

function headerOf(bytes: Buffer): SealedHeader {
  const header = readSealedHeader(bytes);
  if (header === null || typeof header === 'string') throw new Error(`The header is ${String(header)}.`);
  return header;
}

/** What the file says when it is read from the beginning to the end; the error's code when it is refused. */
async function unsealed(bytes: Buffer, key = seal.key, header = headerOf(bytes)): Promise<Buffer | string> {
  const path = join(folder, 'read');
  await writeFile(path, bytes);
  const file = await open(path, 'r');
  try {
    const source = await openSealedSource(plainSource(file, bytes.length), header, key);
    const content = Buffer.alloc(source.bytes);
    expect(await fill(source, content, 0)).toBe(source.bytes);
    expect(await source.read(Buffer.alloc(10), source.bytes)).toBe(0);
    return content;
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  } finally {
    await file.close();
  }
}

/** The expectation of the test library compares byte by byte, which takes seconds. */
const isSame = (found: Buffer | string, content: Buffer) => Buffer.isBuffer(found) && found.equals(content);

const LENGTHS = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 40 * CHUNK_BYTES + 77];

describe('a sealed file', () => {
  test.each(LENGTHS)('of %i bytes gives them back, and none of them can be read in it', async (length) => {
    const content = sample(length);
    const bytes = await sealed(content);
    const chunks = Math.max(1, Math.ceil(length / CHUNK_BYTES));
    expect(bytes.length).toBe(headerOf(bytes).bytes + length + chunks * TAG_BYTES);
    expect(isSame(await unsealed(bytes), content)).toBe(true);
    // Shorter ones may be in it by chance.
    expect(length > 16 && bytes.includes(content.subarray(4, 16))).toBe(false);
  });

  test('is written in any order of places, each chunk once', async () => {
    const content = sample(5 * CHUNK_BYTES);
    const [a, b, c] = [CHUNK_BYTES - 20, CHUNK_BYTES + 30, 4 * CHUNK_BYTES];
    const bytes = await sealed(content, [
      [0, a],
      [b, c],
      [c, content.length],
      [a, b],
    ]);
    expect(isSame(await unsealed(bytes), content)).toBe(true);
  });

  test('a place that was never written, or twice, is a fault of the program and no file', async () => {
    const content = sample(3 * CHUNK_BYTES);
    await expect(sealed(content, [[10, content.length]])).rejects.toThrow('Chunk 0');
    const twice: Piece[] = [
      [0, 10],
      [0, content.length],
    ];
    await expect(sealed(content, twice)).rejects.toThrow('Chunk 0');
  });

  test('is read at any place, in pieces of any size', async () => {
    const content = sample(40 * CHUNK_BYTES + 77);
    const bytes = await sealed(content);
    const path = join(folder, 'places');
    await writeFile(path, bytes);
    const file = await open(path, 'r');
    const source = await openSealedSource(plainSource(file, bytes.length), headerOf(bytes), seal.key);
    for (const [from, length] of [
      [0, 5],
      [CHUNK_BYTES - 2, 4],
      [20 * CHUNK_BYTES, CHUNK_BYTES],
      [20 * CHUNK_BYTES + 1, 3 * CHUNK_BYTES],
      [5, 39 * CHUNK_BYTES],
      [content.length - 30, 30],
      [7 * CHUNK_BYTES + 9, 1],
    ] as const) {
      const buffer = Buffer.alloc(length);
      expect(await fill(source, buffer, from)).toBe(length);
      expect(buffer.equals(content.subarray(from, from + length))).toBe(true);
    }
    // Two readers at once must not take each other's chunk.
    const [one, two] = [Buffer.alloc(9 * CHUNK_BYTES), Buffer.alloc(9 * CHUNK_BYTES)];
    await Promise.all([fill(source, one, 100), fill(source, two, 25 * CHUNK_BYTES + 100)]);
    expect(one.equals(content.subarray(100, 100 + one.length))).toBe(true);
    expect(two.equals(content.subarray(25 * CHUNK_BYTES + 100, 34 * CHUNK_BYTES + 100))).toBe(true);
    await source.close();
  });

  test('the same content under the same key is another file each time', async () => {
    const content = sample(1000);
    const [first, second] = [await sealed(content), await sealed(content)];
    expect(headerOf(first).salt).not.toEqual(headerOf(second).salt);
    expect(first.subarray(-1000).equals(second.subarray(-1000))).toBe(false);
  });
});

describe('a sealed file that was changed is refused', async () => {
  const content = sample(4 * CHUNK_BYTES + 500);
  const bytes = await sealed(content);
  const header = headerOf(bytes);
  const start = header.bytes;
  const chunk = (index: number) => bytes.subarray(start + index * UNIT, start + (index + 1) * UNIT);

  test('cut off at any kind of place, or longer', async () => {
    const cuts = [0, 1, TAG_BYTES - 1, TAG_BYTES, UNIT - 1, UNIT, UNIT + 1, 2 * UNIT, 4 * UNIT, 4 * UNIT + TAG_BYTES];
    for (const cut of [...cuts.map((at) => start + at), bytes.length - 1]) {
      expect(await unsealed(bytes.subarray(0, cut), seal.key, header)).toBe('damaged');
    }
    for (const more of [1, TAG_BYTES, UNIT]) {
      expect(await unsealed(Buffer.concat([bytes, Buffer.alloc(more)]))).toBe('damaged');
    }
    expect(await unsealed(Buffer.concat([bytes, chunk(4)]))).toBe('damaged');
  });

  test('a bit turned in each chunk, in its content and in its tag', async () => {
    for (let index = 0; index < 5; index += 1) {
      for (const at of [0, 100, chunk(index).length - 1]) {
        const changed = Buffer.from(bytes);
        const place = start + index * UNIT + at;
        changed[place] = (changed[place] ?? 0) ^ 1;
        expect(await unsealed(changed)).toBe('damaged');
      }
    }
  });

  test('chunks swapped, left out, repeated, or the last one in the middle', async () => {
    const joined = (...indexes: readonly number[]) => Buffer.concat([bytes.subarray(0, start), ...indexes.map(chunk)]);
    expect(isSame(await unsealed(joined(0, 1, 2, 3, 4)), content)).toBe(true);
    for (const order of [[1, 0, 2, 3, 4], [0, 2, 1, 3, 4], [0, 1, 2, 4], [0, 0, 1, 2, 3, 4], [4], [0, 1, 2, 3]]) {
      expect(await unsealed(joined(...order))).toBe('damaged');
    }
  });

  test('a chunk of another file, or the header of another file, under the same key', async () => {
    const other = await sealed(sample(4 * CHUNK_BYTES + 500));
    const mixed = Buffer.concat([
      bytes.subarray(0, start),
      other.subarray(start, start + UNIT),
      bytes.subarray(start + UNIT),
    ]);
    expect(await unsealed(mixed)).toBe('damaged');
    expect(await unsealed(Buffer.concat([other.subarray(0, start), bytes.subarray(start)]))).toBe('damaged');
  });

  test('another key', async () => {
    expect(await unsealed(bytes, (await createSeal('示例口令一二三四')).key)).toBe('damaged');
  });
});

describe('the header', async () => {
  const bytes = await sealed(sample(100));
  const { bytes: length } = headerOf(bytes);
  const [magic = '', json = ''] = bytes.toString('utf8', 0, length).split('\n');
  const told = JSON.parse(json) as { readonly key: object };

  /** A header that says something else, with a digest that is true of it. */
  async function retold(change: object | string): Promise<unknown> {
    const line = typeof change === 'string' ? change : JSON.stringify({ ...told, ...change });
    const lines = `${magic}\n${line}\n`;
    const hash = await crypto.subtle.digest('SHA-256', Buffer.from(lines));
    return readSealedHeader(Buffer.from(`${lines}${Buffer.from(hash).toString('hex')}\n`));
  }

  test('is read as it was written, and says how to open the file without the program', async () => {
    expect(await retold({})).toEqual(headerOf(bytes));
    expect(json).toContain('Argon2id');
    expect(json).toContain('没有荣档也能解开');
  });

  test('of something else is none', () => {
    for (const text of ['', '荣档加密备份', 'PK\u0003\u0004', '荣档加密备份 Rongdang encrypted backup']) {
      expect(readSealedHeader(Buffer.from(text))).toBeNull();
    }
  });

  test('that is damaged anywhere is told as damaged, not as a wrong passphrase', () => {
    const after = Buffer.byteLength(magic) + 1;
    for (let at = after; at < length; at += 7) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(readSealedHeader(changed)).toBe('damaged');
    }
    for (const cut of [after, after + 10, length - 70, length - 1]) {
      expect(readSealedHeader(bytes.subarray(0, cut))).toBe('damaged');
    }
  });

  test('that would cost all memory or hours, or lies, is refused before anything is computed', async () => {
    for (const change of [
      { key: { ...told.key, memory: 2_000_000_000 } },
      { key: { ...told.key, iterations: 1_000_000 } },
      { key: { ...told.key, parallelism: 1000 } },
      { key: { ...told.key, memory: 524_288 } },
      { key: { ...told.key, memory: 262_144, iterations: 9 } },
      { key: { ...told.key, memory: '65536' } },
      { key: { ...told.key, algorithm: 'none' } },
      { key: null },
      { salt: 'ab' },
      { salt: null },
      { chunk: 0 },
      { chunk: -1 },
      { chunk: 1.5 },
      { chunk: 2 ** 40 },
      { chunk: '65536' },
      { format: 0 },
      { format: '1' },
      '[]',
      'null',
      '{',
    ]) {
      expect(await retold(change)).toBe('hostile');
    }
  });

  test('may cost ten times as much as now, for the computers to come', async () => {
    expect(await retold({ key: { ...told.key, memory: 262_144, iterations: 8 } })).toMatchObject({
      key: { memory: 262_144, iterations: 8 },
    });
  });

  test('of a later form says so', async () => {
    expect(await retold({ format: 2, key: { algorithm: 'of the future' } })).toBe('newer');
  });
});
