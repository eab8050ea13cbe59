import { expect } from '@playwright/test';
import { appendFile, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from './support/archive-app.ts';
import { test } from './support/data-folder.ts';
import { addHonor, goTo } from './support/window-steps.ts';

async function journalFile(dataFolder: string): Promise<string> {
  const [name = ''] = await readdir(join(dataFolder, 'journal'));
  return join(dataFolder, 'journal', name);
}

async function withHonors(dataFolder: string, titles: readonly string[]): Promise<void> {
  const app = await startApp(dataFolder);
  for (const title of titles) await addHonor(app.page, title);
  await app.close();
}

test('a torn last line is cut off, put aside and told; what it follows stays', async ({ dataFolder }) => {
  await withHonors(dataFolder, ['示例甲', '示例乙']);
  await appendFile(await journalFile(dataFolder), '{"sequence":3,"previous":"torn');
  const app = await startApp(dataFolder);
  await expect(app.page.getByText('上次有一次保存没写完')).toBeVisible();
  await expect(app.page.getByRole('link', { name: '荣誉' })).toContainText('2');
  const [aside = ''] = await readdir(join(dataFolder, 'set-aside'));
  expect(await readFile(join(dataFolder, 'set-aside', aside), 'utf8')).toBe('{"sequence":3,"previous":"torn');
  await addHonor(app.page, '示例丙');
  await app.close();
});

test('a journal that lost its end is completed from the working copy', async ({ dataFolder }) => {
  await withHonors(dataFolder, ['示例甲', '示例乙', '示例丙']);
  const file = await journalFile(dataFolder);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  await truncate(file, Buffer.byteLength(`${lines[0]}\n`));
  const app = await startApp(dataFolder);
  await expect(app.page.getByText('日志缺少最近 2 次改动，已由工作副本补全')).toBeVisible();
  await app.close();
  expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toEqual(lines);
});

test('a journal whose folder is gone is written anew from the working copy', async ({ dataFolder }) => {
  await withHonors(dataFolder, ['示例甲', '示例乙']);
  await rm(join(dataFolder, 'journal'), { recursive: true });
  const app = await startApp(dataFolder);
  await expect(app.page.getByText('已由工作副本补全')).toBeVisible();
  await addHonor(app.page, '示例丙');
  await app.close();
  expect((await readFile(await journalFile(dataFolder), 'utf8')).trimEnd().split('\n')).toHaveLength(3);
});

test('an older copy of the whole folder is caught up by the journal of now', async ({ dataFolder }) => {
  await withHonors(dataFolder, ['示例甲', '示例乙']);
  const file = await journalFile(dataFolder);
  const complete = await readFile(file);
  await truncate(file, complete.indexOf(0x0a) + 1);
  await rm(join(dataFolder, 'profile', 'IndexedDB'), { recursive: true });
  const older = await startApp(dataFolder);
  await expect(older.page.getByRole('link', { name: '荣誉' })).toContainText('1');
  await older.close();
  await writeFile(file, complete);
  const app = await startApp(dataFolder);
  await expect(app.page.getByText('已从日志补回 1 次改动')).toBeVisible();
  await expect(app.page.getByRole('link', { name: '荣誉' })).toContainText('2');
  await app.close();
});

test('damage in the middle stops everything, names the line, and changes nothing', async ({ dataFolder }) => {
  await withHonors(dataFolder, ['示例甲', '示例乙', '示例丙']);
  const file = await journalFile(dataFolder);
  const damaged = (await readFile(file, 'utf8')).replace('示例乙', '示例己');
  await writeFile(file, damaged);
  const app = await startApp(dataFolder);
  await expect(app.page.getByText('档案没有打开')).toBeVisible();
  await expect(app.page.getByText(/日志文件 .*jsonl 的第 2 行与写入时不一致/)).toBeVisible();
  await app.close();
  expect(await readFile(file, 'utf8')).toBe(damaged);
});

test('a database that lost rows is noticed by its counts and rebuilt', async ({ dataFolder }) => {
  await withHonors(dataFolder, ['示例甲', '示例乙']);
  const app = await startApp(dataFolder);
  await app.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('rongdang');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('open failed')));
    });
    const transaction = database.transaction('honors', 'readwrite');
    const [key] = await new Promise<IDBValidKey[]>((resolve) => {
      const request = transaction.objectStore('honors').getAllKeys();
      request.addEventListener('success', () => resolve(request.result));
    });
    if (key !== undefined) transaction.objectStore('honors').delete(key);
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    database.close();
  });
  await app.close();
  const again = await startApp(dataFolder);
  await expect(again.page.getByText('本机的工作副本缺少记录')).toBeVisible();
  await goTo(again.page, '#/ledger/honor');
  await expect(again.page.getByText('共 2 条')).toBeVisible();
  await again.close();
});
