import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openArchiveLock, waitAfter, type Wanted } from './archive-lock.ts';

const PASSPHRASE = '示例口令-甲乙丙丁';
let root = '';
let now = 0;
const open = () => openArchiveLock(root, () => now);
const file = (name: string) => join(root, name);
/** A passphrase that only locks the window. */
const locks = (passphrase: string): Wanted => ({ passphrase, encrypts: false });
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
    expect(first.state()).toEqual({
      isSet: false,
      isLocked: false,
      isDamaged: false,
      wasRemoved: false,
      isSealed: false,
      waitMs: 0,
    });
    expect(first.lock()).toBe(false);
    expect(await first.set(null, locks(PASSPHRASE))).toEqual({ ok: true });
    expect(first.isLocked()).toBe(false);
    expect(first.lock()).toBe(true);
    expect(first.isLocked()).toBe(true);

    const second = await open();
    expect(second.state()).toMatchObject({ isSet: true, isLocked: true });
    expect(await second.unlock(PASSPHRASE)).toEqual({ ok: true });
    expect(second.isLocked()).toBe(false);
    expect(await second.set(null, locks('另一个示例口令'))).toMatchObject({ ok: false, code: 'wrong' });
    now += 1000;
    expect(await second.set(PASSPHRASE, locks('另一个示例口令'))).toEqual({ ok: true });
    expect(await second.remove(PASSPHRASE)).toMatchObject({ ok: false, code: 'wrong' });
    now += 1000;
    expect(await second.remove('另一个示例口令')).toEqual({ ok: true });
    expect(await isThere('lock.json')).toBe(false);
    expect((await open()).state()).toMatchObject({ isSet: false, isLocked: false, wasRemoved: false });
  });

  test('is kept as Argon2id with a salt of its own, never as it is', async () => {
    const lock = await open();
    await lock.set(null, locks(PASSPHRASE));
    const text = await readFile(file('lock.json'), 'utf8');
    expect(text).not.toContain(PASSPHRASE);
    const { version, passphrase } = JSON.parse(text) as { version: number; passphrase: Record<string, unknown> };
    expect(version).toBe(1);
    expect(passphrase).toMatchObject({ algorithm: 'argon2id', memory: 19_456, iterations: 2, parallelism: 1 });
    await lock.set(PASSPHRASE, locks(PASSPHRASE));
    expect(await readFile(file('lock.json'), 'utf8')).not.toBe(text);
  });

  test('is the same whichever input method types it', async () => {
    const lock = await open();
    await lock.set(null, locks('口令１２３４ＡＢ'));
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
    await lock.set(null, locks(PASSPHRASE));
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
    await lock.set(null, locks(PASSPHRASE));
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
    await lock.set(null, locks(PASSPHRASE));
    lock.lock();
    const answers = await Promise.all(['错一', '错二', PASSPHRASE].map((each) => lock.unlock(each)));
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code))).toEqual(['wrong', 'waiting', 'waiting']);
  });

  test('are counted before they are looked at', async () => {
    const lock = await open();
    await lock.set(null, locks(PASSPHRASE));
    lock.lock();
    const trying = lock.unlock('错的');
    await expect.poll(() => isThere('lock-tries.json'), { interval: 1 }).toBe(true);
    expect(JSON.parse(await readFile(file('lock-tries.json'), 'utf8'))).toMatchObject({ failures: 1 });
    await trying;
  });
});

