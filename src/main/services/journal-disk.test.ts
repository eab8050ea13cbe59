import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  appendAll,
  fill,
  headOf,
  makeBench,
  makeTempFolder,
  readLines,
  readTexts,
  type Bench,
} from './journal-fixtures.ts';

const MEGABYTE = 1024 * 1024;
const isRoot = process.getuid?.() === 0;
const isPosix = process.platform !== 'win32';
const cannotMount = whyNoSmallDisk();

/** Tries what the tests need, so that they are left out only where the system really refuses it. */
function whyNoSmallDisk(): string | null {
  const probe = mkdtempSync(join(tmpdir(), 'rongdang-mount-probe-'));
  try {
    mountSmallDisk(probe);
    unmount(probe);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

function mountSmallDisk(folder: string): void {
  run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder);
}

/** Lazily: a test that failed must not leave a disk behind that is in use. */
function unmount(folder: string): void {
  run('umount', '-l', folder);
}

function run(program: string, ...words: readonly string[]): void {
  execFileSync(program, words, { stdio: 'pipe' });
}

let root = '';
beforeEach(async () => {
  root = await makeTempFolder();
});
afterEach(() => rm(root, { recursive: true, maxRetries: 5 }));

describe.skipIf(cannotMount !== null)(`a disk of 64 KB (${cannotMount ?? 'mounted'})`, () => {
  let disk = '';
  let bench: Bench;
  beforeEach(async () => {
    disk = join(root, 'disk');
    mkdirSync(disk);
    mountSmallDisk(disk);
    bench = await makeBench(disk);
  });
  afterEach(() => unmount(disk));

  it('never has half a line on it, and takes the line when there is room again', async () => {
    const filler = join(disk, 'filler');
    await writeFile(filler, Buffer.alloc(40 * 1024));
    await fill(bench, ['{"n":1}', '{"n":2}']);
    const before = await bench.bytes();
    const text = JSON.stringify({ text: 'x'.repeat(30 * 1024) });
    const journal = await bench.open();
    expect(await journal.append(headOf(journal), text)).toMatchObject({ ok: false, code: 'no-space' });
    expect(await bench.bytes()).toEqual(before);
    expect(headOf(journal).sequence).toBe(2);
    expect(await readTexts(await bench.open())).toEqual(['{"n":1}', '{"n":2}']);

    await rm(filler);
    await appendAll(journal, [text, '{"n":4}']);
    await journal.close();
    const again = await bench.open();
    expect(again.status()).toMatchObject({ status: 'intact', head: { sequence: 4 }, tornTail: null });
    expect(await readTexts(again)).toEqual(['{"n":1}', '{"n":2}', text, '{"n":4}']);
  });

  it('still takes a short line after a long one failed', async () => {
    const journal = await bench.open();
    await appendAll(journal, ['{"n":1}']);
    const tooLong = JSON.stringify({ text: 'x'.repeat(MEGABYTE) });
    expect(await journal.append(headOf(journal), tooLong)).toMatchObject({ ok: false, code: 'no-space' });
    await appendAll(journal, ['{"n":2}']);
    expect(await readTexts(await bench.open())).toEqual(['{"n":1}', '{"n":2}']);
  });

  it('keeps the months before when the first line of a month does not fit', async () => {
    await fill(bench, ['{"n":1}'], '2026-10');
    const journal = await bench.open('2026-11');
    const tooLong = JSON.stringify({ text: 'x'.repeat(MEGABYTE) });
    expect(await journal.append(headOf(journal), tooLong)).toMatchObject({ ok: false, code: 'no-space' });
    expect(await readTexts(await bench.open())).toEqual(['{"n":1}']);
    await appendAll(journal, ['{"n":2}']);
    expect(await readLines(bench.file('2026-11'))).toHaveLength(1);
  });
});

describe.skipIf(!isPosix || isRoot)('a folder that may only be read (root may write everywhere)', () => {
  it('is not written, and what is in it can be read', async () => {
    const bench = await makeBench(root);
    await fill(bench, ['{"n":1}'], '2026-10');
    await chmod(bench.folder, 0o500);
    const journal = await bench.open('2026-11');
    const answer = await journal.append(headOf(journal), '{}');
    await chmod(bench.folder, 0o700);
    expect(answer).toMatchObject({ ok: false, code: 'not-writable' });
    expect(await readTexts(journal)).toEqual(['{"n":1}']);
  });
});

describe('a place that cannot be written', () => {
  it('is said to be so, and is written once it can be', async () => {
    const bench = await makeBench(root);
    await mkdir(bench.file());
    const journal = await bench.open();
    expect(await journal.append(headOf(journal), '{}')).toMatchObject({ ok: false, code: 'not-writable' });
    await rm(bench.file(), { recursive: true });
    await appendAll(journal, ['{}']);
    expect(await readTexts(await bench.open())).toEqual(['{}']);
  });
});
