import { expect } from '@playwright/test';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp } from './support/archive-app.ts';
import { answerOpenDialog } from './support/attach-steps.ts';
import { test } from './support/data-folder.ts';
import { addHonor, answerSaveDialog, goTo } from './support/window-steps.ts';
import { attachFile, backupRows, run } from './support/safety-steps.ts';

test('a backup with progress that can be cancelled, the list, and a rehearsal that turns it green', async ({
  dataFolder,
}) => {
  test.setTimeout(240_000);
  const app = await startApp(dataFolder);
  const { page } = app;
  await addHonor(page, '示例荣誉甲');
  const large = join(dataFolder, 'large.bin');
  await writeFile(large, Buffer.alloc(600 * 1024 * 1024, 'scan'));
  await attachFile(app, large);
  const out = join(dataFolder, 'outside');
  await mkdir(out);

  await test.step('cancelled, it leaves nothing', async () => {
    await page.getByRole('link', { name: '数据安全' }).click();
    await expect(page.getByTestId('health-backups')).toContainText('请留意');
    await answerSaveDialog(app, join(out, 'cancelled.zip'));
    await page.getByRole('button', { name: '立即备份……' }).click();
    await page.getByTestId('work').getByRole('button', { name: '取消' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('备份已取消，没有留下文件');
    expect(await readdir(out)).toEqual([]);
    await answerSaveDialog(app, null);
    await page.getByRole('button', { name: '立即备份……' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('备份已取消');
  });

  await answerSaveDialog(app, join(out, 'full.zip'));
  await page.getByRole('button', { name: '立即备份……' }).click();
  await expect(page.getByTestId('work')).toContainText(/正在备份.* MB \/ .* 个文件/);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('已备份到', { timeout: 60_000 });
  await expect(backupRows(page)).toHaveCount(2);
  await expect(backupRows(page).nth(1)).toContainText('未演练');
  await expect(backupRows(page).nth(1)).toContainText('含附件');
  await expect(page.getByTestId('health-backups')).toContainText('正常');

  await test.step('rehearsed by the keyboard', async () => {
    await page.getByRole('button', { name: /^演练：/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main').getByRole('alert')).toContainText('演练通过', { timeout: 120_000 });
    await expect(backupRows(page).nth(1)).toContainText('演练通过');
  });
  await app.close();
});

test('a second place: chosen, used, unplugged, missed, and used by itself when it is there again', async ({
  dataFolder,
}) => {
  test.setTimeout(240_000);
  const own = join(dataFolder, 'own');
  const stick = join(dataFolder, 'stick');
  await mkdir(stick);
  const app = await startApp(own);
  const { page } = app;
  await addHonor(page, '示例荣誉甲');
  await goTo(page, '#/safety');
  const section = page.getByTestId('second-place');
  await answerOpenDialog(app, [own]);
  await section.getByRole('button', { name: '选择位置……' }).click();
  await expect(section.getByRole('alert')).toContainText('在数据文件夹里面，不能当第二处');
  await answerOpenDialog(app, [stick]);
  await section.getByRole('button', { name: '选择位置……' }).click();
  await expect(section).toContainText('现在在');
  await expect(section).toContainText('那里还没有备份');
  await section.getByRole('button', { name: '立即备份到那里' }).click();
  await expect(section.getByRole('alert')).toContainText('已备份到', { timeout: 60_000 });
  await expect(backupRows(page).nth(1)).toContainText('第二处');
  const [place = ''] = await readdir(stick);
  expect(place).toMatch(/^荣档备份-[0-9a-f]{8}$/);
  const [made = '', ...others] = await readdir(join(stick, place));
  expect(others).toEqual([]);
  await run(['verify', join(stick, place, made)]);

  await test.step('unplugged, it says so and writes nothing', async () => {
    await rename(stick, join(dataFolder, 'away'));
    await mkdir(stick);
    await expect(section).toContainText('现在不在', { timeout: 15_000 });
    await expect(section.getByRole('button', { name: '立即备份到那里' })).toBeDisabled();
    expect(await readdir(stick)).toEqual([]);
    await expect(backupRows(page).nth(1)).toBeVisible();
  });

  await test.step('after fourteen days the first page reminds of it', async () => {
    await app.close();
    const note = join(own, 'second-place.json');
    const stored = JSON.parse(await readFile(note, 'utf8')) as Record<string, unknown>;
    const lastSeen = new Date(Date.now() - 15 * 24 * 3_600_000).toISOString();
    await writeFile(note, JSON.stringify({ ...stored, lastSeen, lastBackup: { at: lastSeen, sequence: 0 } }));
    const later = await startApp(own);
    await later.page.getByRole('button', { name: /^第二处备份已超过 14 天没有看到/ }).click();
    await expect(later.page.getByTestId('second-place')).toContainText('已经超过 14 天');

    await test.step('there again, the copy of the day is made by itself, once', async () => {
      await rm(stick, { recursive: true });
      await rename(join(dataFolder, 'away'), stick);
      await later.page.clock.install();
      await later.page.reload();
      await expect(later.page.getByRole('navigation')).toBeVisible();
      await later.page.clock.runFor('06:30');
      await expect(later.page.getByText('今天的完整备份已自动存到第二处')).toBeVisible({ timeout: 30_000 });
      await later.page.clock.runFor('10:00');
      await later.close();
      expect(await readdir(join(stick, place))).toHaveLength(2);
    });
  });
});

test('the walk to another computer begins with a complete backup', async ({ dataFolder }) => {
  const app = await startApp(dataFolder);
  const { page } = app;
  await addHonor(page, '示例荣誉甲');
  await goTo(page, '#/safety');
  await page.getByRole('button', { name: '换到新电脑……' }).click();
  await answerSaveDialog(app, join(dataFolder, 'move.zip'));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '立即做完整备份……' }).click();
  await expect(dialog.getByRole('alert')).toContainText('已备份到', { timeout: 60_000 });
  await expect(dialog).toContainText('在新电脑：安装荣档，从备份恢复');
  await page.keyboard.press('Escape');
  await expect(backupRows(page)).toHaveCount(2);
  await app.close();
});
