import { execFileSync } from 'node:child_process';
import {
  chmod,
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openAttachmentStore } from '../attachment-store.ts';
import { openPool } from './attachment-pool.ts';
import { backupFailure } from './backup-failure.ts';
import { sampleContents, sha256Of, temporaryFolder } from './backup-fixtures.ts';
import { createBackupNotes } from './backup-notes.ts';
import { createBackupShelf } from './backup-shelf.ts';
import { isFileLimit } from './file-limit.ts';
import { openPackage } from './open-package.ts';
import { stageRestore } from './stage-restore.ts';
import { UNWATCHED, type Watch } from './watch-work.ts';
import { writePackage, type PackageContents } from './write-package.ts';
import { writePooledPackage } from './write-pooled-package.ts';

const PLAIN = { watch: UNWATCHED, seal: null };

const SCANS = ['示例扫描一', '示例扫描二', '示例扫描三'].map((text) => Buffer.from(text.repeat(2000)));
const [FIRST = '', SECOND = '', THIRD = ''] = SCANS.map(sha256Of);
const NOW = new Date('2026-11-30T09:00:00.000Z');
const later = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60_000);

let folder = '';
let place = '';
beforeEach(async () => {
  folder = await temporaryFolder();
  place = join(folder, 'place');
  await mkdir(place);
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

async function contents(attachments: readonly Buffer[] = SCANS): Promise<PackageContents> {
  const sample = await sampleContents(join(folder, 'source'), { attachments });
  return { ...sample, description: { ...sample.description, attachments: 'pooled' } };
}

async function backUp(name: string, options: { now?: Date; attachments?: readonly Buffer[]; watch?: Watch } = {}) {
  const { now = NOW, attachments = SCANS, watch = UNWATCHED } = options;
  return writePooledPackage(join(place, name), await contents(attachments), now, { watch, seal: null });
}

async function opened(path: string) {
  const found = await openPackage(path, UNWATCHED);
  await found.close();
  return found;
}

const pathOf = (sha256: string, at = place) => openPool(at).pathOf(sha256);

/** The files of the pool by their hashes, with the times that they were written at. */
async function pooled(): Promise<ReadonlyMap<string, number>> {
  const names = await readdir(openPool(place).folder, { recursive: true });
  const hashes = names.map((name) => name.split(/[/\\]/).at(-1) ?? '').filter((name) => /^[0-9a-f]{64}$/.test(name));
  return new Map(await Promise.all(hashes.map(async (sha256) => [sha256, (await stat(pathOf(sha256))).ino] as const)));
}

async function turnABit(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes[10] = (bytes[10] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'made',
    (error: unknown) => backupFailure(error).code,
  );

describe('backups that share their attachments', () => {
  test('the second copies only what is new, and both are whole', async () => {
    const first = await backUp('a.zip', { attachments: SCANS.slice(0, 2) });
    expect(first).toMatchObject({ damagedAttachments: [], pool: { copied: 2, known: 0 } });
    const before = await pooled();
    const second = await backUp('b.zip');
    expect(second.pool).toMatchObject({ copied: 1, copiedBytes: SCANS[2]?.length, known: 2 });
    const after = await pooled();
    expect([...after.keys()].toSorted()).toEqual([FIRST, SECOND, THIRD].toSorted());
    for (const [sha256, file] of before) expect(after.get(sha256)).toBe(file);
    expect(await opened(first.path)).toMatchObject({ lacking: [], attachments: { length: 2 } });
    expect(await opened(second.path)).toMatchObject({ lacking: [], attachments: { length: 3 } });
    expect((await stat(second.path)).size).toBeLessThan(SCANS[0]?.length ?? 0);
    expect((await readdir(place)).toSorted()).toEqual(['a.zip', 'b.zip', '附件']);
    expect((await readdir(join(place, '附件'))).filter((name) => name.length > 2).toSorted()).toEqual(
      ['checked.json', '说明.txt'].toSorted(),
    );
  });

  test('another program finds every attachment by the bag alone', async () => {
    const { path } = await backUp('a.zip');
    const script = `
import base64, hashlib, os, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
text = lambda name: z.read('rongdang-backup/' + name).decode('utf8')
manifest = dict(reversed(line.split('  ', 1)) for line in text('manifest-sha256.txt').splitlines())
fetched = 0
for line in text('fetch.txt').splitlines():
    url, length, name = line.split()
    assert url.startswith('ni://localhost/sha-256;'), url
    digest = base64.urlsafe_b64decode(url.split(';')[1] + '=').hex()
    data = open(os.path.join(os.path.dirname(sys.argv[1]), '附件', digest[:2], digest), 'rb').read()
    assert len(data) == int(length) and hashlib.sha256(data).hexdigest() == digest == manifest.pop(name)
    fetched += 1
for name, digest in manifest.items():
    assert hashlib.sha256(z.read('rongdang-backup/' + name)).hexdigest() == digest, name
print(fetched)`;
    expect(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' }).trim()).toBe('3');
  });

  test('cancelled in the middle there is no backup, and the next goes on with what is lacking', async () => {
    const stop = new AbortController();
    const onFiles = (done: number) => done === 1 && stop.abort();
    const watch = { signal: stop.signal, onProgress: () => undefined, onFiles };
    const many = Array.from({ length: 40 }, (_, index) => Buffer.from(`示例扫描 ${index} `.repeat(5000)));
    expect(await outcomeOf(backUp('a.zip', { attachments: many, watch }))).toBe('cancelled');
    expect(await readdir(place)).toEqual(['附件']);
    const { size } = await pooled();
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThan(many.length);
    const next = await backUp('a.zip', { attachments: many });
    expect(next.pool).toMatchObject({ known: size, copied: many.length - size });
    expect(await opened(next.path)).toMatchObject({ lacking: [] });
  });

  test('progress never goes back and ends at the whole', async () => {
    const seen: number[] = [];
    const onProgress = (done: number, total: number) => {
      expect(done).toBeLessThanOrEqual(total);
      seen.push(done);
    };
    await backUp('a.zip', { watch: { signal: new AbortController().signal, onProgress } });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  test('older packages go by turns and the attachments stay', async () => {
    const shelf = createBackupShelf(place, createBackupNotes(folder), {
      latest: 1,
      days: 1,
      weeks: 1,
      months: 1,
      years: 1,
    });
    for (const day of [0, 1, 2]) {
      const target = await shelf.nextPath(later(day), 'second-place', false);
      await writePooledPackage(target, await contents(), later(day), PLAIN);
    }
    expect(await shelf.tidy()).toHaveLength(2);
    const left = (await readdir(place)).find((name) => name.endsWith('.zip')) ?? '';
    expect(await opened(join(place, left))).toMatchObject({ lacking: [], attachments: { length: 3 } });
  });

  test('an archive without attachments has no folder for them', async () => {
    const { path } = await backUp('a.zip', { attachments: [] });
    expect(await readdir(place)).toEqual(['a.zip']);
    expect(await opened(path)).toMatchObject({ lacking: [], attachments: [] });
  });
});

describe('damage beside a package', () => {
  test('what is gone is told, and copied by the next backup', async () => {
    const { path } = await backUp('a.zip');
    await rm(pathOf(SECOND));
    expect(await opened(path)).toMatchObject({ lacking: [{ sha256: SECOND, why: 'missing' }] });
    expect((await backUp('b.zip')).pool).toMatchObject({ copied: 1, known: 2 });
    expect(await opened(path)).toMatchObject({ lacking: [] });
  });

  test('what has rotted is told by whoever reads it, and written anew by the next backup', async () => {
    const { path } = await backUp('a.zip');
    await turnABit(pathOf(SECOND));
    expect((await backUp('b.zip')).pool).toMatchObject({ copied: 0 });
    expect(await opened(path)).toMatchObject({ lacking: [{ sha256: SECOND, why: 'changed' }] });
    expect((await backUp('c.zip')).pool).toMatchObject({ copied: 1, known: 2 });
    expect(await opened(path)).toMatchObject({ lacking: [] });
  });

  test('what has rotted is found after 30 days, though nobody has read it', async () => {
    const { path } = await backUp('a.zip');
    await turnABit(pathOf(SECOND));
    expect((await backUp('b.zip', { now: later(29) })).pool).toMatchObject({ copied: 0 });
    expect((await backUp('c.zip', { now: later(30) })).pool).toMatchObject({ copied: 1 });
    expect(await opened(path)).toMatchObject({ lacking: [] });
    await turnABit(pathOf(SECOND));
    // A clock that was set back has dated the last check in the future.
    expect((await backUp('d.zip', { now: NOW })).pool).toMatchObject({ copied: 1 });
  });

  test('a package that was copied alone has its records, and what it lacks can be put beside it', async () => {
    const { path } = await backUp('a.zip');
    const alone = join(folder, 'alone');
    await mkdir(alone);
    await copyFile(path, join(alone, 'a.zip'));
    const found = await openPackage(join(alone, 'a.zip'), UNWATCHED);
    expect(found.lacking.map(({ why }) => why)).toEqual(['missing', 'missing', 'missing']);
    const root = join(folder, 'restored');
    await mkdir(root);
    await stageRestore(found, root, await openAttachmentStore(join(root, 'attachments')), UNWATCHED);
    await found.close();
    expect(await readdir(join(root, 'restoring', 'journal'))).toHaveLength(3);
    await cp(join(place, '附件'), join(alone, '附件'), { recursive: true });
    expect(await opened(join(alone, 'a.zip'))).toMatchObject({ lacking: [], attachments: { length: 3 } });
  });

  test('a stored file that has rotted never replaces the sound one beside the packages', async () => {
    await backUp('a.zip');
    const source = (await contents()).attachments.get(SECOND)?.path ?? '';
    const rotten = await contents();
    await truncate(source, 100);
    const stored = new Map(rotten.attachments).set(SECOND, { path: source, bytes: 100 });
    const made = await writePooledPackage(join(place, 'b.zip'), { ...rotten, attachments: stored }, NOW, PLAIN);
    expect(made).toMatchObject({ damagedAttachments: [], pool: { copied: 0, known: 3 } });
    expect(await opened(made.path)).toMatchObject({ lacking: [] });
  });

  test('one that has rotted before it was ever backed up is packed as it is and named', async () => {
    const rotten = await contents();
    await turnABit(rotten.attachments.get(SECOND)?.path ?? '');
    const made = await writePooledPackage(join(place, 'a.zip'), rotten, NOW, PLAIN);
    expect(made).toMatchObject({ damagedAttachments: [SECOND], pool: { copied: 2 } });
    expect(await pooled()).not.toContain(SECOND);
    expect(await opened(made.path)).toMatchObject({ lacking: [], attachments: { length: 2 } });
    expect((await stat(made.path)).size).toBeGreaterThan(SCANS[1]?.length ?? 0);
  });

  test('what is changed after the check is not restored', async () => {
    const { path } = await backUp('a.zip');
    const found = await openPackage(path, UNWATCHED);
    await turnABit(pathOf(SECOND));
    const root = join(folder, 'restored');
    await mkdir(root);
    const staged = stageRestore(found, root, await openAttachmentStore(join(root, 'attachments')), UNWATCHED);
    expect(await outcomeOf(staged)).toBe('damaged');
    await found.close();
  });
});

const LIES: readonly (readonly [name: string, lay: (path: string, other: string) => Promise<unknown>])[] = [
  ['a link to the same bytes', (path, other) => symlink(other, path)],
  ['a folder', (path) => mkdir(path)],
  ['a pipe', (path) => Promise.resolve(execFileSync('mkfifo', [path]))],
  ['an empty file', (path) => writeFile(path, '')],
  ['a longer file', (path) => writeFile(path, `${(SCANS[1] ?? Buffer.alloc(0)).toString()}more`)],
];

describe.skipIf(process.platform === 'win32')('a stranger at the pool', () => {
  test.each(LIES)('%s in the place of an attachment is not taken', async (_name, lay) => {
    const { path } = await backUp('a.zip');
    const other = join(folder, 'other');
    await rename(pathOf(SECOND), other);
    await lay(pathOf(SECOND), other);
    const { lacking, attachments } = await opened(path);
    expect(lacking.map(({ sha256 }) => sha256)).toEqual([SECOND]);
    expect(attachments).toHaveLength(2);
  });

  test.each([
    ['the pool', () => join(place, '附件')],
    ['a folder of the pool', () => dirname(pathOf(SECOND))],
  ])('a link in the place of %s is not followed, to read or to write', async (_name, which) => {
    const { path } = await backUp('a.zip');
    const elsewhere = join(folder, 'elsewhere');
    await rename(which(), elsewhere);
    await symlink(elsewhere, which());
    const { lacking } = await opened(path);
    expect(lacking).toContainEqual({ sha256: SECOND, why: 'missing' });
    const before = await readdir(elsewhere, { recursive: true });
    expect(await outcomeOf(backUp('b.zip'))).toBe('hostile');
    expect(await readdir(elsewhere, { recursive: true })).toEqual(before);
  });

  test('a file that cannot be read is told', async () => {
    const { path } = await backUp('a.zip');
    await chmod(pathOf(SECOND), 0);
    // Root reads everything.
    const why = process.getuid?.() === 0 ? [] : [{ sha256: SECOND, why: 'unreadable' }];
    expect((await opened(path)).lacking).toEqual(why);
  });
});

describe('a disk that comes and goes', () => {
  test('pulled out before and meanwhile, nothing is made in its place, and the next backup goes on', async () => {
    const away = join(folder, 'away');
    await rename(place, away);
    expect(await outcomeOf(backUp('a.zip'))).toBe('missing');
    await expect(stat(place)).rejects.toThrow('ENOENT');
    await rename(away, place);
    const many = Array.from({ length: 40 }, (_, index) => Buffer.from(`示例扫描 ${index} `.repeat(5000)));
    const pulled: Promise<void>[] = [];
    const onFiles = (done: number) => {
      if (done === 5 && pulled.length === 0) pulled.push(rename(place, away));
    };
    const watch = { signal: new AbortController().signal, onProgress: () => undefined, onFiles };
    expect(await outcomeOf(backUp('a.zip', { attachments: many, watch }))).toBe('missing');
    await Promise.all(pulled);
    await expect(stat(place)).rejects.toThrow('ENOENT');
    await rename(away, place);
    expect((await readdir(place)).filter((name) => name !== '附件')).toEqual([]);
    const next = await backUp('a.zip', { attachments: many });
    expect(next.pool.known).toBeGreaterThanOrEqual(5);
    expect(await opened(next.path)).toMatchObject({ lacking: [] });
    expect(await readdir(join(place, '附件'))).not.toContain('incoming');
  });

  test('a full disk that is none is told from one that is', () => {
    const gigabyte = 1024 ** 3;
    expect(isFileLimit(4 * gigabyte - 1, gigabyte)).toBe(true);
    expect(isFileLimit(4 * gigabyte - 1, 1000)).toBe(false);
    expect(isFileLimit(3 * gigabyte, gigabyte)).toBe(false);
  });

  /** As on a FAT32 stick: files end at a size, and the disk is not full. */
  test.skipIf(process.platform !== 'linux')(
    'where large files do not fit, it is said, and apart they fit',
    async () => {
      const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`]);
      const many = Array.from({ length: 30 }, (_, index) => Buffer.from(`示例扫描 ${index} `.repeat(20_000)));
      const whole = await contents(many);
      limit(String(3_000_000));
      try {
        const included = { ...whole, description: { ...whole.description, attachments: 'included' as const } };
        expect(await outcomeOf(writePackage(join(place, 'whole.zip'), included, UNWATCHED))).toBe('too-large');
        expect(await readdir(place)).toEqual([]);
        const made = await writePooledPackage(join(place, 'a.zip'), whole, NOW, PLAIN);
        expect(await opened(made.path)).toMatchObject({ lacking: [], attachments: { length: 30 } });
      } finally {
        limit('unlimited');
      }
    },
  );
});
