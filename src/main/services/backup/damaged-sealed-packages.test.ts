import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { keyOfSeal } from '../sealing/key-of.ts';
import { CHUNK_BYTES } from '../sealing/sealed-sink.ts';
import { createSeal, TAG_BYTES } from '../sealing/wrapped-key.ts';
import { openPackage } from './open-package.ts';
import { changed, goodPackage, rebag, sealedBytes, zipped } from './package-fixtures.ts';
import { UNWATCHED } from './watch-work.ts';
import { packFixture } from './zip-fixtures.ts';

const folder = await mkdtemp(join(tmpdir(), 'rongdang-damaged-sealed-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const seal = await createSeal('示例口令一二三四');
const keys = { keyOf: keyOfSeal(seal), passphrase: null };
/** The key itself, whatever the header says of how it is wrapped: not the passphrase must keep these out. */
const keysWithAny = { ...keys, keyOf: () => Promise.resolve(seal.key) };
const { bytes: zip, files } = await goodPackage(folder, { attachments: [Buffer.alloc(400_000, '示例扫描件')] });
const sealedOf = (bytes: Buffer) => sealedBytes(folder, bytes, seal);
const good = await sealedOf(zip);
const other = await sealedOf(zip);

const UNIT = CHUNK_BYTES + TAG_BYTES;
const START = endOfHeader(good);
const chunk = (index: number) => good.subarray(START + index * UNIT, START + (index + 1) * UNIT);
const CHUNKS = Math.ceil((good.length - START) / UNIT);

function endOfHeader(bytes: Buffer): number {
  let at = -1;
  for (let line = 0; line < 3; line += 1) at = bytes.indexOf('\n', at + 1);
  return at + 1;
}

const flipped = (at: number) => {
  const copy = Buffer.from(good);
  copy[at] = (copy[at] ?? 0) ^ 4;
  return copy;
};

/** What the header says is changed, and its checksum is made true of that: as somebody would who means harm. */
function retold(change: (told: Record<string, unknown>) => object): Buffer {
  const [magic = '', json = ''] = good.toString('utf8', 0, START).split('\n');
  const lines = `${magic}\n${JSON.stringify(change(JSON.parse(json) as Record<string, unknown>))}\n`;
  const digest = createHash('sha256').update(lines).digest('hex');
  return Buffer.concat([Buffer.from(`${lines}${digest}\n`), good.subarray(START)]);
}

const withKey = (change: object) => retold((told) => ({ ...told, key: { ...(told['key'] as object), ...change } }));
const joined = (...pieces: readonly Buffer[]) => Buffer.concat([good.subarray(0, START), ...pieces]);
const all = Array.from({ length: CHUNKS }, (_, index) => chunk(index));
const at = (text: string) => good.indexOf(text) + text.length + 5;

/** Every sealed package that must be refused although its key is known, and as what. */
const DAMAGED: readonly (readonly [name: string, code: string, bytes: Buffer | Promise<Buffer>])[] = [
  ['the name of the form alone', 'damaged', good.subarray(0, good.indexOf('\n') + 1)],
  ['a header that is cut off', 'damaged', good.subarray(0, START - 40)],
  ['a header alone', 'damaged', good.subarray(0, START)],
  ['a first chunk that is cut off', 'damaged', good.subarray(0, START + 1000)],
  ['a last chunk that is cut off', 'damaged', good.subarray(0, -1)],
  ['a file cut off between two chunks', 'damaged', good.subarray(0, START + 2 * UNIT)],
  ['a file without its last chunk', 'damaged', joined(...all.slice(0, -1))],
  ['something behind the end', 'damaged', Buffer.concat([good, Buffer.from('more')])],
  ['two files joined', 'damaged', Buffer.concat([good, other])],
  ['a bit of the name of the form turned', 'not-a-package', flipped(3)],
  ['a bit of the sealed key turned', 'damaged', flipped(at('"sealed":'))],
  ['a bit of the salt turned', 'damaged', flipped(at('"chunk":') - 20)],
  ['a bit of the checksum turned', 'damaged', flipped(START - 10)],
  ...all.map((piece, index) => {
    const middle = START + index * UNIT + Math.floor(piece.length / 2);
    return [`a bit of chunk ${index} turned`, 'damaged', flipped(middle)] as const;
  }),
  ['two chunks swapped', 'damaged', joined(...all.slice(0, 1), chunk(2), chunk(1), ...all.slice(3))],
  ['a chunk left out', 'damaged', joined(...all.slice(0, 2), ...all.slice(3))],
  ['a chunk twice', 'damaged', joined(chunk(0), ...all)],
  ['a chunk of another file', 'damaged', joined(other.subarray(START, START + UNIT), ...all.slice(1))],
  ['the header of another file', 'damaged', Buffer.concat([other.subarray(0, START), ...all])],
  ['memory without end', 'hostile', withKey({ memory: 4_000_000_000 })],
  ['hours of computing', 'hostile', withKey({ iterations: 4_000_000_000 })],
  ['lanes without end', 'hostile', withKey({ parallelism: 100_000 })],
  ['a negative cost', 'hostile', withKey({ memory: -1 })],
  ['a key of another kind', 'hostile', withKey({ algorithm: 'rot13' })],
  ['no key', 'hostile', retold(({ key: _key, ...told }) => told)],
  ['chunks without bytes', 'hostile', retold((told) => ({ ...told, chunk: 0 }))],
  ['chunks of a terabyte', 'hostile', retold((told) => ({ ...told, chunk: 2 ** 40 }))],
  ['chunks of another size', 'damaged', retold((told) => ({ ...told, chunk: 2 * CHUNK_BYTES }))],
  ['another word in its explanation', 'damaged', retold((told) => ({ ...told, how: 'send your passphrase to …' }))],
  ['a later form', 'newer-package', retold((told) => ({ ...told, format: 2 }))],
  ['nothing, sealed', 'not-a-package', sealedOf(Buffer.alloc(0))],
  ['a text, sealed', 'not-a-package', sealedOf(Buffer.from('荣档备份'))],
  ['a sealed package, sealed again', 'not-a-package', sealedOf(good)],
  ['a zip file of something else, sealed', 'not-a-package', sealedOf(packFixture([{ name: 'a', bytes: zip }]))],
  ['half a package, sealed', 'not-a-package', sealedOf(zip.subarray(0, zip.length / 2))],
  [
    'a name that leads out, sealed',
    'hostile',
    sealedOf(zipped(files, {}, [{ name: '../evil', bytes: Buffer.from('x') }])),
  ],
  [
    'a bomb, sealed',
    'hostile',
    sealedOf(
      zipped(rebag(files, { 'data/records/honor.jsonl': Buffer.alloc(64 * 1024 * 1024) }), {
        'honor.jsonl': { deflate: true },
      }),
    ),
  ],
  [
    'a record that was changed, sealed',
    'damaged',
    sealedOf(zipped(changed(files, 'data/records/honor.jsonl', '{"id":"other"}\n'))),
  ],
];

describe('damaged sealed packages', () => {
  test('there are enough of them, of several chunks', () => {
    expect(DAMAGED.length).toBeGreaterThanOrEqual(40);
    expect(CHUNKS).toBeGreaterThanOrEqual(6);
  });

  test.each(DAMAGED)('%s is refused', async (_name, code, bytes) => {
    const path = join(folder, 'damaged.rongdang');
    await writeFile(path, await bytes);
    const outcome = await openPackage(path, UNWATCHED, { keys: keysWithAny }).then(
      () => 'accepted',
      (error: unknown) => (error as { readonly code?: string }).code ?? String(error),
    );
    expect(outcome).toBe(code);
  });
});

/** Python's own zip module packs the files anew, in another way. */
async function repacked(how: string): Promise<Buffer> {
  const [source, target] = [join(folder, 'source.zip'), join(folder, 'target.zip')];
  await writeFile(source, zip);
  const script = `import sys, zipfile\nsource = zipfile.ZipFile(sys.argv[1])\nnames = source.namelist()\n${how}`;
  execFileSync('python3', ['-c', script, source, target]);
  return readFile(target);
}

test.each([
  ['as the program writes it', () => Promise.resolve(zip)],
  ['a small one', async () => (await goodPackage(await mkdtemp(join(folder, 'small-')), { attachments: [] })).bytes],
  [
    'packed',
    () =>
      repacked(`
with zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED) as z:
    for n in names: z.writestr(n, source.read(n))`),
  ],
  [
    'with sizes in zip64, in another order',
    () =>
      repacked(`
with zipfile.ZipFile(sys.argv[2], 'w') as z:
    for n in reversed(names):
        with z.open(zipfile.ZipInfo(n), 'w', force_zip64=True) as f: f.write(source.read(n))`),
  ],
  // Its end of 22 bytes lies across two chunks.
  ['with the end in two chunks', () => Promise.resolve(padded(zip, 11))],
  ['with an end that fills its chunk', () => Promise.resolve(padded(zip, 0))],
] as const)('a good package, %s, is accepted when it is sealed', async (_name, make) => {
  const path = join(folder, 'accepted.rongdang');
  await writeFile(path, await sealedOf(await make()));
  const opened = await openPackage(path, UNWATCHED, { keys });
  expect(opened.description.head.sequence).toBe(3);
  await opened.close();
});

/** A comment behind the end that makes the zip file so many bytes longer than whole chunks. */
function padded(bytes: Buffer, over: number): Buffer {
  const missing = (CHUNK_BYTES - (bytes.length % CHUNK_BYTES) + over) % CHUNK_BYTES;
  const longer = Buffer.concat([bytes, Buffer.alloc(missing, 'c')]);
  longer.writeUInt16LE(missing, bytes.length - 2);
  return longer;
}
