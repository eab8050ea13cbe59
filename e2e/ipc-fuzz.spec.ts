import { expect } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { archiveContract } from '#contract/archive-contract';
import { preloadContract } from '#contract/preload-contract';
import { test } from './support/archive-app.ts';
import { buildHostile, hostileRequests } from './support/hostile-requests.ts';
import { openRawWindow, sendAll } from './support/raw-window.ts';
import { addHonor, loadSample } from './support/window-steps.ts';

/** `RONGDANG_FUZZ_CALLS` and `RONGDANG_FUZZ_SEED` make a longer round, or another one. */
const CALLS = Number(process.env['RONGDANG_FUZZ_CALLS'] ?? 1000);
const SEED = Number(process.env['RONGDANG_FUZZ_SEED'] ?? 20_261_130);
const AT_ONCE = 250;

const CONTRACT = { ...archiveContract, ...preloadContract };
const CHANNELS = Object.keys(CONTRACT) as (keyof typeof CONTRACT)[];

/** Every file that holds records or what people have set. */
async function fingerprint(dataFolder: string): Promise<string> {
  const hash = createHash('sha256');
  const names = await readdir(dataFolder, { recursive: true, withFileTypes: true });
  const kept = names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(dataFolder, 'profile')) && !path.endsWith('raw-preload.cjs'));
  for (const path of kept.toSorted()) hash.update(path).update(await readFile(path));
  return hash.digest('hex');
}

test(`every channel refuses ${CALLS} hostile requests, and the archive goes on`, async ({ app, page, dataFolder }) => {
  test.setTimeout(60_000 + CHANNELS.length * CALLS * 20);
  await loadSample(page);
  const sheet = await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')?.href ?? '');
  const raw = await openRawWindow(app, { folder: dataFolder, url: sheet });
  const before = await fingerprint(dataFolder);

  const startedAt = Date.now();
  const faults: string[] = [];
  for (const [index, channel] of CHANNELS.entries()) {
    const recipes = hostileRequests(CONTRACT[channel].request, CALLS, SEED + index);
    expect(recipes).toHaveLength(CALLS);
    for (let from = 0; from < recipes.length; from += AT_ONCE) {
      const some = recipes.slice(from, from + AT_ONCE);
      faults.push(...(await sendAll(raw, channel, buildHostile.toString(), some)));
    }
  }
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(
    `IPC fuzz: ${CHANNELS.length} channels, ${CALLS} hostile calls each, ${seconds} s (seed ${SEED})\n`,
  );
  expect(faults).toEqual([]);

  expect(await fingerprint(dataFolder)).toBe(before);
  const polluted = await app.electron.evaluate(() => Object.keys(Object.prototype));
  expect(polluted).toEqual([]);
  await addHonor(page, '示例荣誉');
});

test('the bridge of the page refuses the same, and knows no other channel', async ({ page }) => {
  const channels = Object.keys(archiveContract) as (keyof typeof archiveContract)[];
  for (const [index, channel] of channels.entries()) {
    const recipes = hostileRequests(archiveContract[channel].request, 30, SEED - index);
    const taken = await page.evaluate(
      `(async () => {
         const buildHostile = ${buildHostile.toString()};
         const answers = await Promise.all(${JSON.stringify(recipes)}.map(async (recipe) => {
           // What the bridge cannot copy is refused before it reaches main, by a throw.
           try {
             const answer = await window.rongdang.call(${JSON.stringify(channel)}, buildHostile(recipe));
             return [JSON.stringify(answer) + ' to ' + JSON.stringify(recipe)];
           } catch { return []; }
         }));
         return answers.flat();
       })()`,
    );
    expect(taken, channel).toEqual([]);
  }
  const strangers = [...Object.keys(preloadContract), 'no:such-channel', '__proto__', 'constructor', 'toString', ''];
  const refusals = await page.evaluate(async (names) => {
    type Call = (channel: unknown, request: unknown) => Promise<unknown>;
    const { call } = Reflect.get(window, 'rongdang') as { readonly call: Call };
    return Promise.all(names.map((name) => call(name, null).then(String, String)));
  }, strangers);
  expect(refusals).toEqual(strangers.map((name) => `Error: No such channel: ${name}`));
});

type RawInvoke = (channel: string, request: unknown) => Promise<unknown>;

test('another origin is refused on every channel', async ({ app, dataFolder, page }) => {
  await loadSample(page);
  const elsewhere = await openRawWindow(app, { folder: dataFolder, url: 'data:text/html,<title>elsewhere</title>' });
  const answers = await elsewhere.evaluate(async (channels) => {
    const invoke = Reflect.get(window, 'rawInvoke') as RawInvoke;
    return Promise.all(channels.map(async (channel) => invoke(channel, null).then(JSON.stringify, String)));
  }, CHANNELS);
  for (const [index, channel] of CHANNELS.entries()) {
    expect(answers[index]).toContain(`${channel}: refused, the sender is not the application's page.`);
  }
});

test('a frame inside the page is refused, though it is of the same origin', async ({ app, dataFolder, page }) => {
  const url = await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')?.href ?? '');
  const raw = await openRawWindow(app, { folder: dataFolder, url, framesToo: true });
  const answers = await raw.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = 'inside';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    const inner = frame.contentWindow as Window;
    const invokeOf = (from: Window) => Reflect.get(from, 'rawInvoke') as RawInvoke;
    return {
      origin: inner.origin,
      inside: await invokeOf(inner)('journal:state', null).then(JSON.stringify, String),
      top: await invokeOf(window)('journal:state', null).then(JSON.stringify, String),
    };
  });
  expect(answers.origin).toBe('app://archive');
  expect(answers.top).toContain('"status":"intact"');
  expect(answers.inside).toContain("journal:state: refused, the sender is not the application's page.");
});
