import { expect, type Page } from '@playwright/test';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { runtime, startApp } from './support/archive-app.ts';
import { isRunning } from './support/is-running.ts';
import { answerOpenDialog } from './support/attach-steps.ts';
import { test } from './support/data-folder.ts';
import { startOverPort } from './support/packaged-app.ts';
import { jpeg, writeSample } from './support/sample-files.ts';
import { addHonor, goTo } from './support/window-steps.ts';
import { attachFile, backUp, backupRows, holdRelaunch, run, titles } from './support/safety-steps.ts';

test('restored through the window into the present archive, told after the restart, and taken back', async ({
  dataFolder,
}) => {
  test.setTimeout(240_000);
  const first = await startApp(dataFolder);
  await addHonor(first.page, '示例荣誉甲');
  await backUp(first, join(dataFolder, 'full.zip'));
  await addHonor(first.page, '示例荣誉乙');
  await goTo(first.page, '#/safety');

  await first.page.getByRole('button', { name: /^恢复……：/ }).click();
  const dialog = first.page.getByRole('dialog');
  await expect(dialog).toContainText('已逐字节核对，完整', { timeout: 60_000 });
  await expect(dialog.getByRole('table')).toContainText('荣誉');
  await expect(dialog).toContainText('减少，例如：荣誉“示例荣誉乙”');
  await expect(dialog.getByRole('button', { name: '恢复到现有档案' })).toBeDisabled();
  const restarted = await holdRelaunch(first);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: '恢复到现有档案' }).click();
  await restarted();

  const second = await startApp(dataFolder);
  await expect(second.page.getByText('已从备份恢复')).toBeVisible();
  await expect(second.page.getByText('要取回恢复以前的内容')).toBeVisible();
  await second.page.getByRole('button', { name: '数据安全', exact: true }).click();
  await expect(second.page.getByTestId('health-journal')).toContainText('1 次改动');

  await test.step('and back again by the keyboard, from the backup that was made before', async () => {
    const safety = second.page.getByRole('row').filter({ hasText: '恢复前' });
    await safety.getByRole('button', { name: /^恢复……/ }).focus();
    await second.page.keyboard.press('Enter');
    const again = second.page.getByRole('dialog');
    await expect(again).toContainText('增加，例如：荣誉“示例荣誉乙”', { timeout: 60_000 });
    const backAgain = await holdRelaunch(second);
    await again.getByRole('checkbox').focus();
    await second.page.keyboard.press('Space');
    await second.page.keyboard.press('Tab');
    await expect(again.getByRole('button', { name: '恢复到现有档案' })).toBeFocused();
    await second.page.keyboard.press('Enter');
    await backAgain();
  });
  expect(await titles(dataFolder)).toEqual(['示例荣誉乙', '示例荣誉甲'].toSorted());
});

