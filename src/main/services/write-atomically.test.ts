import { chmod, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTempFolder } from './journal-fixtures.ts';
import {
  createAtomically,
  errorCode,
  openPartial,
  replaceFast,
  whileHeld,
  writeAtomically,
  writeFailureCode,
} from './write-atomically.ts';

let root = '';
beforeEach(async () => {
  root = await makeTempFolder();
});
afterEach(() => rm(root, { recursive: true }));

describe('writing atomically', () => {
  it('makes a new file and replaces an old one as a whole', async () => {
    const path = join(root, 'settings.json');
    await writeAtomically(path, 'a long content that is there first');
    await writeAtomically(path, '短');
    expect(await readFile(path, 'utf8')).toBe('短');
    await writeAtomically(path, Uint8Array.of(0, 255, 10));
    expect([...(await readFile(path))]).toEqual([0, 255, 10]);
    expect(await readdir(root)).toEqual(['settings.json']);
  });

  it('can be done many times at once: one of the contents is there, whole', async () => {
    const path = join(root, 'window.json');
    const contents = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000));
    await Promise.all(contents.map((content) => writeAtomically(path, content)));
    expect(contents).toContain(await readFile(path, 'utf8'));
    expect(await readdir(root)).toEqual(['window.json']);
  });

  it('works with names as long as the file system allows', async () => {
    const name = `${'菏泽市模范机关建设年鉴'.repeat(7)}第一.docx`;
    expect(Buffer.byteLength(name)).toBeGreaterThan(240);
    await writeAtomically(join(root, name), 'x');
    expect(await readdir(root)).toEqual([name]);
  });

  it('leaves a folder alone that has the name of the file, and nothing beside it', async () => {
    const path = join(root, 'folder');
    await mkdir(path);
    const failure = await writeAtomically(path, 'x').catch((error: unknown) => error);
    expect(['not-writable', 'in-use']).toContain(writeFailureCode(failure));
    expect(await readdir(root)).toEqual(['folder']);
    expect((await stat(path)).isDirectory()).toBe(true);
  });

  it('fails where there is no folder, or a file in its place', async () => {
    const file = join(root, 'a-file');
    await writeFile(file, 'x');
    for (const [parent, code] of [
      [join(root, 'nowhere'), 'ENOENT'],
      [file, process.platform === 'win32' ? 'ENOENT' : 'ENOTDIR'],
    ] as const) {
      const failure = await writeAtomically(join(parent, 'settings.json'), 'x').catch((error: unknown) => error);
      expect(errorCode(failure)).toBe(code);
      expect(writeFailureCode(failure)).toBe('not-writable');
    }
    expect(await readdir(root)).toEqual(['a-file']);
    expect(await readFile(file, 'utf8')).toBe('x');
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'keeps the old content in a folder that may only be read (root may write everywhere)',
    async () => {
      const path = join(root, 'settings.json');
      await writeAtomically(path, 'old');
      await chmod(root, 0o500);
      const failure = await writeAtomically(path, 'new').catch((error: unknown) => error);
      await chmod(root, 0o700);
      expect(writeFailureCode(failure)).toBe('not-writable');
      expect(await readFile(path, 'utf8')).toBe('old');
      expect(await readdir(root)).toEqual(['settings.json']);
    },
  );

  it('keeps the old content when the new one cannot be written', async () => {
    const path = join(root, 'settings.json');
    await writeAtomically(path, 'old');
    const unwritable = {} as Uint8Array;
    await expect(writeAtomically(path, unwritable)).rejects.toThrow(TypeError);
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(root)).toEqual(['settings.json']);
  });
});

describe('creating atomically', () => {
  it('makes a file and leaves one that is there alone', async () => {
    const path = join(root, 'archive.json');
    await createAtomically(path, 'first');
    await createAtomically(path, 'second');
    expect(await readFile(path, 'utf8')).toBe('first');
    expect(await readdir(root)).toEqual(['archive.json']);
  });
});

