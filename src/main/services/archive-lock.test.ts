import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openArchiveLock, waitAfter } from './archive-lock.ts';

const PASSPHRASE = '示例口令-甲乙丙丁';
let root = '';
let now = 0;
const open = () => openArchiveLock(root, () => now);
const file = (name: string) => join(root, name);
const isThere = (name: string) =>
  access(file(name)).then(
    () => true,
    () => false,
  );

beforeEach(async () => {
  now = 0;
  root = await mkdtemp(join(tmpdir(), 'rongdang-lock-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('a passphrase', () => {
  test('is set, asked for at the next start, changed and removed', async () => {
    const first = await open();
    expect(first.state()).toEqual({ isSet: false, isLocked: false, isDamaged: false, wasRemoved: false, waitMs: 0 });
    expect(first.lock()).toBe(false);
    expect(await first.set(null, PASSPHRASE)).toEqual({ ok: true });
    expect(first.isLocked()).toBe(false);
    expect(first.lock()).toBe(true);
    expect(first.isLocked()).toBe(true);

    const second = await open();
    expect(second.state()).toMatchObject({ isSet: true, isLocked: true });
    expect(await second.unlock(PASSPHRASE)).toEqual({ ok: true });
    expect(second.isLocked()).toBe(false);
    expect(await second.set(null, '另一个示例口令')).toMatchObject({ ok: false, code: 'wrong' });
    now += 1000;
    expect(await second.set(PASSPHRASE, '另一个示例口令')).toEqual({ ok: true });
    expect(await second.remove(PASSPHRASE)).toMatchObject({ ok: false, code: 'wrong' });
    now += 1000;
    expect(await second.remove('另一个示例口令')).toEqual({ ok: true });
    expect(await isThere('lock.json')).toBe(false);
    expect((await open()).state()).toMatchObject({ isSet: false, isLocked: false, wasRemoved: false });
  });

  test('is kept as Argon2id with a salt of its own, never as it is', async () => {
    const lock = await open();
    await lock.set(null, PASSPHRASE);
    const text = await readFile(file('lock.json'), 'utf8');
    expect(text).not.toContain(PASSPHRASE);
    const { version, passphrase } = JSON.parse(text) as { version: number; passphrase: Record<string, unknown> };
    expect(version).toBe(1);
    expect(passphrase).toMatchObject({ algorithm: 'argon2id', memory: 19_456, iterations: 2, parallelism: 1 });
    await lock.set(PASSPHRASE, PASSPHRASE);
    expect(await readFile(file('lock.json'), 'utf8')).not.toBe(text);
  });

  test('is the same whichever input method types it', async () => {
    const lock = await open();
    await lock.set(null, '口令１２３４ＡＢ');
    lock.lock();
    expect(await lock.unlock('口令1234AB')).toEqual({ ok: true });
  });
});

describe('wrong passphrases', () => {
  test('are answered ever later, up to a quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 10, 11, 5000].map(waitAfter)).toEqual([
      0, 1000, 2000, 4000, 8000, 512_000, 900_000, 900_000,
    ]);
  });

  test('hold back the right one as well, and what is tried meanwhile is not looked at', async () => {
    const lock = await open();
    await lock.set(null, PASSPHRASE);
    lock.lock();
    expect(await lock.unlock('错的')).toMatchObject({ code: 'wrong', waitMs: 1000 });
    now += 400;
    expect(await lock.unlock(PASSPHRASE)).toMatchObject({ code: 'waiting', waitMs: 600 });
    now += 600;
    expect(await lock.unlock('错的')).toMatchObject({ code: 'wrong', waitMs: 2000 });
    now += 2000;
    expect(await lock.unlock(PASSPHRASE)).toEqual({ ok: true });
    lock.lock();
    expect(await lock.unlock('错的')).toMatchObject({ code: 'wrong', waitMs: 1000 });
  });

  test('are counted over a restart, which waits the whole delay again', async () => {
    const lock = await open();
    await lock.set(null, PASSPHRASE);
    lock.lock();
    for (const wait of [1000, 2000, 4000]) {
      expect(await lock.unlock('错的')).toMatchObject({ code: 'wrong', waitMs: wait });
      now += wait;
    }
    // Another process, whose steady clock begins anew.
    now = 5;
    const again = await open();
    expect(again.state().waitMs).toBe(4000);
    now += 4000;
    expect(await again.unlock('错的')).toMatchObject({ code: 'wrong', waitMs: 8000 });
  });

  test('that are tried at once are tried one after the other', async () => {
    const lock = await open();
    await lock.set(null, PASSPHRASE);
    lock.lock();
    const answers = await Promise.all(['错一', '错二', PASSPHRASE].map((each) => lock.unlock(each)));
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code))).toEqual(['wrong', 'waiting', 'waiting']);
  });

  test('are counted before they are looked at', async () => {
    const lock = await open();
    await lock.set(null, PASSPHRASE);
    lock.lock();
    const trying = lock.unlock('错的');
    await expect.poll(() => isThere('lock-tries.json'), { interval: 1 }).toBe(true);
    expect(JSON.parse(await readFile(file('lock-tries.json'), 'utf8'))).toMatchObject({ failures: 1 });
    await trying;
  });
});

describe('the file of the lock', () => {
  test('that was taken away opens the archive and is told until somebody says that none is wanted', async () => {
    await (await open()).set(null, PASSPHRASE);
    await rm(file('lock.json'));
    expect((await open()).state()).toMatchObject({ isSet: false, isLocked: false, wasRemoved: true });
    const again = await open();
    expect(again.state().wasRemoved).toBe(true);
    expect(await again.acceptRemoval()).toEqual({ ok: true });
    expect(again.state().wasRemoved).toBe(false);
    expect((await open()).state().wasRemoved).toBe(false);
  });

  test('that was taken away is no longer told when a new passphrase is set', async () => {
    await (await open()).set(null, PASSPHRASE);
    await rm(file('lock.json'));
    const lock = await open();
    await lock.set(null, PASSPHRASE);
    expect(lock.state()).toMatchObject({ isSet: true, wasRemoved: false });
    expect((await open()).state()).toMatchObject({ isLocked: true, wasRemoved: false });
  });

  test('leaves its trace anew when that is missing', async () => {
    await (await open()).set(null, PASSPHRASE);
    await rm(file('set-aside/lock-trace.json'));
    await open();
    await rm(file('lock.json'));
    expect((await open()).state().wasRemoved).toBe(true);
  });

  test('that is damaged stays locked', async () => {
    await (await open()).set(null, PASSPHRASE);
    const good = JSON.parse(await readFile(file('lock.json'), 'utf8')) as { passphrase: object };
    const costs = { memory: 4_000_000_000, iterations: 1_000_000 };
    const damaged = [
      '',
      'null',
      '{}',
      JSON.stringify({ ...good, version: 2 }),
      JSON.stringify({ ...good, passphrase: { ...good.passphrase, ...costs } }),
      JSON.stringify({ ...good, passphrase: { ...good.passphrase, hash: '' } }),
    ];
    for (const text of damaged) {
      await writeFile(file('lock.json'), text);
      const lock = await open();
      expect(lock.state()).toMatchObject({ isSet: true, isLocked: true, isDamaged: true });
      expect(await lock.unlock(PASSPHRASE)).toMatchObject({ ok: false, code: 'damaged' });
      expect(lock.isLocked()).toBe(true);
    }
  });
});
