import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, readFile, readdir, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  filesBelow,
  makeFile,
  makeReadOnly,
  makeStore,
  MEGABYTE,
  mountSmallDisk,
  sha256Of,
  takeAll,
  unmount,
  whyNoSmallDisk,
} from './attachment-fixtures.ts';
import { openAttachmentStore } from './attachment-store.ts';
import { makeTempFolder } from './journal-fixtures.ts';

const isRoot = process.getuid?.() === 0;
const isPosix = process.platform !== 'win32';
const cannotMount = whyNoSmallDisk();
/** One that is read as a whole, one that is streamed, and the sizes around the border between the two. */
const SIZES = [0, 1, 1023, MEGABYTE, 2 * MEGABYTE, 2 * MEGABYTE + 1, 10 * MEGABYTE + 7];

let root = '';
beforeEach(async () => {
  root = await makeTempFolder();
});
afterEach(() => rm(root, { recursive: true }));

const place = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`;

describe('taking a file', () => {
  it.each(SIZES)('copies %i bytes under their hash, read-only, and leaves the source alone', async (bytes) => {
    const { folder, store } = await makeStore(root);
    const { path, content, sha256 } = await makeFile(root, 'scan.jpg', bytes);
    const taken = await store.take({ source: path, name: 'scan.jpg' });
    expect(taken).toMatchObject({ ok: true, sha256, bytes, known: false });
    expect(await filesBelow(folder)).toEqual([place(sha256)]);
    expect((await readFile(store.pathOf(sha256))).equals(content)).toBe(true);
    expect((await readFile(path)).equals(content)).toBe(true);
    expect((await stat(store.pathOf(sha256))).mode & 0o222).toBe(0);
  });

  it('takes a stream of pieces of any size', async () => {
    const { folder, store } = await makeStore(root);
    for (const pieces of [[3, 4, 5], [], Array.from({ length: 12 }, () => MEGABYTE - 1)]) {
      const contents = pieces.map((length) => randomBytes(length));
      const whole = Buffer.concat(contents);
      async function* source() {
        yield* contents;
      }
      const taken = await store.take({ source: source(), name: 'pasted.png' });
      expect(taken).toMatchObject({ ok: true, sha256: sha256Of(whole), bytes: whole.length });
      expect((await readFile(store.pathOf(sha256Of(whole)))).equals(whole)).toBe(true);
    }
    expect(await filesBelow(folder)).toHaveLength(3);
  });

  it('tells how far it is', async () => {
    const { store } = await makeStore(root);
    const { path } = await makeFile(root, 'large.pdf', 10 * MEGABYTE);
    const told: (readonly [number, number | null])[] = [];
    await store.take({ source: path, name: '', onProgress: (done, total) => told.push([done, total]) });
    expect(told).toHaveLength(5);
    expect(told.at(-1)).toEqual([10 * MEGABYTE, 10 * MEGABYTE]);
  });

  it('tells the kind by the bytes, whatever the name says', async () => {
    const { store } = await makeStore(root);
    await writeFile(join(root, 'photo.jpg'), '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const taken = await store.take({ source: join(root, 'photo.jpg'), name: 'photo.jpg' });
    expect(taken).toMatchObject({ mime: 'image/svg+xml' });
  });
});

describe('a file that is there already', () => {
  it.each([MEGABYTE, 9 * MEGABYTE])('is recognised and kept once (%i bytes)', async (bytes) => {
    const { folder, store } = await makeStore(root);
    const { path, content, sha256 } = await makeFile(root, 'first.jpg', bytes);
    await writeFile(join(root, 'second.jpg'), content);
    await takeAll(store, [path]);
    const before = await stat(store.pathOf(sha256));
    const again = await store.take({ source: join(root, 'second.jpg'), name: 'second.jpg' });
    expect(again).toMatchObject({ ok: true, sha256, known: true });
    expect((await stat(store.pathOf(sha256))).ino).toBe(before.ino);
    expect(await filesBelow(folder)).toEqual([place(sha256)]);
  });

  it('is one file when it comes many times at once', async () => {
    const { folder, store } = await makeStore(root);
    const { path, sha256 } = await makeFile(root, 'scan.jpg', MEGABYTE);
    const taken = await Promise.all(Array.from({ length: 30 }, () => store.take({ source: path, name: '' })));
    expect(taken.filter((result) => result.ok && !result.known)).toHaveLength(1);
    expect(taken.every((result) => result.ok)).toBe(true);
    expect(await filesBelow(folder)).toEqual([place(sha256)]);
  });

  it.each([
    ['shortened', MEGABYTE, (path: string) => truncate(path, 1000)],
    ['emptied', 9 * MEGABYTE, (path: string) => truncate(path, 0)],
    ['changed in one byte', MEGABYTE, flipByte],
    ['changed in one byte', 9 * MEGABYTE, flipByte],
  ] as const)('is replaced by the sound one when it was %s (%i bytes)', async (_how, bytes, damage) => {
    const { folder, store } = await makeStore(root);
    const { path, content, sha256 } = await makeFile(root, 'scan.jpg', bytes);
    await takeAll(store, [path]);
    await chmod(store.pathOf(sha256), 0o644);
    await damage(store.pathOf(sha256));
    expect(await store.take({ source: path, name: '' })).toMatchObject({ ok: true, known: false });
    expect((await readFile(store.pathOf(sha256))).equals(content)).toBe(true);
    expect(await filesBelow(folder)).toEqual([place(sha256)]);
  });
});

async function flipByte(path: string): Promise<void> {
  const content = await readFile(path);
  content[500] = (content[500] ?? 0) ^ 1;
  await writeFile(path, content);
}

describe('a source that cannot be taken', () => {
  it.each([
    ['is not there', 'source-missing', () => Promise.resolve(join(root, 'nowhere.jpg'))],
    ['has a name that no disk takes', 'source-missing', () => Promise.resolve(join(root, 'x'.repeat(300)))],
    ['is a folder', 'source-unreadable', () => mkdir(join(root, 'a-folder')).then(() => join(root, 'a-folder'))],
    [
      'is a link to nothing',
      'source-missing',
      () => symlink(join(root, 'gone'), join(root, 'link')).then(() => join(root, 'link')),
    ],
  ] as const)('because it %s', async (_why, code, make) => {
    const { folder, store } = await makeStore(root);
    expect(await store.take({ source: await make(), name: '' })).toMatchObject({ ok: false, code });
    expect(await filesBelow(folder)).toEqual([]);
  });

  it.skipIf(!isPosix)('because it is a device', async () => {
    const { store } = await makeStore(root);
    expect(await store.take({ source: '/dev/zero', name: '' })).toMatchObject({ ok: false, code: 'source-unreadable' });
  });

  it.skipIf(!isPosix || isRoot)('because it may not be read (root may read everything)', async () => {
    const { store } = await makeStore(root);
    const { path } = await makeFile(root, 'secret.pdf', 10);
    await chmod(path, 0);
    expect(await store.take({ source: path, name: '' })).toMatchObject({ ok: false, code: 'source-unreadable' });
  });

  it('because it is larger than any disk of a memory stick takes', async () => {
    const { folder, store } = await makeStore(root);
    const { path } = await makeFile(root, 'film.avi', 0);
    await truncate(path, 4 * 1024 ** 3 + 1);
    expect(await store.take({ source: path, name: '' })).toMatchObject({ ok: false, code: 'too-large' });
    expect(await filesBelow(folder)).toEqual([]);
  });

  it('because its stream breaks off', async () => {
    const { folder, store } = await makeStore(root);
    async function* source() {
      for (let piece = 0; piece < 10; piece += 1) yield randomBytes(MEGABYTE);
      throw new Error('torn');
    }
    expect(await store.take({ source: source(), name: '' })).toMatchObject({ ok: false, code: 'source-unreadable' });
    expect(await filesBelow(folder)).toEqual([]);
  });
});

describe.each([MEGABYTE, 20 * MEGABYTE])('a source of %i bytes that changes while it is copied', (bytes) => {
  // At once, so that the change stands between the first piece and the end of the copying.
  it.each([
    ['goes away', 'source-missing', (path: string) => rmSync(path)],
    ['is renamed', 'source-missing', (path: string) => renameSync(path, `${path}.moved`)],
    ['is cut off', 'source-changed', (path: string) => truncateSync(path, bytes - 1000)],
    ['grows', 'source-changed', (path: string) => appendFileSync(path, 'more')],
    ['is replaced', 'source-changed', replace],
  ] as const)('%s: %s', async (_what, code, change) => {
    const { folder, store } = await makeStore(root);
    const { path } = await makeFile(root, 'scan.tif', bytes);
    let pieces = 0;
    const onProgress = () => {
      pieces += 1;
      if (pieces === 1) change(path);
    };
    expect(await store.take({ source: path, name: '', onProgress })).toMatchObject({ ok: false, code });
    expect(await filesBelow(folder)).toEqual([]);
  });
});

/** As an office program saves: a new file is renamed over the old one. */
function replace(path: string): void {
  writeFileSync(`${path}.new`, randomBytes(10));
  renameSync(`${path}.new`, path);
}

describe('cancelling', () => {
  it.each([MEGABYTE, 20 * MEGABYTE])('leaves nothing behind (%i bytes)', async (bytes) => {
    const { folder, store } = await makeStore(root);
    const { path } = await makeFile(root, 'scan.tif', bytes);
    const stop = new AbortController();
    const taken = await store.take({ source: path, name: '', signal: stop.signal, onProgress: () => stop.abort() });
    expect(taken).toMatchObject({ ok: false, code: 'cancelled' });
    expect(await filesBelow(folder)).toEqual([]);
  });

  it('also ends what is still waiting for its turn', async () => {
    const { folder, store } = await makeStore(root);
    const { path } = await makeFile(root, 'scan.tif', 9 * MEGABYTE);
    const stop = new AbortController();
    const all = Array.from({ length: 40 }, () => store.take({ source: path, name: '', signal: stop.signal }));
    stop.abort();
    const codes = (await Promise.all(all)).map((result) => (result.ok ? 'taken' : result.code));
    expect(new Set(codes)).toEqual(new Set(['cancelled']));
    expect(await filesBelow(folder)).toEqual([]);
  });
});

describe('the store', () => {
  it('removes what a crash has left half written, and nothing else', async () => {
    const { folder, store } = await makeStore(root);
    const { path, sha256 } = await makeFile(root, 'scan.jpg', 10);
    await takeAll(store, [path]);
    await writeFile(join(folder, 'incoming', 'half.partial'), 'half');
    await writeFile(join(folder, 'fixity.json'), '{}');
    await openAttachmentStore(folder);
    expect(await filesBelow(folder)).toEqual([place(sha256), 'fixity.json'].toSorted());
  });

  it('makes no folder before the first file, and its folders again when somebody deletes them', async () => {
    const { folder, store } = await makeStore(root);
    expect(await readdir(root)).toEqual([]);
    const { path, sha256 } = await makeFile(root, 'scan.jpg', 10);
    await takeAll(store, [path]);
    await rm(folder, { recursive: true });
    expect(await store.take({ source: path, name: '' })).toMatchObject({ ok: true, known: false });
    expect(await store.list()).toEqual([sha256]);
  });

  it('finds and lists only what it has taken itself', async () => {
    const { folder, store } = await makeStore(root);
    const { path, sha256 } = await makeFile(root, 'scan.jpg', 10);
    await takeAll(store, [path]);
    await writeFile(join(folder, sha256.slice(0, 2), 'notes.txt'), 'not ours');
    await mkdir(join(folder, 'zz'));
    expect(await store.list()).toEqual([sha256]);
    expect(await store.find(sha256)).toMatchObject({ bytes: 10, path: store.pathOf(sha256) });
    expect(await store.find('0'.repeat(64))).toBeNull();
    expect(() => store.pathOf('../../journal/archive.json')).toThrow('Not a SHA-256');
  });

  it('says so when its place cannot be written, and takes the file once it can', async () => {
    const { folder, store } = await makeStore(root);
    const files = [await makeFile(root, 'small.jpg', 10), await makeFile(root, 'large.jpg', 9 * MEGABYTE)];
    await writeFile(folder, 'a file in its place');
    for (const { path } of files) {
      expect(await store.take({ source: path, name: '' })).toMatchObject({ ok: false, code: 'store-not-writable' });
    }
    await rm(folder);
    expect(
      await takeAll(
        store,
        files.map(({ path }) => path),
      ),
    ).toEqual(files.map(({ sha256 }) => sha256));
  });
});

describe.skipIf(cannotMount !== null)(`a store on a disk of 4 MB (${cannotMount ?? 'mounted'})`, () => {
  let disk = '';
  beforeEach(() => {
    disk = join(root, 'disk');
    mkdirSync(disk);
    mountSmallDisk(disk, '4m');
  });
  afterEach(() => unmount(disk));

  it('keeps what it has when the disk is full, and leaves nothing half written', async () => {
    const { folder, store } = await makeStore(disk);
    const first = await makeFile(root, 'first.jpg', MEGABYTE);
    await takeAll(store, [first.path]);
    for (const bytes of [5 * MEGABYTE, 12 * MEGABYTE]) {
      const { path } = await makeFile(root, 'too-big.jpg', bytes);
      expect(await store.take({ source: path, name: '' })).toMatchObject({ ok: false, code: 'disk-full' });
      expect(await filesBelow(folder)).toEqual([place(first.sha256)]);
    }
    expect((await readFile(store.pathOf(first.sha256))).equals(first.content)).toBe(true);
    const second = await makeFile(root, 'second.jpg', 2 * MEGABYTE);
    expect(await takeAll(store, [second.path])).toEqual([second.sha256]);
  });

  it('that may only be read is said to be so, and recognises nothing wrongly', async () => {
    const { folder, store } = await makeStore(disk);
    const first = await makeFile(root, 'first.jpg', 1000);
    await takeAll(store, [first.path]);
    makeReadOnly(disk);
    const files = [await makeFile(root, 'small.jpg', 10), await makeFile(root, 'large.jpg', 9 * MEGABYTE)];
    for (const { path } of files) {
      expect(await store.take({ source: path, name: '' })).toMatchObject({ ok: false, code: 'store-not-writable' });
    }
    expect(await filesBelow(folder)).toEqual([place(first.sha256)]);
  });
});