describe('the reason of a failure', () => {
  it.each([
    ['ENOSPC', 'no-space'],
    ['EDQUOT', 'no-space'],
    ['EACCES', 'not-writable'],
    ['EROFS', 'not-writable'],
    ['EBUSY', 'in-use'],
    ['EPERM', 'in-use'],
    ['EIO', 'failed'],
  ])('%s is told as %s', (code, told) => {
    expect(writeFailureCode(Object.assign(new Error(code), { code }))).toBe(told);
  });

  it('is unknown for what is no error of the operating system', () => {
    expect(writeFailureCode(new Error('no code'))).toBe('failed');
    expect(writeFailureCode('text')).toBe('failed');
    expect(writeFailureCode(undefined)).toBe('failed');
  });
});

describe('a file that another program holds for a moment', () => {
  const held = (code: string) => Object.assign(new Error(code), { code });
  /** Fails so often with a code, then answers how often it was asked. */
  function heldFor(failures: number, code: string) {
    let calls = 0;
    const work = () => {
      calls += 1;
      return calls > failures ? Promise.resolve('done') : Promise.reject(held(code));
    };
    return { work, calls: () => calls };
  }

  it.each(['EPERM', 'EBUSY', 'EACCES'])('is tried again on Windows when the answer is %s', async (code) => {
    const { work, calls } = heldFor(3, code);
    expect(await whileHeld(work, true)).toBe('done');
    expect(calls()).toBe(4);
  });

  it('is given up after seven attempts', async () => {
    const { work, calls } = heldFor(100, 'EBUSY');
    await expect(whileHeld(work, true)).rejects.toMatchObject({ code: 'EBUSY' });
    expect(calls()).toBe(7);
  });

  it('is tried once elsewhere, and once when the error is another one', async () => {
    const [elsewhere, full] = [heldFor(1, 'EACCES'), heldFor(1, 'ENOSPC')];
    await expect(whileHeld(elsewhere.work, false)).rejects.toMatchObject({ code: 'EACCES' });
    await expect(whileHeld(full.work, true)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect([elsewhere.calls(), full.calls()]).toEqual([1, 1]);
  });
});

it('replaces fast, leaving nothing beside the file', async () => {
  const path = join(root, 'head.json');
  await replaceFast(path, 'old');
  await replaceFast(path, 'new');
  expect(await readFile(path, 'utf8')).toBe('new');
  expect(await readdir(root)).toEqual(['head.json']);
});

describe('a file in parts', () => {
  it('takes its place as a whole, its parts in the order of the calls', async () => {
    const path = join(root, '年鉴.docx');
    await writeFile(path, 'old');
    const partial = await openPartial(path);
    await Promise.all(Array.from({ length: 50 }, (_, index) => partial.append(`${index} `)));
    expect(await readFile(path, 'utf8')).toBe('old');
    await partial.keep();
    await partial.discard();
    expect(await readFile(path, 'utf8')).toBe(Array.from({ length: 50 }, (_, index) => `${index} `).join(''));
    expect(await readdir(root)).toEqual(['年鉴.docx']);
  });

  it('leaves nothing when it is given up, also at once', async () => {
    const path = join(root, '年鉴.docx');
    const [given, abandoned] = [await openPartial(path), await openPartial(path)];
    await Promise.all([given, abandoned].map((partial) => partial.append('x')));
    expect(await readdir(root)).toHaveLength(2);
    abandoned.abandon();
    await given.discard();
    expect(await readdir(root)).toEqual([]);
    await abandoned.discard();
  });

  it('is not kept when one of its parts failed', async () => {
    const partial = await openPartial(join(root, '年鉴.docx'));
    await expect(partial.append({} as Uint8Array)).rejects.toThrow(TypeError);
    await expect(partial.keep()).rejects.toThrow(TypeError);
    await partial.discard();
    expect(await readdir(root)).toEqual([]);
  });
});
