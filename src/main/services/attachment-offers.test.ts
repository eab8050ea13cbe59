import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesBelow, makeFile, makeStore, MEGABYTE, sha256Of } from './attachment-fixtures.ts';
import { offerFolder } from './attachment-folder.ts';
import { createOffers, LARGEST_HELD, type OfferResult } from './attachment-offers.ts';
import { createTaking } from './attachment-taking.ts';
import { makeTempFolder } from './journal-fixtures.ts';

let root = '';
beforeEach(async () => {
  root = await makeTempFolder();
});
afterEach(() => rm(root, { recursive: true }));

async function makeTaking() {
  const offers = createOffers();
  const { folder, store } = await makeStore(root);
  return { folder, store, offers, taking: createTaking(store, offers) };
}

function fileOf(offered: OfferResult) {
  if (!offered.ok) throw new Error(offered.detail);
  return offered.file;
}

describe('taking what was offered', () => {
  it('goes by a token that is used up', async () => {
    const { offers, taking } = await makeTaking();
    const { path, sha256 } = await makeFile(root, '奖状.jpg', 100);
    const { token, name, bytes, modified } = fileOf(await offers.offerPath(path));
    expect({ name, bytes }).toEqual({ name: '奖状.jpg', bytes: 100 });
    expect(modified).toBeGreaterThan(0);
    expect(await taking.take(token)).toMatchObject({ ok: true, sha256, name: '奖状.jpg' });
    expect(await taking.take(token)).toMatchObject({ ok: false, code: 'unknown-token' });
    expect(await taking.take('7d2d9b3e-0000-4000-8000-000000000000')).toMatchObject({ code: 'unknown-token' });
  });

  it('can be tried again when it failed', async () => {
    const { folder, offers, taking } = await makeTaking();
    const { path } = await makeFile(root, 'scan.jpg', 100);
    const { token } = fileOf(await offers.offerPath(path));
    await writeFile(folder, 'in the way');
    expect(await taking.take(token)).toMatchObject({ ok: false, code: 'store-not-writable' });
    await rm(folder);
    expect(await taking.take(token)).toMatchObject({ ok: true });
  });

  it('is watched and cancelled by the same token', async () => {
    const { folder, offers, taking } = await makeTaking();
    const { path } = await makeFile(root, 'scan.tif', 30 * MEGABYTE);
    const { token } = fileOf(await offers.offerPath(path));
    const result = taking.take(token);
    expect(taking.take(token)).toBe(result);
    while ((taking.progress(token)?.done ?? 0) === 0) await new Promise((next) => setImmediate(next));
    expect(taking.progress(token)?.total).toBe(30 * MEGABYTE);
    expect(taking.cancel(token)).toBe(true);
    expect(await result).toMatchObject({ ok: false, code: 'cancelled' });
    expect(taking.progress(token)).toBeNull();
    expect(taking.cancel(token)).toBe(false);
    expect(await filesBelow(folder)).toEqual([]);
  });

  it.each(['\\..\\..\\evil.exe', '../../../evil', 'C:\\Windows\\a:b*c?.jpg', '', '长'.repeat(300), '.', '\0'])(
    'never makes a path of a name: %j',
    async (name) => {
      const { folder, offers, taking } = await makeTaking();
      const content = Buffer.from(name || 'empty');
      const { token, name: told } = fileOf(offers.offerBytes(name, content));
      expect(told).toBe(name);
      expect(await taking.take(token)).toMatchObject({ ok: true, name, sha256: sha256Of(content) });
      const sha256 = sha256Of(content);
      expect(await filesBelow(root)).toEqual([join('attachments', sha256.slice(0, 2), sha256)]);
      expect(await filesBelow(folder)).toHaveLength(1);
    },
  );

  it.skipIf(process.platform === 'win32')('keeps a name that Windows would not take', async () => {
    const { offers, taking } = await makeTaking();
    const { path, sha256 } = await makeFile(root, 'a\\b:c*d?.jpg', 10);
    const { token } = fileOf(await offers.offerPath(path));
    expect(await taking.take(token)).toMatchObject({ ok: true, sha256, name: 'a\\b:c*d?.jpg' });
  });

  it('offers no folder, nothing that is missing, and no more bytes than may wait', async () => {
    const offers = createOffers();
    expect(await offers.offerPath(root)).toMatchObject({ ok: false, code: 'source-unreadable' });
    expect(await offers.offerPath(join(root, 'gone'))).toMatchObject({ ok: false, code: 'source-missing' });
    const half = new Uint8Array(LARGEST_HELD / 2);
    const first = fileOf(offers.offerBytes('a', half));
    fileOf(offers.offerBytes('b', half));
    expect(offers.offerBytes('c', new Uint8Array(1))).toMatchObject({ ok: false, code: 'too-large' });
    offers.release([first.token, first.token, 'unknown']);
    expect(offers.offerBytes('c', half)).toMatchObject({ ok: true });
    expect(offers.offerBytes('d', new Uint8Array(1))).toMatchObject({ ok: false, code: 'too-large' });
  });
});

describe('a folder of scans', () => {
  it('is offered with all below it, in order, without what is hidden or links', async () => {
    await mkdir(join(root, '2023', '省级'), { recursive: true });
    await mkdir(join(root, '.git'));
    const names = ['10.jpg', '2.jpg', '.hidden', 'Thumbs.db', '~$a.docx', '2023/a.pdf', '2023/省级/b.pdf', '.git/c'];
    await Promise.all(names.map((name) => writeFile(join(root, name), name)));
    await symlink(root, join(root, 'circle'));
    await symlink('/etc/passwd', join(root, 'passwd.jpg'));
    const { files, more, unreadable } = await offerFolder(createOffers(), root, 5000);
    expect(files.map(({ place, name }) => [place, name])).toEqual([
      ['', '2.jpg'],
      ['', '10.jpg'],
      ['2023', 'a.pdf'],
      ['2023/省级', 'b.pdf'],
    ]);
    expect({ more, unreadable }).toEqual({ more: false, unreadable: 0 });
  });

  it('is offered up to a limit', async () => {
    await mkdir(join(root, 'below'));
    const names = ['1', '2', 'below/3', 'below/4'];
    await Promise.all(names.map((name) => writeFile(join(root, name), name)));
    const offered = await offerFolder(createOffers(), root, 3);
    expect(offered.files.map(({ name }) => name)).toEqual(['1', '2', '3']);
    expect(offered.more).toBe(true);
    expect((await offerFolder(createOffers(), root, 4)).more).toBe(false);
  });
});
