import { expect, type Page } from '@playwright/test';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ArchiveBridge, Channel, RequestOf, ResponseOf } from '#contract/archive-contract';
import { whyNoMemoryDisk } from '../faults/memory-disk.mjs';
import { LARGEST_PART } from '#contract/file-contract';
import { test as appTest } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { openSecond } from './support/second-window.ts';
import { test as diskTest } from './support/small-disk.ts';
import { answerSaveDialog } from './support/window-steps.ts';

/** Calls main from the page, as the page itself does; a request of a part says how many bytes it has. */
function call<C extends Channel>(page: Page, channel: C, request: object): Promise<ResponseOf<C>> {
  const asked: { readonly channel: Channel } = { channel, ...request };
  return page.evaluate(async ({ channel: name, ...rest }) => {
    const bridge = Reflect.get(window, 'rongdang') as ArchiveBridge;
    const full = 'bytes' in rest ? { ...rest, bytes: new Uint8Array(Number(rest.bytes)).fill(7) } : rest;
    return bridge.call(name, full as unknown as RequestOf<Channel>);
  }, asked) as Promise<ResponseOf<C>>;
}

const STRANGE = { ok: false, code: 'failed', detail: expect.stringContaining('No file is being written') as unknown };

async function begin(page: Page): Promise<string> {
  const begun = await call(page, 'file:begin', { suggestedName: '示例.docx', type: 'docx' });
  if (!begun.ok) throw new Error(begun.detail);
  return begun.token;
}

appTest('a file in parts is there as a whole or not at all', async ({ app, page, dataFolder }) => {
  const folder = join(dataFolder, 'out');
  await mkdir(folder);
  const path = join(folder, '示例.docx');
  await writeFile(path, 'old');
  await answerSaveDialog(app, path);

  const token = await begin(page);
  await call(page, 'file:append', { token, bytes: LARGEST_PART });
  await call(page, 'file:append', { token, bytes: 5 });
  expect(await readFile(path, 'utf8')).toBe('old');
  const tooMuch = await call(page, 'file:append', { token, bytes: LARGEST_PART + 1 }).catch(String);
  expect(tooMuch).toContain('refused');
  expect(await call(page, 'file:keep', { token })).toEqual({ ok: true, path, bytes: LARGEST_PART + 5 });
  expect((await readFile(path)).every((byte) => byte === 7)).toBe(true);
  expect(await call(page, 'file:keep', { token })).toEqual(STRANGE);

  await writeFile(path, 'old');
  const given = await begin(page);
  await call(page, 'file:append', { token: given, bytes: 5 });
  await call(page, 'file:discard', { token: given });
  expect(await readdir(folder)).toEqual(['示例.docx']);
  expect(await readFile(path, 'utf8')).toBe('old');
});

appTest('what a page has begun goes with it, and is no other window’s', async ({ app, page, dataFolder }) => {
  const folder = join(dataFolder, 'out');
  await mkdir(folder);
  await answerSaveDialog(app, join(folder, '示例.docx'));
  const token = await begin(page);
  await call(page, 'file:append', { token, bytes: 5 });
  const second = await openSecond(app);
  expect(await call(second, 'file:append', { token, bytes: 5 })).toEqual(STRANGE);
  const itsOwn = await begin(second);
  expect(await readdir(folder)).toHaveLength(2);
  await page.reload();
  await expect.poll(() => readdir(folder)).toHaveLength(1);
  expect(await call(second, 'file:append', { token: itsOwn, bytes: 5 })).toEqual({ ok: true });
  await second.close();
  await expect.poll(() => readdir(folder)).toEqual([]);
});

appTest(
  'a place that cannot be written to is told before anything is handed over',
  async ({ app, page, dataFolder }) => {
    await answerSaveDialog(app, join(dataFolder, 'nowhere', '示例.docx'));
    const begun = await call(page, 'file:begin', { suggestedName: '示例.docx', type: 'docx' });
    expect(begun).toMatchObject({ ok: false, code: 'not-writable' });
  },
);

const cannotMount = whyNoMemoryDisk();

diskTest(
  'a document that does not fit on the disk leaves the old file, and nothing else',
  async ({ dataFolder, disk }) => {
    diskTest.skip(cannotMount !== null, `no small disk can be mounted: ${cannotMount ?? ''}`);
    diskTest.setTimeout(120_000);
    const folder = dirname(disk.data);
    const out = join(folder, '年鉴.docx');
    await writeFile(out, 'old');
    const makeRoom = disk.fill();
    const words = ['export', 'yearbook', '--year', '2023', '--out', out, '--data', join(dataFolder, 'data'), '--json'];
    const full = await runCommand(words);
    expect(full.exitCode).toBe(2);
    expect(full.json).toMatchObject({ ok: false, error: { code: 'no-space', where: '--out' } });
    expect(await readFile(out, 'utf8')).toBe('old');
    expect((await readdir(folder)).toSorted()).toEqual(['filler', '年鉴.docx']);
    makeRoom();
    expect((await runCommand(words)).json).toMatchObject({ ok: true, entries: 0 });
    expect(await readdir(folder)).toEqual(['年鉴.docx']);
  },
);
