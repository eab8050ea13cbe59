import { expect } from '@playwright/test';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from './support/archive-app.ts';
import { runCommand } from './support/command-line.ts';
import { whyNoMemoryDisk } from '../faults/memory-disk.mjs';
import { test } from './support/small-disk.ts';
import { addHonor, goTo } from './support/window-steps.ts';

const cannotMount = whyNoMemoryDisk();
test.skip(cannotMount !== null, `no small disk can be mounted: ${cannotMount ?? ''}`);

async function journalText(data: string): Promise<string> {
  const names = (await readdir(join(data, 'journal'))).filter((name) => name.endsWith('.jsonl'));
  const texts = await Promise.all(names.toSorted().map((name) => readFile(join(data, 'journal', name), 'utf8')));
  return texts.join('');
}

const add = (data: string, title: string) =>
  runCommand(
    ['add', '--kind', 'honor', '--file', '-', '--data', data, '--json'],
    JSON.stringify({ kind: 'honor', title }),
  );

test('a disk that is full while saving: told, the form kept, and saved when there is room again', async ({ disk }) => {
  test.setTimeout(180_000);
  const app = await startApp(disk.data);
  await addHonor(app.page, '示例甲');
  const before = await journalText(disk.data);
  const makeRoom = disk.fill();
  await goTo(app.page, '#/new/honor');
  await expect(app.page.getByLabel('名称')).toHaveValue('');
  await app.page.getByLabel('名称').fill('示例乙');
  // More than what the file system had left in the journal's last block.
  await app.page.getByLabel('备注').fill('示例备注'.repeat(5000));
  await app.page.keyboard.press('Control+s');
  await expect(app.page.getByText('磁盘已满')).toBeVisible();
  expect(await journalText(disk.data)).toBe(before);
  makeRoom();
  await app.page.getByRole('button', { name: /确\s*定|知道了|OK/ }).click();
  await expect(app.page.getByLabel('名称')).toHaveValue('示例乙');
  await app.page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(app.page.getByRole('heading', { name: '示例乙', exact: true })).toBeVisible();
  await app.close();
  expect((await runCommand(['verify', '--data', disk.data, '--json'])).json).toMatchObject({ journal: { lines: 2 } });
});

test('a disk that is full or may only be read at the start: said so, and nothing is changed', async ({ disk }) => {
  test.setTimeout(180_000);
  expect((await add(disk.data, '示例甲')).exitCode).toBe(0);
  const before = await journalText(disk.data);

  disk.makeReadOnly(true);
  const readOnly = await add(disk.data, '示例乙');
  expect(readOnly.exitCode).toBe(2);
  expect(readOnly.json).toMatchObject({ ok: false, error: { code: 'data-not-writable' } });
  expect((readOnly.json['error'] as { message: string }).message).toContain('没有任何记录被改动');
  disk.makeReadOnly(false);

  const makeRoom = disk.fill();
  const full = await add(disk.data, '示例乙');
  expect(full.exitCode).toBe(2);
  expect(full.json).toMatchObject({ ok: false, error: { code: 'data-not-writable' } });
  expect(await journalText(disk.data)).toBe(before);
  makeRoom();

  expect((await add(disk.data, '示例乙')).exitCode).toBe(0);
  expect((await runCommand(['verify', '--data', disk.data, '--json'])).json).toMatchObject({
    ok: true,
    journal: { lines: 2 },
  });
});
