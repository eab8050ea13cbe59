import { expect, type Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { test } from './support/data-folder.ts';
import { addHonor } from './support/window-steps.ts';

/** The search index between two starts: stored, kept in step, and made anew when it does not fit. */
test.describe.configure({ timeout: 180_000 });

async function addByCommand(dataFolder: string, title: string): Promise<void> {
  const file = join(dataFolder, '..', `${title}.json`);
  await writeFile(file, JSON.stringify({ title, date: '2023年5月' }));
  const added = await runCommand(['add', '--kind', 'honor', '--file', file, '--data', dataFolder]);
  expect(added.exitCode, added.stderr).toBe(0);
}

async function find(dataFolder: string, text: string, ...options: string[]): Promise<number> {
  const found = await runCommand(['search', text, ...options, '--data', dataFolder, '--json']);
  expect(found.exitCode, found.stderr).toBe(0);
  return found.json['total'] as number;
}

async function searchInWindow(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.keyboard.insertText(text);
}

/**
 * Has the stored index be what a disk can do to it, one byte in its middle being another, or what versions before 2 of its
 * database stored: an array of buffers, not a Blob. Answers how many bytes it has.
 */
function spoilIndex(page: Page, how: 'byte' | 'version-1'): Promise<number> {
  return page.evaluate(async (wanted) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('No stored index.')));
      });
    const stored = await done(indexedDB.open('rongdang-search'));
    const row = (await done(stored.transaction('indexes').objectStore('indexes').get('index'))) as {
      saved: { header: { bytes: number[] }; buffers: Blob };
    };
    const { header, buffers } = row.saved;
    const bytes = await buffers.arrayBuffer();
    stored.close();
    if (wanted === 'version-1') await done(indexedDB.deleteDatabase('rongdang-search'));
    const opening = indexedDB.open('rongdang-search', wanted === 'version-1' ? 10 : undefined);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('indexes', { keyPath: 'key' }));
    const spoiled = await done(opening);
    const middle = Math.floor(bytes.byteLength / 2);
    const flipped = new Uint8Array(bytes.slice(0));
    flipped[middle] = (flipped[middle] ?? 0) ^ 1;
    let end = 0;
    const apart = header.bytes.map((length) => bytes.slice(end, (end += length)));
    const saved = { header, buffers: wanted === 'version-1' ? apart : new Blob([flipped]) };
    await done(
      spoiled
        .transaction('indexes', 'readwrite')
        .objectStore('indexes')
        .put({ ...row, saved }),
    );
    spoiled.close();
    return bytes.byteLength;
  }, how);
}

/** An archive of one honour, whose stored index has been spoilt behind the program's back. */
async function keepSpoiltIndex(dataFolder: string, how: 'byte' | 'version-1'): Promise<void> {
  await addByCommand(dataFolder, '示例荣誉甲');
  expect(await find(dataFolder, '示例荣誉甲')).toBe(1);
  const app = await startApp(dataFolder);
  expect(await spoilIndex(app.page, how)).toBeGreaterThan(10);
  await app.close();
}

test('what was saved since the index was stored is found, by a command and in the window', async ({ dataFolder }) => {
  await addByCommand(dataFolder, '示例荣誉甲');
  expect(await find(dataFolder, '示例荣誉')).toBe(1);
  await addByCommand(dataFolder, '示例荣誉乙');
  expect(await find(dataFolder, '示例荣誉')).toBe(2);

  const app = await startApp(dataFolder);
  await addHonor(app.page, '示例荣誉丙');
  await searchInWindow(app.page, '示例荣誉');
  await expect(app.page.locator('[data-search-hit]')).toHaveCount(3);
  await app.close();
  expect(await find(dataFolder, '示例荣誉 -乙')).toBe(2);
});

test('a stored index that was damaged is not believed, and made anew', async ({ dataFolder }) => {
  await keepSpoiltIndex(dataFolder, 'byte');

  const second = await startApp(dataFolder);
  await searchInWindow(second.page, '荣誉甲');
  await expect(second.page.locator('[data-search-hit]')).toHaveCount(1);
  await second.close();
  expect(await find(dataFolder, '荣誉甲')).toBe(1);
});

test('an index that an earlier version has stored is made anew', async ({ dataFolder }) => {
  await keepSpoiltIndex(dataFolder, 'version-1');

  expect(await find(dataFolder, '示例荣誉甲')).toBe(1);
  const second = await startApp(dataFolder);
  const version = await second.page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return databases.find(({ name }) => name === 'rongdang-search')?.version;
  });
  expect(version).toBe(20);
  await second.close();
});

test('the command takes the whole language, line by line too, and tells what it read', async ({ dataFolder }) => {
  const data = ['--data', dataFolder, '--json'];
  await runCommand(['sample', ...data]);
  expect(await find(dataFolder, '类型:活动')).toBe(32);
  expect(await find(dataFolder, '级别:国家级')).toBe(2);
  expect(await find(dataFolder, '类型:活动 或 类型:荣誉')).toBe(34);
  expect(await find(dataFolder, '菏泽 类型:方案 -类型:方案')).toBe(0);

  const explained = await runCommand(['search', '水务 年:20', '--explain', '--facets', ...data]);
  expect(explained.json).toMatchObject({ ok: true, problems: [{ code: 'unreadable-year' }] });
  expect(explained.json['facets']).toMatchObject({ kinds: expect.any(Array) });

  const file = join(dataFolder, '..', 'queries.txt');
  await writeFile(file, '水务\n\n"没有这句话"\n(\n');
  const many = await runCommand(['search', '--from', file, '--limit', '1', ...data]);
  const answers = many.json['answers'] as readonly { readonly query: string; readonly total: number }[];
  expect(answers.map(({ query }) => query)).toEqual(['水务', '"没有这句话"', '(']);
  expect(answers.map(({ total }) => total > 0)).toEqual([true, false, expect.any(Boolean)]);

  const again = await runCommand(['reindex', ...data]);
  expect(again.json).toMatchObject({ ok: true, documents: 53, kept: true });
  expect((await runCommand(['search', '水务', '--from', file, ...data])).exitCode).toBe(2);
});