test('restored into an empty folder to look inside, which a new start opens', async ({ dataFolder }) => {
  test.setTimeout(240_000);
  const app = await startApp(dataFolder);
  const { page } = app;
  await addHonor(page, '示例荣誉甲');
  await attachFile(app, await writeSample(join(dataFolder, 'files-of-the-test'), '示例证书.jpg', jpeg(400, 300)));
  const file = join(dataFolder, 'full.zip');
  await backUp(app, file);
  await addHonor(page, '示例荣誉乙');
  await goTo(page, '#/safety');
  await answerOpenDialog(app, [file]);
  await page.getByRole('button', { name: '从文件恢复……' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('已逐字节核对，完整', { timeout: 60_000 });

  await answerOpenDialog(app, [dataFolder]);
  await dialog.getByRole('button', { name: '恢复到一个空文件夹……' }).click();
  await expect(dialog.getByRole('alert')).toContainText('不是空的，什么都没有写');
  const fresh = join(dataFolder, 'fresh');
  await mkdir(fresh);
  await answerOpenDialog(app, [fresh]);
  await dialog.getByRole('button', { name: '恢复到一个空文件夹……' }).click();
  await expect(dialog.getByRole('alert')).toContainText(`已恢复到 ${fresh}`, { timeout: 60_000 });

  await dialog.getByRole('button', { name: '打开它' }).click();
  const pid = await startedOn(fresh);
  process.kill(pid, 'SIGTERM');
  await expect.poll(() => isRunning(pid), { timeout: 30_000 }).toBe(false);
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await app.close();
  expect(await titles(fresh)).toEqual(['示例荣誉甲']);
  expect(await run(['fixity', '--data', fresh])).toMatchObject({ ok: true, checked: 1 });
  expect(await titles(dataFolder)).toEqual(['示例荣誉乙', '示例荣誉甲'].toSorted());
});

/** The process of the window that has a data folder; waits until there is one. */
async function startedOn(dataFolder: string): Promise<number> {
  for (let tries = 0; tries < 300; tries += 1) {
    const holder = await readFile(join(dataFolder, '.in-use.json'), 'utf8').catch(() => '');
    const { pid } = JSON.parse(holder || '{}') as { readonly pid?: number };
    const isOpen = await stat(join(dataFolder, 'profile', 'IndexedDB')).then(
      () => true,
      () => false,
    );
    if (pid !== undefined && isOpen) return pid;
    await wait(100);
  }
  throw new Error(`No window was started on ${dataFolder}.`);
}

test('the program really starts anew by itself, with what was restored', async ({ dataFolder }) => {
  test.setTimeout(240_000);
  const first = await startApp(dataFolder);
  await addHonor(first.page, '示例荣誉甲');
  await first.close();
  await run(['backup', '--data', dataFolder]);
  const app = await startOverPort(runtime().executablePath, [process.cwd(), '--data', dataFolder]);
  await addHonor(app.page, '示例荣誉乙');
  await goTo(app.page, '#/safety');
  await app.page.getByRole('button', { name: /^恢复……：/ }).click();
  await app.page.getByRole('checkbox').check({ timeout: 60_000 });
  const before = await startedOn(dataFolder);
  await app.page.getByRole('button', { name: '恢复到现有档案' }).click();
  await expect.poll(() => isRunning(before), { timeout: 60_000 }).toBe(false);
  const after = await startedOn(dataFolder);
  try {
    expect(after).not.toBe(before);
    await expect.poll(() => readdir(dataFolder), { timeout: 60_000 }).not.toContain('restoring');
  } finally {
    process.kill(after, 'SIGTERM');
  }
  await expect.poll(() => isRunning(after), { timeout: 30_000 }).toBe(false);
  expect(await titles(dataFolder)).toEqual(['示例荣誉甲']);
});

test('a damaged and a foreign file are refused with words, and read-only leaves only looking', async ({
  dataFolder,
}) => {
  test.setTimeout(240_000);
  const app = await startApp(dataFolder);
  const { page } = app;
  await addHonor(page, '示例荣誉甲');
  const file = join(dataFolder, 'full.zip');
  await backUp(app, file);
  const bytes = await readFile(file);
  const at = bytes.indexOf('示例荣誉甲');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const damaged = join(dataFolder, 'damaged.zip');
  await writeFile(damaged, bytes);
  const text = join(dataFolder, 'a.txt');
  await writeFile(text, 'a text');
  for (const [path, words] of [
    [damaged, '已损坏'],
    [text, '这不是荣档的备份文件'],
  ] as const) {
    await answerOpenDialog(app, [path]);
    await page.getByRole('button', { name: '从文件恢复……' }).click();
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText(words, { timeout: 60_000 });
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('现有档案没有变化');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await goTo(page, '#/settings');
  await page.getByRole('switch', { name: '只读' }).click();
  await page.getByRole('button', { name: '数据安全' }).click();
  await expectOneBackup(page);
  await page.getByRole('button', { name: /^恢复……：/ }).click();
  await expect(page.getByRole('dialog')).toContainText('已逐字节核对', { timeout: 60_000 });
  await expect(page.getByRole('dialog').getByRole('button', { name: '恢复到现有档案' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await app.close();
  expect(await readdir(dataFolder)).not.toContain('restoring');
});

/** Waits for the list of one backup. */
async function expectOneBackup(page: Page): Promise<void> {
  await expect(backupRows(page)).toHaveCount(2);
}

test('an archive that does not open is restored from the page that says so', async ({ dataFolder }) => {
  test.setTimeout(240_000);
  const first = await startApp(dataFolder);
  await addHonor(first.page, '示例荣誉甲');
  await addHonor(first.page, '示例荣誉乙');
  const file = join(dataFolder, 'full.zip');
  await backUp(first, file);
  await first.close();
  const month = (await readdir(join(dataFolder, 'journal'))).find((name) => name.endsWith('.jsonl')) ?? '';
  const journal = await readFile(join(dataFolder, 'journal', month));
  journal[300] = (journal[300] ?? 0) ^ 1;
  await writeFile(join(dataFolder, 'journal', month), journal);

  const second = await startApp(dataFolder);
  await answerOpenDialog(second, [file]);
  await second.page.getByRole('button', { name: '从备份恢复……' }).click();
  const dialog = second.page.getByRole('dialog');
  await expect(dialog).toContainText('现有档案没有打开，所以不能比较', { timeout: 60_000 });
  const restarted = await holdRelaunch(second);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: '恢复到现有档案' }).click();
  await restarted();
  const third = await startApp(dataFolder);
  await expect(third.page.getByText('已从备份恢复')).toBeVisible();
  await third.close();
  expect(await titles(dataFolder)).toEqual(['示例荣誉乙', '示例荣誉甲'].toSorted());
});

test('on an empty archive the first screen leads to a backup of another computer', async ({ dataFolder }) => {
  test.setTimeout(240_000);
  const old = join(dataFolder, 'old');
  const first = await startApp(old);
  await addHonor(first.page, '示例荣誉甲');
  const file = join(dataFolder, 'full.zip');
  await backUp(first, file);
  await first.close();

  const present = join(dataFolder, 'present');
  const second = await startApp(present);
  await answerOpenDialog(second, [file]);
  await second.page.getByRole('button', { name: /^从备份恢复/ }).click();
  const dialog = second.page.getByRole('dialog');
  await expect(dialog).toContainText('已逐字节核对，完整', { timeout: 60_000 });
  const restarted = await holdRelaunch(second);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: '恢复到现有档案' }).click();
  await restarted();
  expect(await titles(present)).toEqual(['示例荣誉甲']);
});