describe('the file of the lock', () => {
  test('that was taken away opens the archive and is told until somebody says that none is wanted', async () => {
    await (await open()).set(null, locks(PASSPHRASE));
    await rm(file('lock.json'));
    expect((await open()).state()).toMatchObject({ isSet: false, isLocked: false, wasRemoved: true });
    const again = await open();
    expect(again.state().wasRemoved).toBe(true);
    expect(await again.acceptRemoval()).toEqual({ ok: true });
    expect(again.state().wasRemoved).toBe(false);
    expect((await open()).state().wasRemoved).toBe(false);
  });

  test('that was taken away is no longer told when a new passphrase is set', async () => {
    await (await open()).set(null, locks(PASSPHRASE));
    await rm(file('lock.json'));
    const lock = await open();
    await lock.set(null, locks(PASSPHRASE));
    expect(lock.state()).toMatchObject({ isSet: true, wasRemoved: false });
    expect((await open()).state()).toMatchObject({ isLocked: true, wasRemoved: false });
  });

  test('leaves its trace anew when that is missing', async () => {
    await (await open()).set(null, locks(PASSPHRASE));
    await rm(file('set-aside/lock-trace.json'));
    await open();
    await rm(file('lock.json'));
    expect((await open()).state().wasRemoved).toBe(true);
  });

  test('that is damaged stays locked', async () => {
    await (await open()).set(null, locks(PASSPHRASE));
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

describe('a passphrase that encrypts', () => {
  const seals = (passphrase: string): Wanted => ({ passphrase, encrypts: true });
  beforeEach(() => mkdir(join(root, 'journal')));

  test('gives back the same key at each start, and after it was changed', async () => {
    const first = await open();
    expect(first.seal()).toBeNull();
    expect(await first.set(null, seals(PASSPHRASE))).toEqual({ ok: true });
    const key = first.seal()?.key.toString('hex');
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(first.state()).toMatchObject({ isSet: true, isSealed: true });

    const second = await open();
    expect(second.state()).toMatchObject({ isSet: true, isLocked: true, isSealed: true });
    expect(second.seal()).toBeNull();
    expect(await second.unlock('错的')).toMatchObject({ ok: false, code: 'wrong' });
    expect(second.seal()).toBeNull();
    now += 1000;
    expect(await second.unlock(PASSPHRASE)).toEqual({ ok: true });
    expect(second.seal()?.key.toString('hex')).toBe(key);
    expect(await second.set(PASSPHRASE, seals('另一个示例口令'))).toEqual({ ok: true });

    const third = await open();
    expect(await third.unlock(PASSPHRASE)).toMatchObject({ ok: false, code: 'wrong' });
    now += 1000;
    expect(await third.unlock('另一个示例口令')).toEqual({ ok: true });
    expect(third.seal()?.key.toString('hex')).toBe(key);
  });

  test('stays shut when either file of it is taken away, damaged, or replaced by one that locks only', async () => {
    await (await open()).set(null, seals(PASSPHRASE));
    const whole = await readFile(file('lock.json'), 'utf8');
    const other = await mkdtemp(join(tmpdir(), 'rongdang-lock-'));
    await (await openArchiveLock(other, () => now)).set(null, locks('别人的示例口令'));
    const locking = await readFile(join(other, 'lock.json'), 'utf8');
    await rm(other, { recursive: true });
    for (const text of [null, '', whole.slice(0, 200), locking]) {
      if (text === null) await rm(file('lock.json'));
      else await writeFile(file('lock.json'), text);
      const lock = await open();
      expect(lock.state()).toMatchObject({ isLocked: true, isSealed: true, isDamaged: false });
      expect(await lock.unlock('别人的示例口令')).toMatchObject({ ok: false, code: 'wrong' });
      now += 1000;
      expect(await lock.unlock(PASSPHRASE)).toEqual({ ok: true });
      expect(lock.seal()).not.toBeNull();
    }
    await writeFile(file('lock.json'), whole);
    await rm(file('journal/key.json'));
    const lock = await open();
    expect(await lock.unlock(PASSPHRASE)).toEqual({ ok: true });
    expect(lock.seal()).not.toBeNull();
  });

  test('that was changed in one of its files only opens with either', async () => {
    await (await open()).set(null, seals(PASSPHRASE));
    const before = await readFile(file('lock.json'), 'utf8');
    const lock = await open();
    await lock.unlock(PASSPHRASE);
    const key = lock.seal()?.key.toString('hex');
    await lock.set(PASSPHRASE, seals('另一个示例口令'));
    await writeFile(file('lock.json'), before);
    for (const passphrase of [PASSPHRASE, '另一个示例口令']) {
      const again = await open();
      expect(await again.unlock(passphrase)).toEqual({ ok: true });
      expect(again.seal()?.key.toString('hex')).toBe(key);
    }
  });

  test('keeps its key until nothing is encrypted any more, over a restart too', async () => {
    const first = await open();
    await first.set(null, seals(PASSPHRASE));
    expect(await first.remove(PASSPHRASE)).toEqual({ ok: true });
    expect(first.isEnding()).toBe(true);

    const second = await open();
    expect(second.isLocked()).toBe(true);
    expect(second.isEnding()).toBe(true);
    await second.unlock(PASSPHRASE);
    expect(second.seal()).not.toBeNull();
    await second.endSealing();
    expect(second.state()).toMatchObject({ isSet: false, isSealed: false });
    expect([await isThere('lock.json'), await isThere('journal/key.json')]).toEqual([false, false]);
    expect((await open()).state()).toMatchObject({ isSet: false, wasRemoved: false });
  });

  test('becomes one that only locks', async () => {
    const lock = await open();
    await lock.set(null, seals(PASSPHRASE));
    expect(await lock.set(PASSPHRASE, locks('另一个示例口令'))).toEqual({ ok: true });
    expect(lock.isEnding()).toBe(true);
    await lock.endSealing();
    const again = await open();
    expect(again.state()).toMatchObject({ isSet: true, isSealed: false });
    expect(await again.unlock('另一个示例口令')).toEqual({ ok: true });
    expect(again.seal()).toBeNull();
  });
});
