import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sampleContents, sha256Of, type SampleOptions } from './backup-fixtures.ts';
import { openPackage } from './open-package.ts';
import { changed, entriesOf, goodPackage, rebag, zipped } from './package-fixtures.ts';
import { UNWATCHED } from './watch-work.ts';
import { writePackage } from './write-package.ts';
import { packFixture } from './zip-fixtures.ts';

const folder = await mkdtemp(join(tmpdir(), 'rongdang-good-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const { bytes: good, files } = await goodPackage(folder);

/** Python's own zip module packs the files anew, in another way. */
async function repacked(how: string): Promise<Buffer> {
  const [source, target] = [join(folder, 'source.zip'), join(folder, 'target.zip')];
  await writeFile(source, good);
  const script = `
import sys, zipfile
from zipfile import ZipFile, ZipInfo, ZIP_DEFLATED, ZIP_STORED
source = ZipFile(sys.argv[1])
names = source.namelist()
${how}`;
  execFileSync('python3', ['-c', script, source, target]);
  return readFile(target);
}

async function written(options: SampleOptions): Promise<Buffer> {
  const at = await mkdtemp(join(folder, 'written-'));
  const target = join(at, 'package.zip');
  await writePackage(target, await sampleContents(at, options), UNWATCHED);
  return readFile(target);
}

/** A folder of the files packed as a whole, as a person would pack an unpacked package again. */
async function zippedByHand(): Promise<Buffer> {
  const at = await mkdtemp(join(folder, 'by-hand-'));
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(at, 'bag', path)), { recursive: true });
    await writeFile(join(at, 'bag', path), bytes);
  }
  execFileSync('python3', [
    '-c',
    `import shutil, sys; shutil.make_archive(sys.argv[1], 'zip', sys.argv[2], 'bag')`,
    join(at, 'made'),
    at,
  ]);
  return readFile(join(at, 'made.zip'));
}

function crlfManifests(): Buffer {
  const crlf = (path: string) =>
    (files.get(path) ?? Buffer.alloc(0))
      .toString('utf8')
      .replaceAll('\n', '\r\n')
      .replaceAll(/^[0-9a-f]+/gm, (hash) => hash.toUpperCase());
  const manifest = crlf('manifest-sha256.txt');
  const tags = crlf('tagmanifest-sha256.txt').replace(/[0-9A-F]{64}(?= {2}manifest)/, sha256Of(manifest));
  return zipped(changed(changed(files, 'manifest-sha256.txt', manifest), 'tagmanifest-sha256.txt', tags));
}

const months = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [
    `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}.jsonl`,
    [`{"n":${index}}`, `{"text":"${'示例'.repeat(2000)}"}`],
  ]),
);

const GOOD: readonly (readonly [name: string, make: () => Promise<Buffer>])[] = [
  ['as the program writes it', () => Promise.resolve(good)],
  [
    'with every entry packed',
    () =>
      repacked(`
with ZipFile(sys.argv[2], 'w', ZIP_DEFLATED, compresslevel=9) as z:
    for n in names: z.writestr(n, source.read(n))`),
  ],
  [
    'with sizes in zip64',
    () =>
      repacked(`
with ZipFile(sys.argv[2], 'w') as z:
    for n in names:
        with z.open(ZipInfo(n), 'w', force_zip64=True) as f: f.write(source.read(n))`),
  ],
  [
    'in another order',
    () =>
      repacked(`
with ZipFile(sys.argv[2], 'w') as z:
    for n in reversed(names): z.writestr(n, source.read(n))`),
  ],
  [
    'with entries for its folders',
    () =>
      repacked(`
with ZipFile(sys.argv[2], 'w') as z:
    for d in ('', 'data/', 'data/journal/', 'data/records/', 'data/attachments/'): z.writestr('rongdang-backup/' + d, '')
    for n in names: z.writestr(n, source.read(n))`),
  ],
  [
    'written to a pipe, with sizes behind the data',
    () =>
      repacked(`
class Pipe:
    def __init__(self, path): self.file = open(path, 'wb')
    def write(self, data): return self.file.write(data)
    def flush(self): self.file.flush()
with ZipFile(Pipe(sys.argv[2]), 'w', ZIP_DEFLATED) as z:
    for n in names: z.writestr(n, source.read(n))`),
  ],
  [
    'with a comment',
    () =>
      repacked(`
with ZipFile(sys.argv[2], 'w') as z:
    z.comment = '示例备份'.encode('utf8')
    for n in names: z.writestr(n, source.read(n))`),
  ],
  ['packed again from a folder', zippedByHand],
  ['without a folder around it', () => Promise.resolve(packFixture(entriesOf(files, '')))],
  ['in a folder of another name', () => Promise.resolve(packFixture(entriesOf(files, '荣档备份（1）/')))],
  ['with manifests of another program', () => Promise.resolve(crlfManifests())],
  ['without the note', () => Promise.resolve(zipped(rebag(files, { 'data/说明.txt': null })))],
  ['of an empty archive', () => written({ journal: {}, records: {}, attachments: [] })],
  ['without attachments', () => written({ attachments: [] })],
  ['of many months', () => written({ journal: months })],
  ['with an attachment of several pieces', () => written({ attachments: [Buffer.alloc(5_000_001, 'scan')] })],
];

test('there are enough of them', () => expect(GOOD.length).toBeGreaterThanOrEqual(12));

test.each(GOOD)('a package %s is accepted', async (_name, make) => {
  const path = join(folder, 'accepted.zip');
  await writeFile(path, await make());
  const opened = await openPackage(path, UNWATCHED);
  for (const file of [...opened.journal, ...opened.attachments, ...opened.records.values()]) {
    let size = 0;
    for await (const piece of opened.read(file)) size += piece.byteLength;
    expect(size).toBe(file.entry.size);
  }
  await opened.close();
});
