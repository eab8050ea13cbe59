import { chmod, mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyAtomically } from './attachment-copy.ts';
import { makeFile, MEGABYTE } from './attachment-fixtures.ts';
import { makeTempFolder } from './journal-fixtures.ts';
import { writeFailureCode } from './write-atomically.ts';

let root = '';
let target = '';
beforeEach(async () => {
  root = await makeTempFolder();
  target = join(root, 'wanted');
  await mkdir(target);
});
afterEach(() => rm(root, { recursive: true }));

describe('saving a copy', () => {
  it('is whole, may be written to, and replaces what was there', async () => {
    const { path, content, sha256 } = await makeFile(root, 'stored', 3 * MEGABYTE + 1);
    await chmod(path, 0o444);
    await makeFile(target, 'copy.pdf', 10);
    expect(await copyAtomically(path, join(target, 'copy.pdf'))).toEqual({ bytes: content.length, sha256 });
    expect((await readFile(join(target, 'copy.pdf'))).equals(content)).toBe(true);
    expect((await stat(join(target, 'copy.pdf'))).mode & 0o200).toBe(0o200);
    expect(await readdir(target)).toEqual(['copy.pdf']);
  });

  it('leaves nothing behind when it fails', async () => {
    const missing = await copyAtomically(join(root, 'gone'), join(target, 'copy')).catch((error: unknown) => error);
    expect(missing).toBeInstanceOf(Error);
    const { path } = await makeFile(root, 'stored', 10);
    const nowhere = await copyAtomically(path, join(target, 'no', 'copy')).catch((error: unknown) => error);
    expect(writeFailureCode(nowhere)).toBe('not-writable');
    expect(await readdir(target)).toEqual([]);
  });
});
