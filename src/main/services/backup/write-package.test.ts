import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleContents, sha256Of, temporaryFolder } from './backup-fixtures.ts';
import { openPackage } from './open-package.ts';
import { UNWATCHED } from './watch-work.ts';
import { writePackage } from './write-package.ts';

let folder = '';
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function leftBehind(): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.includes('package'));
}

test('a package is written, and says when it is read what was put into it', async () => {
  const target = join(folder, 'package.zip');
  const contents = await sampleContents(folder);
  const steps: number[] = [];
  const written = await writePackage(target, contents, {
    signal: new AbortController().signal,
    onProgress: (done, total) => steps.push(done / total),
  });
  expect(await leftBehind()).toEqual(['package.zip']);
  expect(steps.at(-1)).toBe(1);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  const opened = await openPackage(target, UNWATCHED);
  expect(opened.description).toMatchObject({ records: { honor: 1, unit: 2 }, head: { sequence: 3 } });
  expect(opened.journal.map(({ name }) => name)).toEqual(['2026-10.jsonl', '2026-11.jsonl']);
  expect(opened.attachments).toHaveLength(3);
  expect(written).toMatchObject({ bytes: opened.bytes, files: opened.payload.files, damagedAttachments: [] });
  const lines: string[] = [];
  const honors = opened.records.get('honor');
  if (honors) for await (const piece of opened.read(honors)) lines.push(Buffer.from(piece).toString('utf8'));
  expect(lines.join('')).toBe('{"id":"honor-1","title":"示例荣誉"}\n');
  await opened.close();
});

test('only the beginning of a month file goes in when the head is not its last line', async () => {
  const target = join(folder, 'package.zip');
  const contents = await sampleContents(folder);
  await writeFile(join(folder, 'journal', '2026-11.jsonl'), 'a line that came later\n', { flag: 'a' });
  await writePackage(target, contents, UNWATCHED);
  const opened = await openPackage(target, UNWATCHED);
  expect(opened.description.head.sequence).toBe(3);
  await opened.close();
});

test('an attachment that has rotted is packed as it is and named', async () => {
  const target = join(folder, 'package.zip');
  const contents = await sampleContents(folder);
  const rotten = sha256Of('the first file');
  await writeFile(contents.attachments.get(rotten)?.path ?? '', 'the first fily');
  const written = await writePackage(target, contents, UNWATCHED);
  expect(written.damagedAttachments).toEqual([rotten]);
  const opened = await openPackage(target, UNWATCHED);
  expect(opened.attachments.map(({ name }) => name)).not.toContain(rotten);
  await opened.close();
});

test('a file that is gone, a journal that does not fit and a cancelled run leave nothing behind', async () => {
  const target = join(folder, 'package.zip');
  const contents = await sampleContents(folder);
  const gone = new Map([...contents.attachments, ['a'.repeat(64), { path: join(folder, 'gone'), bytes: 5 }] as const]);
  await expect(writePackage(target, { ...contents, attachments: gone }, UNWATCHED)).rejects.toThrow('ENOENT');
  const head = { sequence: 2, hash: 'b'.repeat(64) };
  const behind = { ...contents, description: { ...contents.description, head } };
  await expect(writePackage(target, behind, UNWATCHED)).rejects.toMatchObject({ code: 'damaged' });
  const stop = new AbortController();
  const cancelled = writePackage(target, contents, { signal: stop.signal, onProgress: () => stop.abort() });
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  expect(await leftBehind()).toEqual([]);
});

test('a target that is there already stays until the new one is whole', async () => {
  const target = join(folder, 'package.zip');
  await writeFile(target, 'an older package');
  const contents = await sampleContents(folder);
  const gone = new Map([['a'.repeat(64), { path: join(folder, 'gone'), bytes: 5 }]]);
  await expect(writePackage(target, { ...contents, attachments: gone }, UNWATCHED)).rejects.toThrow('ENOENT');
  expect(await readFile(target, 'utf8')).toBe('an older package');
});

test('other programs read it: Python finds it whole and the manifest true', async () => {
  const target = join(folder, 'package.zip');
  await writePackage(target, await sampleContents(folder), UNWATCHED);
  const script = `
import hashlib, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
base = 'rongdang-backup/'
for tags in ('manifest-sha256.txt', 'tagmanifest-sha256.txt'):
    for line in z.read(base + tags).decode('utf8').splitlines():
        digest, path = line.split('  ', 1)
        assert hashlib.sha256(z.read(base + path)).hexdigest() == digest, path
print(len(z.namelist()))`;
  const names = Number(execFileSync('python3', ['-c', script, target], { encoding: 'utf8' }));
  expect(names).toBe(16);
});
